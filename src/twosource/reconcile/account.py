"""Puts the account together: stories, their questions, and what each question comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.model import (
    Account,
    ClaimRef,
    Estimate,
    Figure,
    ItemRef,
    Judgement,
    Period,
    Position,
    Question,
    Report,
    Story,
    content_id,
)
from twosource.reconcile import judged
from twosource.reconcile.gist import GROUND, Gist, gists
from twosource.reconcile.independence import independence
from twosource.reconcile.matching import ASIDE, SAME_MATTER, Rarities, reasons
from twosource.reconcile.questions import group_into_positions, group_into_questions, question_text
from twosource.reconcile.relations import relations
from twosource.reconcile.status import status
from twosource.reconcile.stories import (
    ItemGist,
    Key,
    Thread,
    Unit,
    in_order,
    item_gists,
    stories_in,
    threads_of,
    units,
)
from twosource.reconcile.words import fold
from twosource.threads import one_thread

RECONCILER = "rules-7"
"""Names what set claims side by side; kept with every account, so that an older one is known and made anew."""

FIRST: Mapping[str, int] = {
    name: n for n, name in enumerate(("denied", "disputed", "revised", "unverified", "corroborated", "single_source"))
}
"""The order of questions in a brief: the disputed and the changed first."""


MOST_CLAIMS = 400
"""Claims of a thread that are compared each with each: eighty thousand pairs take a second or two. The claims of a
larger one are first parted by their matter and their place, and compared within the parts."""


class Indexed(NamedTuple):
    """A report made ready: its items, and its claims by the item that they belong to."""

    report: Report
    items: tuple[ItemGist, ...]
    claims: Mapping[Key, Sequence[Gist]]


def indexed(report: Report) -> Indexed:
    """Makes a report ready to be set beside others. Rests on the report alone."""
    items = item_gists(report)
    claims: dict[Key, list[Gist]] = {}
    read = gists(report)
    held = Counter(gist.item[1] for gist in read)
    for gist in read:
        line = len(items) >= DIGEST and held[gist.item[1]] <= FEW_CLAIMS
        claims.setdefault(_home(gist, items, line), []).append(gist)
    capitals = {fold(place.name) for place in report.places if place.feature == CAPITAL}
    return Indexed(report, tuple(_with_towns(item, claims, capitals) for item in items), claims)


CAPITAL = "PPLC"
"""GeoNames' code of a state's capital, which ties no stories: it stands in every report."""


def _with_towns(item: ItemGist, claims: Mapping[Key, Sequence[Gist]], capitals: set[str]) -> ItemGist:
    towns = frozenset(town for gist in claims.get((item.report, item.item), ()) for town in gist.settlements)
    return item.replace(towns=towns - capitals)


def reconcile(reports: Sequence[Report], judgements: Sequence[Judgement] = ()) -> Account:
    """What some reports add up to. The answer depends on the set of reports, not on their order.

    >>> reconcile([]).stories
    ()
    """
    held = {report.id: indexed(report) for report in reports}
    items = [item for key in sorted(held) for item in held[key].items]
    hold = judged.active(judgements)
    found = [
        story
        for unit in units(items, judged.links(hold))
        for thread in threads_in(unit, hold)
        for story in stories_of(thread, held, hold)
    ]
    return Account(tuple(sorted(found, key=in_account)), RECONCILER)


def in_account(story: Story) -> tuple[int, str, str]:
    """Sorts the stories of an account: the largest first, then the earliest."""
    return -len(story.reports), story.period.start or "", story.id


def threads_in(unit: Unit, judgements: Sequence[Judgement]) -> list[Thread]:
    """The threads of a unit, after the judgements that hold."""
    stories = judged.of_stories(stories_in(unit), judgements)
    ordered = sorted((in_order(story) for story in stories), key=lambda story: (story[0].report, story[0].item))
    return threads_of(ordered, unit.level, judged.thread_links(judgements))


DIGEST, FEW_CLAIMS = 4, 2
"""Items from which a report is a digest, and claims up to which an item of it may be a line that sums up another."""

SUMS_UP = 6
"""What a line must share with another item that it sums up: three names, or names and words together."""


def _home(gist: Gist, items: Sequence[ItemGist], line: bool) -> Key:
    """The item that a claim belongs to: its own; of a bullet, a teaser or a line that sums up, the one most like it."""
    if not items:
        return gist.item
    own = next((item for item in items if item.item == gist.item[1]), None)
    at = gist.item[1]
    best = max(items, key=lambda item: (item is not own, _shared(gist, item), -abs(item.item - at), -item.item))
    if own is not None and not (line and _shared(gist, best) >= SUMS_UP):
        best = own
    return best.report, best.item


def _shared(gist: Gist, item: ItemGist) -> int:
    return len(gist.stems & item.stems) + 2 * len(gist.names & item.names)


@one_thread
def stories_of(thread: Thread, held: Mapping[str, Indexed], judgements: Sequence[Judgement] = ()) -> list[Story]:
    """The stories of a thread; a question stands in the story that most of its claims are of."""
    home: dict[ClaimRef, int] = {}
    told: list[Gist] = []
    for number, items in enumerate(thread.stories):
        for item in items:
            for gist in held[item.report].claims.get((item.report, item.item), ()):
                home[gist.ref] = number
                told.append(gist)
    ids = sorted({item.report for items in thread.stories for item in items})
    printed = {fold(place.name): place.name for key in ids for place in held[key].report.places}
    rarities = Rarities.of(told)
    groups = [group for part in parts(told) for group in group_into_questions(part, rarities)]
    asked: dict[int, list[Question]] = {number: [] for number in range(len(thread.stories))}
    for group in judged.of_questions(groups, judgements):
        counts = Counter(home[gist.ref] for gist in group)
        best = min(counts, key=lambda n: (-counts[n], n))
        asked[best].append(_relabelled(question(group, rarities, printed), judgements))
    reports = {key: held[key].report for key in ids}
    return [_story(items, asked[number], reports, judgements) for number, items in enumerate(thread.stories)]


def parts(told: Sequence[Gist]) -> list[list[Gist]]:
    """The parts of a thread that claims are compared within: one; in a large thread one for each matter and place."""
    if len(told) <= MOST_CLAIMS:
        return [list(told)]
    found: dict[tuple[str, str], list[Gist]] = {}
    for gist in told:
        ground = "ground" if gist.matter in GROUND else gist.matter
        found.setdefault((ground, min(gist.settlements, default="")), []).append(gist)
    return [found[key] for key in sorted(found)]


def _relabelled(asked: Question, judgements: Sequence[Judgement]) -> Question:
    label = judged.label(judgements, "relabel_question", asked.claims())
    return asked if label is None else asked.replace(text=label)


def _story(
    items: Sequence[ItemGist],
    questions: Sequence[Question],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
) -> Story:
    ids = tuple(dict.fromkeys(item.report for item in items))
    first = min(items, key=lambda i: (i.published.end or "9999", i.published.start or "", -i.size, i.report, i.item))
    refs = tuple(ItemRef(item.report, item.item) for item in items)
    return Story(
        id=content_id("s", [first.report, first.item]),
        title=judged.label(judgements, "relabel_story", refs) or _title(first, reports),
        reports=ids,
        items=refs,
        period=_period([Period(reports[i].published.start, reports[i].published.end) for i in ids]),
        questions=tuple(sorted(questions, key=in_story)),
    )


def in_story(asked: Question) -> tuple[int, int, str]:
    """Sorts the questions of a story: the disputed and the changed first, then those with most claims."""
    return FIRST[asked.status], -len(asked.claims()), asked.id


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
    kinds = Counter(gist.type for gist in group)
    return Question(
        id=_named(group),
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


def _named(group: Sequence[Gist]) -> str:
    """The id of a question, after its earliest claim that is mainly of it: no other question can have that one."""
    mainly = [gist for gist in group if not gist.also]
    if mainly:
        return content_id("q", min(mainly, key=_earliest).ref.to_dict())
    first = min(group, key=_earliest)
    return content_id("q", [first.ref.to_dict(), first.matter])


def _earliest(gist: Gist) -> tuple[str, ClaimRef]:
    """Sorts first the claim that a question is named after: what was said first is seldom overtaken by what comes."""
    return gist.said.start or gist.said.end or "9999", gist.ref


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
