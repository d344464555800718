"""The ledger: every report that was added, every version of it, and the account of them.

Everything that changes the ledger is one transaction: whoever is killed in it finds the ledger as it was before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from twosource.errors import LedgerError, NotFoundError
from twosource.ledger import accounts, claims, export, index, judgements, past, pending, reports, restore, told
from twosource.ledger.engine import check_file, connect, explained, locate, queue, shown, snapshot, transaction
from twosource.ledger.export import Manifest
from twosource.ledger.migrate import bring_up
from twosource.ledger.rows import (
    Added,
    ClaimFilter,
    ClaimRow,
    Found,
    Kind,
    QuestionHead,
    ReportRow,
    SourceRow,
    StoryHead,
)
from twosource.ledger.schema import QuestionTable, ReportTable, StoryTable
from twosource.ledger.succession import Succession
from twosource.model import Account, ClaimRef, ItemRef, Judgement, Question, Report, Story

_IDS = {"report": ReportTable.id, "story": StoryTable.id, "question": QuestionTable.id}
KINDS: tuple[Kind, ...] = ("report", "story", "question")


class Store:
    """An open ledger. Close it, or use it in a `with` statement.

    >>> with Store.open("sqlite://") as store:
    ...     first = store.add(Report("r1", None, "Two people were killed, the ministry said."))
    ...     again = store.add(Report("r1", None, "Two people were killed, the ministry said."))
    >>> first.status, again.status
    ('added', 'known')
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, where: str | Path | None = None, *, create: bool = True) -> Self:
        """Opens the ledger at a path or a database URL; None is the one in the user's data directory.

        Makes it where there is none (unless `create` is False), and brings an older one to this version's schema.
        Raises `NotALedgerError` for a file or database that holds something else, `NewerLedgerError` for the ledger
        of a later version, and `LedgerError` where it cannot be used otherwise.
        """
        url = locate(where)
        try:
            check_file(url, create=create, own=where is None)
        except OSError as error:
            raise LedgerError(f"the ledger {shown(url)} cannot be opened ({error.strerror}); see its folder") from error
        engine = connect(url)
        try:
            with explained(url):
                bring_up(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def where(self) -> str:
        """The ledger's path, or its address without a password."""
        return shown(self._engine.url)

    # Reports

    def add(self, report: Report, *, added: datetime | None = None) -> Added:
        """Puts a report in, whole or not at all.

        A report that is there already adds nothing (`known`); that goes for superseded versions too, so that adding a
        folder twice is the same as once. Another text of a page that is there is a `new_version`: the one before is
        kept and is known only until `added` (with a time zone; now, if None). Raises `ItemError` where the report's
        ids cannot be used; the ledger is then unchanged.
        """
        with transaction(self._engine) as connection:
            return reports.add(connection, report, _moment(added))

    def replace_reading(self, report: Report, *, read: datetime | None = None) -> None:
        """Puts a reading of a report made anew in the place of the one kept. Its text and its history stay."""
        with transaction(self._engine) as connection:
            queue(connection)
            reports.replace_reading(connection, report, _moment(read))

    def remove(self, report_id: str) -> None:
        """Takes a report out with its claims, as though it had never been added.

        Where it superseded a version, that one is current again. The account stays as it is until it is settled;
        `is_settled()` tells.
        """
        whole = self.resolve(report_id, ("report",)).id
        with transaction(self._engine) as connection:
            queue(connection)
            reports.remove(connection, whole, _moment(None))

    def reports(
        self,
        *,
        current: bool = True,
        as_of: datetime | None = None,
        story: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Report]:
        """Reports in the order of adding, a few in memory at a time; the ledger may change meanwhile.

        `current` leaves out superseded versions; `as_of` gives the versions that were current at a moment.
        """
        conditions = reports.among(current=current, as_of=as_of, story=story, ids=ids)
        after = 0
        while True:
            with snapshot(self._engine) as connection:
                page, after = reports.page_of_reports(connection, conditions, after)
            if not page:
                return
            yield from page

    def report_rows(self, *, current: bool = True, as_of: datetime | None = None) -> list[ReportRow]:
        """Reports without their texts, in the order of adding."""
        with snapshot(self._engine) as connection:
            return reports.report_rows(connection, reports.among(current=current, as_of=as_of, story=None, ids=None))

    def report(self, report_id: str) -> Report:
        """A report by its id or the beginning of it, superseded or not."""
        whole = self.resolve(report_id, ("report",)).id
        found = next(self.reports(current=False, ids=[whole]), None)
        if found is None:
            raise NotFoundError(f"the report {whole} was just taken out; list the reports again")
        return found

    def versions(self, report_id: str) -> list[ReportRow]:
        """All versions that a report's address had, the first one first."""
        whole = self.resolve(report_id, ("report",)).id
        with snapshot(self._engine) as connection:
            return reports.versions(connection, whole)

    def reports_digest(self) -> str:
        """A digest of the current reports and their readings: what an account made now would rest on."""
        with snapshot(self._engine) as connection:
            return reports.reports_digest(connection)

    def resolve(self, beginning: str, kinds: Sequence[Kind] = KINDS) -> Found:
        """What the beginning of an id stands for. Raises `NotFoundError` where it is not one thing."""
        found: list[Found] = []
        with snapshot(self._engine) as connection:
            for kind in kinds:
                id_ = _IDS[kind]
                same = connection.execute(select(id_).where(id_ == beginning)).first()
                if same is not None:
                    return Found(kind, beginning)
                if beginning:
                    begun = select(id_).where(id_.startswith(beginning, autoescape=True)).distinct().limit(3)
                    found += [Found(kind, id_) for id_ in connection.execute(begun).scalars()]
        named = "report, story or question" if len(kinds) > 1 else kinds[0]
        if not found:
            raise NotFoundError(f"no {named} has the id {beginning!a}; list them to see their ids")
        if len(found) > 1:
            some = ", ".join(one.id for one in found[:3])
            raise NotFoundError(f"more than one {named} begins with {beginning!a} ({some}); give more of the id")
        return found[0]

    # Claims and sources

    def claims(
        self,
        *,
        source: str | None = None,
        place: str | None = None,
        side: str | None = None,
        type: str | None = None,  # noqa: A002 - the contract's word
        since: str | None = None,
        search: str | None = None,
        story: str | None = None,
        report: str | None = None,
        as_of: datetime | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> list[ClaimRow]:
        """Claims of current reports, in the order of adding and of the text; `ClaimFilter` says what the words ask for.

        `story` and `report` are ids or beginnings of ids; `as_of` asks for the reports known at a moment. For a page at
        a time give a `limit`, and then the last row's `cursor` as `after`.
        """
        then = self.story(story, as_of) if story and as_of else None
        whole_story = self.story(story).id if story and not as_of else None
        whole_report = report and self.resolve(report, ("report",)).id
        asked = ClaimFilter(source, place, side, type, since, search, whole_story, whole_report)
        with snapshot(self._engine) as connection:
            if then is not None:
                return claims.rows_in(connection, then, asked, after, limit, as_of)
            return claims.claim_rows(connection, asked, after, limit, as_of)

    def printed_by(self, outlet: str, as_of: datetime | None = None) -> list[ClaimRow]:
        """The claims of an outlet's current reports, or of those known at a moment, by its whole name."""
        with snapshot(self._engine) as connection:
            return claims.claim_rows(connection, ClaimFilter(outlet=outlet), 0, None, as_of)

    def bearings(self, refs: Iterable[ClaimRef]) -> dict[ClaimRef, tuple[str, str]]:
        """The day of some claims, superseded or not (said or published; empty where neither is known), and stance."""
        with snapshot(self._engine) as connection:
            return claims.bearings(connection, refs)

    def questions_with(self, refs: Iterable[ClaimRef], as_of: datetime | None = None) -> list[Question]:
        """The questions that some claims are in now, or were at a moment, each once."""
        with snapshot(self._engine) as connection:
            return told.questions_with(connection, refs, as_of)

    def sources(self) -> list[SourceRow]:
        """Who speaks in the current reports, whoever says most first."""
        with snapshot(self._engine) as connection:
            return claims.source_rows(connection)

    # The account

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of somebody who settles the account: all of it or nothing, one writer after the other."""
        with transaction(self._engine) as connection:
            queue(connection)
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger throughout."""
        with snapshot(self._engine) as connection:
            yield connection

    def is_settled(self, made_by: str) -> bool:
        """True where the account knows of every report and these rules made it."""
        with snapshot(self._engine) as connection:
            return pending.is_settled(connection, made_by)

    def set_account(self, account: Account, *, judged: datetime | None = None) -> None:
        """Puts a whole account in the place of the one before."""
        with transaction(self._engine) as connection:
            queue(connection)
            accounts.set_account(connection, account, _moment(judged))

    def account(self) -> Account | None:
        """The account as it stands, None where none was ever made; `is_settled` tells whether it is up to date."""
        with snapshot(self._engine) as connection:
            return told.account(connection)

    def stories(self, as_of: datetime | None = None) -> list[Story]:
        """The stories of the account, as they stood at a moment or stand now."""
        with snapshot(self._engine) as connection:
            return told.stories(connection, None, as_of)

    def story(self, story_id: str, as_of: datetime | None = None) -> Story:
        """A story by its id or the beginning of it; an id that it had before will do."""
        whole = self.resolve(story_id, ("story",)).id
        with snapshot(self._engine) as connection:
            name = whole if as_of else told.heir(connection, "story", whole)
            found = told.stories(connection, name, as_of) if name else []
        if not found:
            raise NotFoundError(f"the story {whole} is not told {_then(as_of)}; list the stories again")
        return found[0]

    def question(self, question_id: str, as_of: datetime | None = None) -> Question:
        """A question by its id or the beginning of it; an id that it had before will do."""
        return self.asked(question_id, as_of)[1]

    def asked(self, question_id: str, as_of: datetime | None = None) -> tuple[str, Question]:
        """A question with the id of its story."""
        whole = self.resolve(question_id, ("question",)).id
        with snapshot(self._engine) as connection:
            name = whole if as_of else told.heir(connection, "question", whole)
            found = told.question(connection, name, as_of) if name else None
        if found is None:
            raise NotFoundError(f"the question {whole} is not asked {_then(as_of)}; list the questions again")
        return found

    def asked_with(self, ref: ClaimRef) -> tuple[str, Question] | None:
        """The question that a claim is in now, with the id of its story; None where it is in none."""
        with snapshot(self._engine) as connection:
            return told.asked_with(connection, ref)

    def question_rows(self, story: str | None = None, as_of: datetime | None = None) -> list[QuestionHead]:
        """Questions without their positions, story by story in the account's order."""
        whole = self.story(story, as_of).id if story else None
        with snapshot(self._engine) as connection:
            return told.question_heads(connection, whole, as_of)

    def story_rows(self, as_of: datetime | None = None) -> list[StoryHead]:
        """Stories without their questions, in the account's order."""
        with snapshot(self._engine) as connection:
            return told.story_heads(connection, as_of)

    def near(self, report: str, most: int = index.NEAREST) -> list[str]:
        """Reports that share a run of words or rare words with one, by their ids, those that share most first."""
        with snapshot(self._engine) as connection:
            return index.near_reports(connection, self.resolve(report, ("report",)).id, most)

    def items_of(self, report: str) -> list[ItemRef]:
        """The items of a report that stories are made of now."""
        with snapshot(self._engine) as connection:
            return told.items_of(connection, report)

    def home_of(self, ref: ClaimRef) -> ItemRef:
        """The item of its report that a claim belongs to."""
        with snapshot(self._engine) as connection:
            held = told.items_of(connection, ref.report)
            own = ItemRef(ref.report, claims.item_of(connection, ref) or 0)
        if not held:
            raise NotFoundError(f"the report {ref.report} is in no story now; list the reports to see the current ones")
        return own if own in held else held[0]

    def question_versions(self, since: datetime, until: datetime | None, story: str | None) -> past.Versions:
        """Questions that became other between two moments: when, in which story, what, and what each was before."""
        with snapshot(self._engine) as connection:
            return past.question_versions(connection, since, until, story)

    def successions(self, since: datetime, until: datetime | None) -> list[tuple[datetime, Succession]]:
        """Which stories and questions became which between two moments."""
        with snapshot(self._engine) as connection:
            return past.successions(connection, since, until)

    def edited(self, since: datetime, until: datetime | None) -> list[tuple[datetime, str, str]]:
        """Reports that got another text under their address: when, the id of the old text, that of the new one."""
        with snapshot(self._engine) as connection:
            return past.edited(connection, since, until)

    def denying(self, refs: Iterable[ClaimRef]) -> frozenset[ClaimRef]:
        """Those of some claims that deny something."""
        with snapshot(self._engine) as connection:
            return past.denying(connection, refs)

    # What persons decided

    def judge(self, judgement: Judgement, *, at: datetime | None = None) -> Judgement:
        """Appends a judgement, and gives it with its number and moment."""
        with transaction(self._engine) as connection:
            queue(connection)
            return judgements.add(connection, judgement, _moment(at))

    def judgements(self, as_of: datetime | None = None) -> list[Judgement]:
        """Every judgement, the first one first, those that withdraw others among them."""
        with snapshot(self._engine) as connection:
            return judgements.all_of(connection, as_of)

    # All of it

    def export(self, folder: str | Path) -> Manifest:
        """Writes everything into a folder in open formats, and what stands where into its README.md.

        The folder is made; one with an older export is written anew, one with anything else is refused.
        """
        with snapshot(self._engine) as connection:
            return export.write(connection, Path(folder))

    def import_(self, folder: str | Path) -> int:
        """Reads an export back the same, into an empty ledger; gives the number of reports."""
        with transaction(self._engine) as connection:
            queue(connection)
            return restore.read(connection, Path(folder))


def _moment(given: datetime | None) -> datetime:
    if given is None:
        return datetime.now(UTC)
    if given.tzinfo is None:
        raise LedgerError("a moment without a time zone may be another one elsewhere; give it one, say UTC")
    return given.astimezone(UTC)


def _then(as_of: datetime | None) -> str:
    return "now" if as_of is None else f"as of {as_of:%Y-%m-%d}"
