"""Today: what is new, what turned, and what the main stories come to, on any day and for the days before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Connection

from twosource.desk import queries
from twosource.desk.asked import TYPES, Asked, shown_day
from twosource.desk.queries import Digest, Head, StoryDigest, Turn
from twosource.ledger.claims import rows_of
from twosource.ledger.folding import fold
from twosource.ledger.rows import ClaimRow
from twosource.model import ClaimRef, Sentence

SPANS = {"1": "this day", "7": "seven days", "30": "thirty days"}
"""How far back the page looks, in days."""

STORIES = 8
SENTENCES = 3
TURNS = 12
NEW = 14


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence with the claims that it rests on, each with its report."""

    text: str
    claims: tuple[tuple[ClaimRef, Head], ...]


@dataclass(frozen=True, slots=True)
class Development:
    """A story in a few cited sentences."""

    story: StoryDigest
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader keeps to; empty is everything."""

    place: str | None
    side: str | None
    type: str | None

    def __bool__(self) -> bool:
        return bool(self.place or self.side or self.type)

    def fits(self, row: ClaimRow) -> bool:
        """True for a claim of that type, of that side, at that place."""
        if self.type and row.type != self.type:
            return False
        if self.side and fold(self.side) not in map(fold, row.side or ()):
            return False
        return not self.place or any(fold(self.place).strip() in fold(name) for name in row.places)


def view(asked: Asked) -> dict[str, object]:
    """The values of the page."""
    span = asked.word("span", tuple(SPANS)) or "7"
    wanted = Wanted(asked.text("place"), asked.text("side"), asked.word("type", TYPES))
    day = shown_day(asked.as_of)
    since = datetime.combine(day - timedelta(days=int(span) - 1), time(), UTC)
    with asked.desk.store.looking() as connection:
        stories = [one for one in queries.story_digests(connection, asked.at, STORIES * 4) if one.known_from >= since]
        turned = queries.turns(connection, since, asked.at, TURNS * 2)
        fresh = queries.questions(connection, asked.at, limit=TURNS, since=since, status="disputed")
        digests = [*(turn.digest for turn in turned), *fresh]
        named = {one.id for one in stories} | {digest.story for digest in digests}
        bodies = queries.story_bodies(connection, asked.at, sorted(named))
        told = {one.id: bodies[one.id].sentences for one in stories if one.id in bodies}
        refs = [ref for held in told.values() for sentence in held for ref in sentence.claims]
        kept = _kept(rows_of(connection, refs), wanted) if wanted else set(refs)
        new = [head for head in queries.newest(connection, asked.at, NEW) if head.known_from >= since]
        heads = queries.heads(connection, [ref.report for ref in kept])
        counts = queries.status_counts(connection, asked.at)
        totals = queries.count_stories(connection, asked.at), queries.count_reports(connection, asked.at)
        fits = _asking(connection, asked, digests, wanted)
    turned = [turn for turn in turned if turn.digest.id in fits]
    fresh = [digest for digest in fresh if digest.id in fits]
    found = [_development(one, told.get(one.id, ()), kept, heads) for one in stories]
    return {
        "developments": [one for one in found if one.sentences][:STORIES],
        "turned": turned[:TURNS],
        "fresh": _not_turned(fresh, turned),
        "titles": {id_: body.title for id_, body in bodies.items()},
        "new": new,
        "counts": counts,
        "stories": totals[0],
        "reports": totals[1],
        "span": span,
        "spans": SPANS,
        "since": since.date().isoformat(),
        "shown": day.isoformat(),
        "wanted": wanted,
        "types": TYPES,
        "parties": asked.desk.parties(asked.as_of, asked.at),
    }


def _kept(rows: Iterable[ClaimRow], wanted: Wanted) -> set[ClaimRef]:
    return {ClaimRef(row.report, row.claim) for row in rows if wanted.fits(row)}


def _asking(connection: Connection, asked: Asked, digests: Sequence[Digest], wanted: Wanted) -> set[str]:
    """Those of some questions that have a claim which the reader keeps to, by their ids."""
    ids = [digest.id for digest in digests if not wanted.type or digest.type == wanted.type]
    if not wanted.place and not wanted.side:
        return set(ids)
    held = queries.claims_of(connection, ids, asked.at)
    kept = _kept(rows_of(connection, [ref for refs in held.values() for ref in refs]), wanted)
    return {id_ for id_, refs in held.items() if not kept.isdisjoint(refs)}


def _development(
    story: StoryDigest, sentences: Sequence[Sentence], kept: set[ClaimRef], heads: dict[str, Head]
) -> Development:
    told = []
    for sentence in sentences:
        refs = [ref for ref in sentence.claims if ref in kept and ref.report in heads]
        if refs:
            every = [ref for ref in sentence.claims if ref.report in heads]
            told.append(Cited(sentence.text, tuple((ref, heads[ref.report]) for ref in every)))
    return Development(story, tuple(told[:SENTENCES]))


def _not_turned(fresh: Sequence[Digest], turned: Sequence[Turn]) -> list[Digest]:
    shown = {turn.digest.id for turn in turned}
    return [digest for digest in fresh if digest.id not in shown]
