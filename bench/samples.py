"""What the program reads and reconciles from the sample, beside what an editor wrote down before any program ran.

    python bench/samples.py

Prints a table of shares and then what a reader of the brief must see at a glance, reached or not. Nothing from outside
the project is needed: the reports are in samples/reports, the editor's account in samples/expected. The sample is small
and everybody looks at it while working, so its shares say that nothing broke, not how good strangers' reports are read.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import msgspec
from rapidfuzz import fuzz

from twosource.model import Brief, Claim, ClaimRef, Period, Position, Question, Report
from twosource.pipeline import brief_of, read_paths

SAMPLES = Path(__file__).resolve().parents[1] / "samples"

SHORTER = 0.5
"""Share of the shorter of two stretches that both must hold to be one claim: half, so a cut may run on a little."""

UNION = 0.33
"""Share of the characters of both that they must share: a third, so that a whole paragraph is no find of its clause."""

ALIKE = 90
"""Likeness of two names (rapidfuzz, of 100): all words of the shorter in the longer, give or take a letter or two."""

SLACK = timedelta(days=1)
"""Days by which two dates may differ: a day over which a night runs belongs to either."""

Dated = str | tuple[str | None, str | None] | None


class FigureExpected(msgspec.Struct):
    """A figure with its bounds."""

    measure: str
    low: float | None
    high: float | None


class ClaimExpected(msgspec.Struct):
    """One attributed statement; samples/README.md says what the fields hold."""

    id: str
    report: str
    content: str | list[str]
    source_name: str
    relay: list[str]
    stance: str
    certainty: str
    type: str
    said: Dated
    when: Dated
    figures: list[FigureExpected]
    nth: int = 1


class CountExpected(msgspec.Struct):
    """How many independent sources there are."""

    count: int
    at_most: int


class QuestionExpected(msgspec.Struct):
    """What several claims are about."""

    id: str
    claims: list[str]
    independent_sources: CountExpected
    status: str


class Score(NamedTuple):
    """How many were right, of how many."""

    name: str
    right: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 where there was nothing to be right about."""
        return self.right / self.of if self.of else 0.0


class Found(NamedTuple):
    """A claim of the program, in its report."""

    report: Report
    claim: Claim

    @property
    def ref(self) -> ClaimRef:
        """How the account names it."""
        return ClaimRef(self.report.id, self.claim.id)


class Sample(NamedTuple):
    """The editor's account, the program's, and the claims of the one that were found in the other."""

    claims: list[ClaimExpected]
    questions: list[QuestionExpected]
    brief: Brief
    found: dict[str, Found]


T = TypeVar("T", ClaimExpected, QuestionExpected)


def load(folder: Path = SAMPLES) -> Sample:
    """Reads and reconciles the reports, and finds the expected claims among what was read."""
    lines = (folder / "expected" / "claims.jsonl").read_bytes().splitlines()
    claims = [msgspec.json.decode(line, type=ClaimExpected) for line in lines]
    told = (folder / "expected" / "questions.json").read_bytes()
    questions = msgspec.json.decode(told, type=list[QuestionExpected])
    reports = [thing for thing in read_paths([str(folder / "reports")], processes=1) if isinstance(thing, Report)]
    by_name = {Path(report.origin or "").stem: report for report in reports}
    found = {}
    for claim in claims:
        nearest = find(claim, by_name[claim.report])
        if nearest is not None:
            found[claim.id] = Found(by_name[claim.report], nearest)
    return Sample(claims, questions, brief_of(reports), found)


def place(claim: ClaimExpected, text: str) -> set[int]:
    """The offsets of an expected claim's words; nothing where the extractor of a page left them out."""
    offsets: set[int] = set()
    at = -1
    for number, words in enumerate([claim.content] if isinstance(claim.content, str) else claim.content):
        for _ in range(claim.nth if number == 0 else 1):
            at = text.find(words, at + 1)
            if at < 0:
                return set()
        offsets.update(range(at, at + len(words)))
        at += len(words) - 1
    return offsets


def likeness(expected: set[int], claim: Claim) -> float:
    """The share of the characters of both that they have in common; 0 where that is too little to be one claim."""
    mine = {offset for span in claim.content for offset in range(span.start, span.end)}
    both = len(expected & mine)
    if not both or both < SHORTER * min(len(expected), len(mine)):
        return 0.0
    share = both / len(expected | mine)
    return share if share > UNION else 0.0


def find(claim: ClaimExpected, report: Report) -> Claim | None:
    """The claim that was read from the same words, the nearest where there are several."""
    expected = place(claim, report.text)
    best = max(report.claims, key=lambda mine: likeness(expected, mine), default=None)
    return best if best is not None and likeness(expected, best) else None


def same_name(mine: str, expected: str) -> bool:
    """True for one name in two spellings, one of them with more words: `Marran` and `General Ludvik Marran`."""
    folded = [re.sub(r"[’']s\b|\W+", " ", name.casefold()).strip() for name in (mine, expected)]
    return fuzz.token_set_ratio(*folded) >= ALIKE


def same_days(mine: Period | None, expected: tuple[str | None, str | None]) -> bool:
    """True where the two meet, give or take a day, and mine is closed wherever the expected one is."""
    if mine is None or not mine or any(e and not m for m, e in zip((mine.start, mine.end), expected, strict=True)):
        return False
    (a, b), (c, d) = _ends(mine.start, mine.end), _ends(*expected)
    return a - SLACK <= d and c - SLACK <= b


def _ends(start: str | None, end: str | None) -> tuple[date, date]:
    first = date.fromisoformat(start) if start else date.min + SLACK
    return first, date.fromisoformat(end) if end else date.max


def score_reading(sample: Sample) -> Iterator[Score]:
    """How well single claims are read. What is not found at all counts as wrong everywhere else too."""
    yield Score("claims found", len(sample.found), len(sample.claims))
    total = sum(len(report.claims) for report in sample.brief.reports)
    yield Score(
        "claims read that are expected", sum(_expected(sample, report) for report in sample.brief.reports), total
    )
    tally: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for claim in sample.claims:
        for name, right in compare(claim, sample.found.get(claim.id)):
            of[name] += 1
            tally[name] += right
    yield from (Score(name, tally[name], of[name]) for name in of)


def _expected(sample: Sample, report: Report) -> int:
    """How many of a report's claims are words of an expected one; two halves of one are both."""
    name = Path(report.origin or "").stem
    wanted = [place(claim, report.text) for claim in sample.claims if claim.report == name]
    return sum(any(likeness(offsets, claim) for offsets in wanted) for claim in report.claims)


def compare(claim: ClaimExpected, found: Found | None) -> Iterator[tuple[str, bool]]:
    """What there is to be right about in a claim, and whether it is."""
    yield "source", found is not None and _source_right(claim, found)
    if len(claim.relay) > 2:
        yield "relay", found is not None and _relay_right(claim, found.claim)
    yield "type", found is not None and found.claim.type == claim.type
    if claim.stance != "assert":
        yield "stance other than assert", found is not None and found.claim.stance == claim.stance
    yield "certainty", found is not None and found.claim.certainty == claim.certainty
    for figure in claim.figures:
        mine = [] if found is None else [found.report.figures[index] for index in found.claim.figures]
        yield "figures", any((m.measure, m.low, m.high) == (figure.measure, figure.low, figure.high) for m in mine)
    dated: tuple[tuple[Literal["said", "when"], Dated], ...] = (("said", claim.said), ("when", claim.when))
    for name, days in dated:
        if days is not None:
            expected = (days, days) if isinstance(days, str) else days
            yield name, found is not None and same_days(getattr(found.claim, name), expected)


def _source_right(claim: ClaimExpected, found: Found) -> bool:
    source = found.report.source_of(found.claim)
    if claim.source_name == "outlet" or source is None or source.kind == "outlet":
        return claim.source_name == "outlet" and (source is None or source.kind == "outlet")
    return same_name(source.name, claim.source_name) or claim.source_name == "unspecified" == source.name


def _relay_right(claim: ClaimExpected, mine: Claim) -> bool:
    """The outlet stands last in every relay, and is left aside."""
    return len(mine.relay) == len(claim.relay) and all(map(same_name, mine.relay[:-1], claim.relay[:-1]))


def score_account(sample: Sample) -> Iterator[Score]:
    """How well claims are set side by side."""
    expected = _pairs(question.claims for question in sample.questions)
    mine = _pairs(_names(sample, question) for question in questions_of(sample.brief))
    yield Score("pairs together found", len(expected & mine), len(expected))
    yield Score("pairs together that are expected", len(expected & mine), len(mine))
    asked = [(question, _nearest(question, sample)) for question in sample.questions]
    yield Score("statuses", sum(near is not None and near.status == q.status for q, near in asked), len(asked))
    counts = [(q.independent_sources, near.independent_sources) for q, near in asked if near is not None]
    right = [(a.count, a.at_most) == (b.count, b.at_most) for a, b in counts]
    yield Score("independent sources counted", sum(right), len(asked))


def questions_of(brief: Brief) -> list[Question]:
    """All questions of all stories."""
    return [question for story in brief.stories for question in story.questions]


def _pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _names(sample: Sample, question: Question) -> list[str]:
    """The expected claims that the program has in a question."""
    refs = set(question.claims())
    return [name for name, found in sample.found.items() if found.ref in refs]


def _nearest(expected: QuestionExpected, sample: Sample) -> Question | None:
    """The question of the program that holds most of the claims, the first of several."""
    refs = held(sample, *expected.claims)
    best = max(questions_of(sample.brief), key=lambda question: len(refs & set(question.claims())), default=None)
    return best if best is not None and refs & set(best.claims()) else None


def score(sample: Sample) -> list[Score]:
    """All scores, in the order of the table."""
    return [*score_reading(sample), *score_account(sample)]


# What a reader must see at a glance


def glances(sample: Sample) -> dict[str, bool]:
    """What the brief must show of the sample's two stories, and whether it does."""
    return {name: shows(sample) for name, shows in GLANCES.items()}


def held(sample: Sample, *names: str) -> set[ClaimRef]:
    """The program's claims for some of the expected ones, those that were found."""
    return {sample.found[name].ref for name in names if name in sample.found}


def positions(sample: Sample, question: Question, *names: str) -> set[Position]:
    """The positions of a question in which any of the claims stands."""
    refs = held(sample, *names)
    return {position for position in question.positions if refs & set(position.claims)}


def side_by_side(sample: Sample, *sides: tuple[str, ...]) -> list[Question]:
    """The questions that give each side a position of its own; a side is one claim or several that say the same."""
    out = []
    for question in questions_of(sample.brief):
        taken = [positions(sample, question, *side) for side in sides]
        if all(taken) and all(a - b and b - a for a, b in combinations(taken, 2)):
            out.append(question)
    return out


ONE_SECTOR = ("003-08", "003-10", "007-03")
NOT_SEEN = ("007-02",)
BACK = ("008-03", "008-04")
CAPTURED = ("002-01", "003-18")
CONTESTED = ("003-21", "003-20")
TOLLS = (("001-02", "003-23"), ("004-01",), ("008-10",), ("005-08",))
FORCE = ("Mirek Tandor", "Heron")


def _counted_once(question: Question) -> bool | None:
    """Whether spokesman and commander are in one group; None where not both are counted."""
    groups = question.independent_sources.groups
    homes = [{n for n, group in enumerate(groups) if any(same_name(x, name) for x in group.names)} for name in FORCE]
    return bool(homes[0] & homes[1]) if all(homes) else None


def _once_somewhere(sample: Sample) -> bool:
    return any(_counted_once(question) for question in questions_of(sample.brief))


def _once_everywhere(sample: Sample) -> bool:
    counted = [_counted_once(question) for question in questions_of(sample.brief)]
    return True in counted and False not in counted


def _averaged(sample: Sample) -> bool:
    """Whether any estimate holds a bound that no claim of its position gives."""
    reports = {report.id: report for report in sample.brief.reports}
    for question in questions_of(sample.brief):
        for position in question.positions:
            said = {bound for ref in position.claims for bound in _bounds(reports[ref.report], ref.claim)}
            told = position.estimate
            if told is not None and not {told.low, told.best, told.high} - {None} <= said:
                return True
    return False


def _bounds(report: Report, claim: str) -> Iterator[float | None]:
    for index in report.claim(claim).figures:
        yield from (report.figures[index].low, report.figures[index].high)


def _status(sample: Sample, name: str) -> set[str]:
    return {question.status for question in questions_of(sample.brief) if held(sample, name) & set(question.claims())}


GLANCES: dict[str, Callable[[Sample], bool]] = {
    "the force's spokesman and commander count once in a question": _once_somewhere,
    "… and in every question where both are counted": _once_everywhere,
    "left one sector, not seen, are back: three positions of one question": lambda s: bool(
        side_by_side(s, ONE_SECTOR, NOT_SEEN, BACK)
    ),
    "… with all that is said of the one sector in that question": lambda s: any(
        held(s, *ONE_SECTOR) <= set(q.claims()) for q in side_by_side(s, ONE_SECTOR, NOT_SEEN, BACK)
    ),
    "… and the question marked as revised": lambda s: "revised" in _status(s, "008-03"),
    "the tolls 40, 46, 70 and 31: four positions of one question": lambda s: bool(side_by_side(s, *TOLLS)),
    "… 40 and 31 at least": lambda s: bool(side_by_side(s, TOLLS[0], TOLLS[2])),
    "… and marked as revised": lambda s: "revised" in _status(s, "008-10"),
    "no toll is averaged": lambda s: not _averaged(s),
    "Dremna captured and Dremna contested: two positions of one question": lambda s: bool(
        side_by_side(s, CAPTURED, CONTESTED)
    ),
    "… marked as disputed": lambda s: "disputed" in _status(s, "003-18"),
    "the General Staff denies the general's words: a question marked as denied": lambda s: (
        "denied" in _status(s, "003-26")
    ),
    "… with the words laid to him in that question": lambda s: bool(side_by_side(s, ("003-26",), ("005-12", "007-08"))),
}
"""What must be seen, by its name in the table. A line that begins with … asks for more of the same matter."""


def main() -> int:
    """Prints the table; the exit code is always 0, since tests/samples/test_account.py holds the floors."""
    sample = load()
    print(f"{'share':>6}  {'right':>5} {'of':>5}")
    for one in score(sample):
        print(f"{one.share:6.2f}  {one.right:5} {one.of:5}  {one.name}")
    print("\nAt a glance")
    for name, reached in glances(sample).items():
        print(f"  {'reached    ' if reached else 'not reached'}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
