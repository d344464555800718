"""Puts the account together: stories, their questions, and what each question comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.model import (
    Account,
    ClaimRef,
    Estimate,
    Figure,
    ItemRef,
    Period,
    Position,
    Question,
    Report,
    Story,
    content_id,
)
from twosource.reconcile.gist import Gist, gists
from twosource.reconcile.independence import independence
from twosource.reconcile.matching import ASIDE, SAME_MATTER, Rarities, reasons
from twosource.reconcile.questions import group_into_positions, group_into_questions, matter, question_text
from twosource.reconcile.relations import relations
from twosource.reconcile.status import status
from twosource.reconcile.stories import ItemGist, Thread, item_gists, threads, tie_by_towns
from twosource.reconcile.words import fold

RECONCILER = "rules-1"
"""Names what set claims side by side; kept with every account, so that an older one is known and made anew."""

FIRST: Mapping[str, int] = {
    name: n for n, name in enumerate(("denied", "disputed", "revised", "unverified", "corroborated", "single_source"))
}
"""The order of questions in a brief: the disputed and the changed first."""


def reconcile(reports: Sequence[Report]) -> Account:
    """What some reports add up to. The answer depends on the set of reports, not on their order.

    >>> reconcile([]).stories
    ()
    """
    unique = {report.id: report for report in reports}
    ordered = [unique[key] for key in sorted(unique)]
    by_item: dict[tuple[str, int], list[Gist]] = {}
    for report in ordered:
        items = item_gists(report)
        for gist in gists(report):
            by_item.setdefault(_home(gist, items), []).append(gist)
    printed = {fold(place.name): place.name for report in ordered for place in report.places}
    towns = {key: frozenset().union(*(gist.settlements for gist in held)) for key, held in by_item.items()}
    tied = tie_by_towns(threads(ordered), towns)
    stories = [story for thread in tied for story in _stories(thread, by_item, unique, printed)]
    stories.sort(key=lambda s: (-len(s.reports), s.period.start or "", s.id))
    return Account(tuple(stories), RECONCILER)


def _home(gist: Gist, items: Sequence[ItemGist]) -> tuple[str, int]:
    """The story item that a claim belongs to: its own; of a bullet or a teaser, the one it shares most words with."""
    if not items:
        return gist.item
    own = next((item for item in items if item.item == gist.item[1]), None)
    best = own or max(items, key=lambda item: (_shared(gist, item), -abs(item.item - gist.item[1]), -item.item))
    return best.report, best.item


def _shared(gist: Gist, item: ItemGist) -> int:
    return len(gist.stems & item.stems) + 2 * len(gist.names & item.names)


def _stories(
    thread: Thread,
    by_item: Mapping[tuple[str, int], Sequence[Gist]],
    reports: Mapping[str, Report],
    printed: Mapping[str, str],
) -> list[Story]:
    """The stories of a thread; a question stands in the story that most of its claims are of."""
    home: dict[ClaimRef, int] = {}
    held: list[Gist] = []
    for number, items in enumerate(thread.stories):
        for item in items:
            for gist in by_item.get((item.report, item.item), ()):
                home[gist.ref] = number
                held.append(gist)
    rarities = Rarities.of(held)
    asked: dict[int, list[Question]] = {number: [] for number in range(len(thread.stories))}
    for group in group_into_questions(held, rarities):
        counts = Counter(home[gist.ref] for gist in group)
        asked[min(counts, key=lambda n: (-counts[n], n))].append(question(group, rarities, printed))
    return [_story(items, asked[number], reports) for number, items in enumerate(thread.stories)]


def _story(items: Sequence[ItemGist], questions: Sequence[Question], reports: Mapping[str, Report]) -> Story:
    ids = tuple(dict.fromkeys(item.report for item in items))
    first = min(items, key=lambda i: (i.published.end or "9999", i.published.start or "", -i.size, i.report, i.item))
    return Story(
        id=content_id("s", [first.report, first.item]),
        title=_title(first, reports),
        reports=ids,
        items=tuple(ItemRef(item.report, item.item) for item in items),
        period=_period([Period(reports[i].published.start, reports[i].published.end) for i in ids]),
        questions=tuple(sorted(questions, key=lambda q: (FIRST[q.status], -len(q.claims()), q.id))),
    )


def _title(item: ItemGist, reports: Mapping[str, Report]) -> str:
    report = reports[item.report]
    heading = report.items[item.item].heading
    if heading is not None:
        return heading.cut(report.text).strip("•*–—-· \t\r\n")
    if report.title and item.item == 0:
        return report.title
    words = report.text[report.items[item.item].start :].strip().split("\n")[0].split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")


def _period(periods: Sequence[Period]) -> Period:
    """From the first day to the last on which reports were published; of open periods only where all are open."""
    closed = [p for p in periods if p.start and p.end] or periods
    starts = [p.start for p in closed if p.start]
    ends = [p.end for p in closed if p.end]
    return Period(min(starts, default=None), max(ends, default=None))


def question(group: Sequence[Gist], rarities: Rarities, printed: Mapping[str, str]) -> Question:
    """One question: its positions, relations, sources and status."""
    positions = group_into_positions(group, rarities)
    positions.sort(key=lambda p: (p[0].claim.stance in ASIDE, -len(p), p[0].said.start or "", p[0].ref))
    related = relations(positions, rarities)
    number = {gist.ref: n for n, position in enumerate(positions) for gist in position}
    agreeing = [
        frozenset((number[r.a], number[r.b])) for r in related if r.kind in ("agree", "same_statement", "overstates")
    ]
    sources = independence(positions, agreeing)
    state, why = status(positions, related, sources)
    first = min(gist.ref for gist in group)
    kinds = Counter(gist.type for gist in group)
    return Question(
        id=content_id("q", [matter(group), first.to_dict()]),
        text=question_text(group, dict(printed)),
        type=min((g.claim.type for g in group), key=lambda t: (-kinds[t], t)),
        status=state,
        positions=tuple(_position(position, rarities) for position in positions),
        relations=tuple(related),
        independent_sources=sources,
        sides=_sides(group),
        declined=tuple(
            dict.fromkeys(g.source.name for g in group if g.claim.stance == "decline" and g.source is not None)
        ),
        status_reason=why,
    )


def _position(position: Sequence[Gist], rarities: Rarities) -> Position:
    lead = min(position, key=_lead)
    names = dict.fromkeys(g.source.name if g.source else _outlet(g) for g in position)
    why = reasons(SAME_MATTER, lead, position[-1], rarities) if len(position) > 1 else None
    return Position(
        answer=lead.text,
        claims=tuple(gist.ref for gist in position),
        sources=tuple(names),
        estimate=_estimate([figure for gist in position for figure in gist.figures]),
        reason=why,
    )


LONG_ANSWER = 160
"""Characters above which a claim answers only where no shorter one does: an answer is read at a glance."""


def _lead(gist: Gist) -> tuple[bool, bool, bool, int, ClaimRef]:
    """Sorts first the claim whose words stand for the position: in the body, of a named source, short but full."""
    named = gist.source is not None and gist.source.kind in ("person", "organisation")
    return (gist.part != "body", not named, len(gist.text) > LONG_ANSWER, -len(gist.stems), gist.ref)


def _outlet(gist: Gist) -> str:
    return gist.claim.relay[-1] if gist.claim.relay else "unnamed outlet"


def _estimate(figures: Sequence[Figure]) -> Estimate | None:
    """UCDP's low, best and high of a position: the outermost bounds said; best only where all say one number."""
    counted = [f for f in figures if f.measure not in ("duration", "distance", "share")]
    if not counted:
        return None
    measure = Counter(f.measure for f in counted).most_common(1)[0][0]
    same = [f for f in counted if f.measure == measure]
    lows = [f.low for f in same if f.low is not None]
    highs = [f.high for f in same if f.high is not None]
    exact = {f.low for f in same if f.low is not None and f.low == f.high}
    best = next(iter(exact)) if len(exact) == 1 and len(exact) == len({(f.low, f.high) for f in same}) else None
    high = max(highs) if len(highs) == len(same) else None
    return Estimate(min(lows, default=None), best, high, same[0].unit)


def _sides(group: Sequence[Gist]) -> tuple[str, ...]:
    """The parties that speak, in the order in which they first do."""
    return tuple(dict.fromkeys(side for g in group if g.source is not None for side in (g.source.side or ())))
