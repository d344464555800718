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

if TYPE_CHECKING:
    from twosource.ledger import Added, ClaimRow, ReportRow, SourceRow, Store

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
        """Takes a report out by its id or the beginning of it; its claims go, and the account is set anew."""
        self.store.remove(report)

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

    def stories(self) -> Rows[StoryRow]:
        """The stories, the largest first."""
        self.refresh()
        return Rows(_story_row(story) for story in self.store.stories())

    def story(self, story: str) -> Story:
        """A story by its id or the beginning of it."""
        self.refresh()
        return self.store.story(story)

    def questions(self, story: str | None = None) -> Rows[QuestionRow]:
        """The questions of one story or of all, in the order of the brief."""
        self.refresh()
        stories = [self.store.story(story)] if story else self.store.stories()
        return Rows(_question_row(question, s.id) for s in stories for question in s.questions)

    def question(self, question: str) -> Question:
        """A question by its id or the beginning of it."""
        self.refresh()
        return self.store.question(question)

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
    ) -> Rows[ClaimRow]:
        """Claims of the current reports; what is None does not limit.

        `source` and `place` are words of a name, `since` is an ISO date, `search` asks for words of the claim.
        """
        if story:
            self.refresh()
        return Rows(
            self.store.claims(
                source=source, place=place, type=type, since=since, search=search, story=story, limit=limit
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
        stories = []
        for story in self.store.stories():
            asked = tuple(question for question in story.questions if ref in question.claims())
            if asked:
                stories.append(story.replace(questions=asked, sentences=()))
        return Brief(self._reports_of(stories, {ref.report}), tuple(stories))

    def asked(self, question: str) -> Brief:
        """One question, in its story, with the reports of its claims."""
        found = self.question(question)
        home = next(s for s in self.store.stories() if any(q.id == found.id for q in s.questions))
        story = home.replace(questions=(found,), sentences=())
        return Brief(self._reports_of([story], set()), (story,))

    def _reports_of(self, stories: Iterable[Story], more: set[str]) -> tuple[Report, ...]:
        needed = {ref.report for s in stories for q in s.questions for ref in q.claims()} | more
        return tuple(self.store.reports(ids=sorted(needed)))

    def brief(self, *, story: str | None = None, since: str | None = None) -> Brief:
        """What the reports add up to: all stories, one, or those with a report published on `since` or later.

        `since` is an ISO date; a report whose date is not known counts as new.
        """
        self.refresh()
        stories = [self.store.story(story)] if story else self.store.stories()
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


def open_ledger(where: str | Path | None = None) -> Ledger:
    """Opens a ledger: a path, a database URL, or None for the one in the user's data directory.

    >>> open_ledger("sqlite://").stories()
    Rows([])
    """
    from twosource.ledger import Store

    return Ledger(Store.open(where))


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


def _story_row(story: Story) -> StoryRow:
    disputed = sum(q.status in ("disputed", "denied", "revised") for q in story.questions)
    period = story.period
    return StoryRow(story.id, story.title, len(story.reports), len(story.questions), disputed, period.start, period.end)


def _question_row(question: Question, story: str) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        text=question.text,
        type=question.type,
        status=question.status,
        story=story,
        positions=len(question.positions),
        claims=len(question.claims()),
        independent=question.independent_sources.count,
        at_most=question.independent_sources.at_most,
    )
