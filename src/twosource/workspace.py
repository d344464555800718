"""The ledger as its users see it: add reports, ask what they add up to.

`Ledger` ties the store to reading, reconciling and telling. The account is set anew when it is next asked for and the
reports have changed, so that whoever was killed between the two finds the right answer all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from twosource.errors import ItemError, NotFoundError, UsageError
from twosource.model import (
    Brief,
    Claim,
    ClaimRef,
    Document,
    Judgement,
    Published,
    Question,
    Record,
    Report,
    Rows,
    SkipRecord,
    Story,
    Unread,
)
from twosource.pipeline import Read, read_many, read_paths
from twosource.reading import READER
from twosource.settling import settle
from twosource.views.days import end_of, start_of
from twosource.views.judging import Judging
from twosource.views.over import Over

if TYPE_CHECKING:
    from datetime import datetime

    from twosource.ledger import Added, ClaimRow, QuestionHead, ReportRow, SourceRow, Store, StoryHead
    from twosource.views.changes import Change
    from twosource.views.lineage import Lineage
    from twosource.views.record import TrackRecord

Watch = Callable[[Read], None]


class AddedReports(Record, frozen=True):
    """What adding came to: each report with what became of it, and what could not be read."""

    added: tuple[Added, ...]
    skipped: tuple[Unread, ...]


class QuestionRow(Record, frozen=True):
    """A question with the story that it stands in, for a table."""

    id: str
    text: str
    type: str
    status: str
    story: str
    positions: int
    claims: int
    independent: int
    at_most: int


class StoryRow(Record, frozen=True):
    """A story for a table."""

    id: str
    title: str
    reports: int
    questions: int
    disputed: int
    start: str | None
    end: str | None


class Ledger:
    """An open ledger. Close it, or use it in a `with` statement.

    >>> with open_ledger("sqlite://") as ledger:
    ...     done = ledger.add_reports([])
    ...     len(ledger.stories())
    0
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def close(self) -> None:
        """Lets the database go."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def add(self, *paths: str | Path, watch: Watch | None = None) -> AddedReports:
        """Reads files, folders and addresses and puts the reports in, each whole or not at all.

        The same report twice adds nothing; a changed text of one address is a new version. What cannot be read is
        among `skipped`, with its reason. `watch` is called with each report or skip as it comes.
        """
        if not paths:
            raise UsageError("nothing to add; name a file, a folder, an address, or - for standard input")
        return self.add_reports(read_paths(map(str, paths)), watch=watch)

    def add_reports(self, reports: Iterable[Read], *, watch: Watch | None = None) -> AddedReports:
        """Puts reports in that were read already; one whose ids cannot be used is among `skipped`."""
        added, skipped = [], []
        for thing in reports:
            done = thing if isinstance(thing, Unread) else self._add(thing)
            if isinstance(done, Unread):
                skipped.append(done)
            else:
                added.append(done)
            if watch:
                watch(done if isinstance(done, Unread) else thing)
        return AddedReports(tuple(added), tuple(skipped))

    def _add(self, report: Report) -> Added | Unread:
        try:
            return self.store.add(report)
        except ItemError as error:
            return Unread(report.origin or report.id, SkipRecord(error.reason, error.message))

    def remove(self, report: str) -> None:
        """Takes a report out by its id or the beginning of it; its claims go, from the account of past days too."""
        self.store.remove(report)
        self.refresh()

    def read_anew(self) -> int:
        """Reads every report again that an older version read; gives how many."""
        old = [report for report in self.store.reports(current=False) if report.made_by != READER]
        documents = (_as_given(report) for report in old)
        done = 0
        for before, after in zip(old, read_many(documents), strict=True):
            if isinstance(after, Report):
                self.store.replace_reading(after.replace(id=before.id))
                done += 1
        return done

    def refresh(self) -> None:
        """Sets the account anew where the reports or the rules have changed since."""
        settle(self.store)

    def reports(self) -> Rows[ReportRow]:
        """The reports, without their texts."""
        return Rows(self.store.report_rows())

    def stories(self, *, as_of: str | None = None) -> Rows[StoryRow]:
        """The stories, the largest first; `as_of` is a day, and asks for what the ledger knew at its end."""
        self.refresh()
        return Rows(_story_row(head) for head in self.store.story_rows(end_of(as_of)))

    def story(self, story: str, *, as_of: str | None = None) -> Story:
        """A story by its id or the beginning of it; an id that it had before will do."""
        self.refresh()
        moment = end_of(as_of)
        return self._over(moment).story(self.store.story(story, moment))

    def questions(self, story: str | None = None, *, as_of: str | None = None) -> Rows[QuestionRow]:
        """The questions of one story or of all, in the order of the brief."""
        self.refresh()
        return Rows(_question_row(head) for head in self.store.question_rows(story, end_of(as_of)))

    def question(self, question: str, *, as_of: str | None = None) -> Question:
        """A question by its id or the beginning of it; an id that it had before will do."""
        self.refresh()
        moment = end_of(as_of)
        return self._over(moment).question(self.store.question(question, moment))

    def _over(self, moment: datetime | None) -> Over:
        return Over(self.store.judgements(moment), self._said_by)

    def _said_by(self, name: str) -> list[ClaimRef]:
        """The claims of the source of exactly this name, whatever its case and accents."""
        from twosource.ledger.folding import fold

        rows = self.store.claims(source=name)
        return [ClaimRef(row.report, row.claim) for row in rows if fold(row.source or "") == fold(name)]

    def claims(
        self,
        *,
        source: str | None = None,
        place: str | None = None,
        type: str | None = None,  # noqa: A002 - the contract's word
        since: str | None = None,
        search: str | None = None,
        story: str | None = None,
        limit: int | None = None,
        as_of: str | None = None,
    ) -> Rows[ClaimRow]:
        """Claims of the current reports, or of those that the ledger knew at the end of the day `as_of`.

        What is None does not limit. `source` and `place` are words of a name, `since` is an ISO date, `search` asks for
        words of the claim.
        """
        if story:
            self.refresh()
        return Rows(
            self.store.claims(
                source=source,
                place=place,
                type=type,
                since=since,
                search=search,
                story=story,
                as_of=end_of(as_of),
                limit=limit,
            )
        )

    def sources(self) -> Rows[SourceRow]:
        """Who speaks, whoever says most first."""
        return Rows(self.store.sources())

    def claim(self, name: str) -> tuple[Report, Claim]:
        """A claim by `REPORT/CLAIM`, where REPORT is the id of a report or the beginning of it."""
        report_id, _, claim_id = name.rpartition("/")
        report = self.store.report(report_id)
        try:
            return report, report.claim(claim_id)
        except KeyError:
            raise NotFoundError(
                f"the report {report.id} has no claim {claim_id!a}; see twosource show {report.id}"
            ) from None

    def around(self, ref: ClaimRef) -> Brief:
        """A claim and the questions that it is in, with the reports of all that it was compared with."""
        self.refresh()
        found = self.store.asked_with(ref)
        stories = [] if found is None else [self.story(found[0]).replace(questions=(found[1],), sentences=())]
        return Brief(self._reports_of(stories, {ref.report}), tuple(stories))

    def asked(self, question: str) -> Brief:
        """One question, in its story, with the reports of its claims."""
        self.refresh()
        home, found = self.store.asked(question)
        story = self.store.story(home).replace(questions=(self._over(None).question(found),), sentences=())
        return Brief(self._reports_of([story], set()), (story,))

    def _reports_of(self, stories: Iterable[Story], more: set[str]) -> tuple[Report, ...]:
        needed = {ref.report for s in stories for q in s.questions for ref in q.claims()} | more
        return tuple(self.store.reports(ids=sorted(needed)))

    def brief(self, *, story: str | None = None, since: str | None = None, as_of: str | None = None) -> Brief:
        """What the reports add up to: all stories, one, or those with a report published on `since` or later.

        `since` is an ISO date; a report whose date is not known counts as new. `as_of` is one too, and asks for the
        account as the ledger knew it at the end of that day.
        """
        self.refresh()
        moment = end_of(as_of)
        over = self._over(moment)
        stories = [self.store.story(story, moment)] if story else self.store.stories(moment)
        stories = [over.story(one) for one in stories]
        needed = {ref.report for s in stories for q in s.questions for ref in q.claims()}
        needed |= {report for s in stories for report in s.reports}
        held = {report.id: report for report in self.store.reports(ids=sorted(needed))}
        if since:
            stories = [s for s in stories if any(_since(held[r], since) for r in s.reports if r in held)]
            kept = {r for s in stories for r in s.reports} | {
                ref.report for s in stories for q in s.questions for ref in q.claims()
            }
            held = {key: report for key, report in held.items() if key in kept}
        return Brief(tuple(held.values()), tuple(stories))

    def changes(self, *, since: str, as_of: str | None = None, story: str | None = None) -> Rows[Change]:
        """What changed from the beginning of a day on: second sources, denials, figures, disputes, edited reports."""
        from twosource.views.changes import changes

        self.refresh()
        return Rows(changes(self.store, start_of(since), end_of(as_of), story))

    def track_record(self, name: str) -> TrackRecord:
        """What became of what a source said, or of what an outlet printed; every case, and no score."""
        from twosource.views.record import track_record

        self.refresh()
        return track_record(self.store, name)

    def lineage(self, report: str) -> Lineage:
        """What a report has from others: credits, passages in common, and who carried which source."""
        from twosource.views.lineage import lineage

        self.refresh()
        return lineage(self.store, report)

    def judge(self, author: str) -> Judging:
        """What `author` may decide: merge, split, move, relabel, review, grade, and withdraw."""
        return Judging(self.store, author, self.refresh)

    def judgements(self, *, as_of: str | None = None) -> Rows[Judgement]:
        """Every judgement, the first one first, those that withdraw others among them."""
        return Rows(self.store.judgements(end_of(as_of)))


def open_ledger(where: str | Path | None = None, *, create: bool = True) -> Ledger:
    """Opens a ledger: a path, a database URL, or None for the one in the user's data directory.

    Makes a file where there is none; with `create=False` it raises `LedgerError` instead.

    >>> open_ledger("sqlite://").stories()
    Rows([])
    """
    from twosource.ledger import Store

    return Ledger(Store.open(where, create=create))


def _since(report: Report, day: str) -> bool:
    return (report.published.end or "9999") >= day


def _as_given(report: Report) -> Document:
    """What was known of a report before it was read."""
    dated = report.published.basis in ("given", "metadata")
    named = report.outlet_basis in ("given", "metadata")
    return Document(
        report.origin,
        report.text,
        outlet=report.outlet if named else None,
        outlet_basis=report.outlet_basis if named else "unknown",
        url=report.url,
        title=report.title,
        authors=report.authors,
        language=report.language,
        published=report.published if dated else Published(),
    )


def _story_row(head: StoryHead) -> StoryRow:
    period = head.period
    return StoryRow(head.id, head.title, head.reports, head.questions, head.disputed, period.start, period.end)


def _question_row(head: QuestionHead) -> QuestionRow:
    return QuestionRow(
        id=head.id,
        text=head.text,
        type=head.type,
        status=head.status,
        story=head.story,
        positions=head.positions,
        claims=head.claims,
        independent=head.count,
        at_most=head.at_most,
    )
