"""The gist of a claim: what it is about, made comparable with the gists of other claims.

Everything here is taken from the claim, its report and nothing else, so that a gist never depends on other reports.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.knowledge import parties
from twosource.model import Claim, ClaimRef, Figure, Part, Period, PlaceMention, Record, Report, Source
from twosource.reconcile import frames, subjects, words
from twosource.reconcile.figures import TOLLS, tolls_of

GROUND = frozenset({"control", "presence"})
"""Matters that speak of one thing from two sides: who holds the ground, and where a force is."""

FAMILIES = (GROUND, frozenset({"diplomacy", "sanctions"}))
"""Matters whose states tell of each other."""

LEAD = 80
"""Characters before a claim in which its verb may stand ("the service lowered | the toll to 31")."""

SETTLEMENT_PRECISION = 2
"""UCDP where_prec up to which a place is as fine as a settlement (1 exact, 2 near a named settlement)."""

_ANAPHOR = re.compile(
    r"^\W*(?:(?:he|she|it|they|them|this|these|those|such|there|its|their|the (?:number|losses|claims?|figure|"
    r"decision|attacks?|troops|fighting|village|town|city|area|restrictions|limitations))\b)",
    re.IGNORECASE,
)
"""How words begin that cannot be understood without the sentence before them."""


@cache
def _population() -> re.Pattern[str]:
    """A force or a crowd right behind the name of a party."""
    return re.compile(r"^(?:['’]s)? " + frames.behind_a_people() + r"\b", re.IGNORECASE)


@cache
def _unknown_people() -> re.Pattern[str]:
    """A people by its ending, before a word for a force, or in the plural."""
    before = r"\b([A-Z][a-z]{2,}(?:ian|ean|an|ese|ish|ite|ic|i)s?)(?= " + frames.behind_a_people() + r"\b)"
    return re.compile(before + r"|\b([A-Z][a-z]{3,}(?:ians|eans|ese))\b")


AT_LARGE = "people"
"""The population of a toll of people at large: of whoever was there, and of no party's forces."""

_AT_LARGE = re.compile(
    r"\b(?:people|residents|civilians|inhabitants|villagers|passengers|workers|bodies|persons|families|children|women|"
    r"death toll|victims|survivors)\b",
    re.IGNORECASE,
)

HEADING_LONGEST = 200
"""Characters above which a line without a final stop is still taken for a paragraph (headlines are shorter)."""


class Gist(Record, frozen=True):
    """What a claim is about. `populations` are the parties whose people or forces it speaks of, `subject` the first.

    `around` are the words of its paragraph, `halves` the halves of a place that it tells apart. Of a claim that speaks
    of two matters the second gist is marked `also`. `lead` is its text with the words
    that lead to it, `cue` the reporting words, `doer` the subject where its own words name it. `state`
    is the state of its matter that it tells, with `not_` before it where it is negated; `aspects` are the sides of its
    matter that it tells of. `topics` are the subjects that its words tell of, `counted` the stems of what its figures
    count, `tolls` the tolls that they bear on (of the killed or wounded: both),
    `magnitude` how strong it says a quake was.
    """

    ref: ClaimRef
    item: tuple[str, int]
    order: int
    type: str
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    populations: frozenset[str]
    subject: str | None
    settlements: frozenset[str]
    regions: frozenset[str]
    states: tuple[frames.Found, ...]
    matter: str
    figures: tuple[Figure, ...]
    said: Period
    when: Period
    source: Source | None
    part: Part
    paragraph: int
    claim: Claim
    around: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    also: bool = False
    lead: str = ""
    cue: str = ""
    doer: str | None = None
    state: str | None = None
    aspects: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    magnitude: float | None = None

    @property
    def finest(self) -> frozenset[str]:
        """Its settlements, or where there are none its regions."""
        return self.settlements or self.regions


def _with_state(gist: Gist) -> Gist:
    """A gist with what its states say of its matter; to be made anew where the matter is another."""
    family = next((family for family in FAMILIES if gist.matter in family), frozenset({gist.matter}))
    told = [found for found in gist.states if found.matter in family]
    near = GROUND if gist.matter in GROUND else frozenset({gist.matter})
    aspects = frozenset(found.aspect or found.matter for found in gist.states if found.matter in near)
    if not told:
        return gist.replace(state=None, aspects=aspects)
    found = min(told, key=lambda f: f.matter != gist.matter)
    flips = found.negated and found.state != "unseen"
    state = f"not_{found.state}" if flips != (gist.claim.stance == "deny") else found.state
    return gist.replace(state=state, aspects=aspects)


class Reader:
    """Takes gists from one report; holds what several claims of it share."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._cues = {said.id: said.cue for said in report.attributions}
        self.lines = [0, *(match.end() for match in re.finditer(r"[\n\r\u2028\u2029\u0085]+", report.text))]

    def line(self, offset: int) -> tuple[int, int]:
        """The ends of the line that holds an offset."""
        number = bisect_right(self.lines, offset)
        end = self.lines[number] if number < len(self.lines) else len(self.report.text)
        return self.lines[number - 1], end

    def before(self, claim: Claim) -> str:
        """The words that stand before a claim in its line, or the line before where it opens its line."""
        at = claim.content[0].start
        start, _ = self.line(at)
        if start == at and start > 0:
            start, _ = self.line(start - 1)
        return self.report.text[max(start, at - 600) : at]

    def part(self, claim: Claim) -> Part:
        """The part as read, or, of a reading that does not say it, whether the line looks like a heading.

        What an outlet says in its own voice on no known day, in a dated report, stands in a stub of another story.
        """
        if claim.part is not None:
            return claim.part
        if claim.source is None and claim.said is None and self.report.published:
            return "teaser"
        start, end = self.line(claim.content[0].start)
        line = self.report.text[start:end].strip()
        if start == 0 and len(line) < HEADING_LONGEST and not line.endswith((".", "”", '"')):
            return "title"
        if len(line) < HEADING_LONGEST and not re.search(r"[.!?…:;)\"”’]$", line):
            return "heading"
        return "teaser" if line.endswith("…") else "body"

    def cue(self, claim: Claim) -> str:
        """The words that report a claim; empty where nobody reports it."""
        held = self._cues.get(claim.attribution or "", ())
        return " ".join(self.report.text[span.start : span.end] for span in held)

    def gist(self, claim: Claim, order: int) -> Gist:
        """The gist of one claim."""
        report = self.report
        text = report.words(claim)
        found = parties.mentions(text)
        context = "" if not _needs_context(text, bool(found)) else self.before(claim)
        around = parties.mentions(context)
        own = _populations(text, found)
        populations = own or _populations(context, around)
        figures = tuple(_in_front(report.figures[i]) for i in claim.figures if i < len(report.figures))
        places = [report.places[i] for i in claim.places if i < len(report.places)]
        settlements, regions = _places(places)
        states = frames.states_in(text)
        paragraph = self.line(claim.content[0].start)
        lead = report.text[max(paragraph[0], claim.content[0].start - LEAD) : claim.content[-1].end]
        return Gist(
            ref=ClaimRef(report.id, claim.id),
            item=(report.id, claim.item or 0),
            order=order,
            type=claim.type,
            text=text,
            stems=words.stems(text),
            names=words.names(text),
            parties=frozenset(m.party for m in (found or around)),
            populations=frozenset(populations),
            subject=populations[0] if populations else None,
            settlements=settlements,
            regions=regions,
            states=states,
            matter=matter_of(claim.type, states, figures, bool(settlements), populations),
            figures=figures,
            said=claim.said or Period(),
            when=claim.when or Period(),
            source=report.source_of(claim),
            part=self.part(claim),
            paragraph=paragraph[0],
            claim=claim,
            halves=halves(text),
            doer=own[0] if own else None,
            lead=lead,
            cue=self.cue(claim),
            around=words.stems(report.text[slice(*paragraph)]),
            topics=subjects.subjects_in(text),
            counted=_counted(figures),
            tolls=tolls_of(figures),
            magnitude=frames.magnitude(text, lead),
        )


def _in_front(figure: Figure) -> Figure:
    """A figure of another time or place by what it counts there: beside its like it is no background."""
    return figure.replace(measure=figure.background, background=None) if figure.background else figure


def _counted(figures: Sequence[Figure]) -> frozenset[str]:
    return frozenset(stem for figure in figures if figure.of for stem in words.stems(figure.of))


_HALF = re.compile(
    r"\b(north|south|east|west|left|right|upper|lower)(?:ern)?[ -]"
    r"(?:bank|shore|side|part|half|wing|sector|coast|suburbs?|districts?|quarters?)\b"
)


def halves(text: str) -> frozenset[str]:
    """The halves of a place that some words tell apart ("the west bank", "the northern part").

    >>> sorted(halves("19 people died on the west bank"))
    ['west']
    """
    return frozenset(match.group(1) for match in _HALF.finditer(text.lower()))


def _needs_context(text: str, has_party: bool) -> bool:
    return not has_party or bool(_ANAPHOR.match(text))


def _populations(text: str, found: Sequence[parties.PartyMention]) -> list[str]:
    """The parties whose people or forces are named, in order ("North Korean troops", "Russia’s soldiers").

    A people that the data file does not know is a party under its own name ("Varenian marines").
    """
    placed: list[tuple[int, str]] = []
    for mention in found:
        people = mention.people and text[mention.start : mention.end].endswith("s")
        if people or _population().match(text[mention.end : mention.end + 60]):
            placed.append((mention.start, mention.party))
    placed += (
        (match.start(), words.fold(match.group(1) or match.group(2)).removesuffix("s"))
        for match in _unknown_people().finditer(text)
        if not any(mention.start <= match.start() < mention.end for mention in found)
    )
    if not placed and _AT_LARGE.search(text):
        return [AT_LARGE]
    return list(dict.fromkeys(party for _, party in sorted(placed)))


def _places(places: Sequence[PlaceMention]) -> tuple[frozenset[str], frozenset[str]]:
    fine, coarse = set(), set()
    for place in places:
        key = words.fold(place.name)
        nowhere = place.precision is None and (place.feature or "").startswith("PPL")
        if nowhere or (place.precision is not None and place.precision <= SETTLEMENT_PRECISION):
            fine.add(key)
        else:
            coarse.add(key)
    return frozenset(fine), frozenset(coarse)


BY_TYPE = {"movement": "presence", "casualties": "toll", "losses_materiel": "losses_materiel"}
"""The matter of a claim type where nothing in the claim says otherwise; other types name their matter themselves."""

AT_PLACES = frozenset({"control", "movement", "attack"})


def matter_of(
    type_: str,
    states: Sequence[frames.Found],
    figures: Sequence[Figure],
    at_settlement: bool,
    populations: Sequence[str],
) -> str:
    """What a claim is about, from its type, its states and whether it speaks of a settlement."""
    measures = {figure.measure for figure in figures}
    if type_ in ("casualties", "strength") and measures & TOLLS:
        return "toll"
    if type_ == "strength":
        return "strength"
    told = {found.matter for found in states}
    if type_ in AT_PLACES:
        if type_ == "attack" and not told & {"presence"} and ("attack" in told or "control" not in told):
            return "attack"
        if at_settlement:
            return "control"
        if type_ == "movement":
            return "presence" if "presence" in told or populations else "control"
        return "control"
    return BY_TYPE.get(type_, type_)


def gists(report: Report) -> tuple[Gist, ...]:
    """The gists of a report's claims, in order; a claim that speaks of two matters has one of each."""
    reader = Reader(report)
    whole = [reader.gist(claim, order) for order, claim in enumerate(report.claims) if claim.content]
    return tuple(_with_state(one) for gist in whole for one in (*_by_toll(gist), *_more(gist)))


def _by_toll(gist: Gist) -> Iterator[Gist]:
    """A claim of several tolls answers with each in a question of its own; the first is what it mainly says."""
    measures = dict.fromkeys(figure.measure for figure in gist.figures if figure.measure in TOLLS)
    if gist.matter != "toll" or len(measures) < 2:
        yield gist
        return
    for n, measure in enumerate(measures):
        own = tuple(f for f in gist.figures if f.measure == measure or (n == 0 and f.measure not in TOLLS))
        yield gist.replace(figures=own, counted=_counted(own), tolls=tolls_of(own), also=n > 0)


def _more(gist: Gist) -> Iterator[Gist]:
    """What else a claim speaks of: how many were sent beside how many died, who attacked beside whom it killed."""
    tolls = tuple(f for f in gist.figures if f.measure in TOLLS)
    sent = tuple(f for f in gist.figures if f.measure == "deployed")
    if gist.matter == "toll" and tolls and sent:
        yield gist.replace(matter="strength", type="strength", figures=sent, counted=_counted(sent), also=True)
    if gist.matter == "toll" and gist.part == "body" and any(found.state == "struck" for found in gist.states):
        yield gist.replace(matter="attack", type="attack", figures=(), counted=frozenset(), also=True)
    if gist.type == "movement" and tolls:
        yield gist.replace(matter="toll", type="casualties", figures=tolls, counted=_counted(tolls), also=True)
    moved = gist.type == "movement" and gist.matter == "control" and gist.populations
    if moved and any(found.matter == "presence" for found in gist.states):
        yield gist.replace(matter="presence", also=True)
