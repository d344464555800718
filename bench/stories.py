"""How well a perfect reading is reconciled: stories that an editor set side by side, and the program after him.

    python -m bench.stories [FOLDER …] [--unseen]

A folder holds reports/ and expected/; without one the sample and the invented stories of samples/stories are taken.
The claims are handed over as the editor wrote them down (bench/perfect.py), so that reading has no part in it.
The last two stories are kept unseen: their figures are printed apart, and nobody tunes on them.

together, positions   pairs of claims of one question, of one position: F1, precision, recall
relations             of those that the editor lists; printed ones hold where the two positions stand so
conflict              pairs of positions that conflict
status, independent   over questions of two claims and more
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from bench.perfect import QuestionTold, Told, load, perfect
from twosource.model import Account, Question
from twosource.reconcile import reconcile

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
UNSEEN = ("mine", "siege")
"""Stories of samples/stories that nobody tunes on: the last two by name."""

DIRECTED = frozenset({"revision", "overstates"})
AT_ONE = frozenset({"agree", "compatible", "same_statement"})
"""How claims of one position may stand where the editor lists no relation."""

Pair = tuple[str, str]


class Ratio(NamedTuple):
    """How many of the expected were found, and how many of the printed are right."""

    found: int
    expected: int
    right: int
    printed: int

    @property
    def recall(self) -> float:
        """Of the expected."""
        return self.found / self.expected if self.expected else 0.0

    @property
    def precision(self) -> float:
        """Of the printed."""
        return self.right / self.printed if self.printed else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def plus(self, other: Ratio) -> Ratio:
        """The two counted together."""
        return Ratio(*(a + b for a, b in zip(self, other, strict=True)))


Scores = Mapping[str, Ratio]


class Expected:
    """The editor's account, by pairs of claims."""

    def __init__(self, questions: Iterable[QuestionTold]) -> None:
        self.questions = list(questions)
        self.asked = sorted({claim for q in self.questions for claim in q.claims})
        self.together = {pair for q in self.questions for pair in combinations(sorted(q.claims), 2)}
        self.same: set[Pair] = set()
        self.listed: dict[Pair, set[str]] = defaultdict(set)
        self.between: dict[Pair, set[str]] = defaultdict(set)
        self.odds: list[set[Pair]] = []
        for question in self.questions:
            self._add(question)

    def _add(self, question: QuestionTold) -> None:
        home = {claim: n for n, position in enumerate(question.positions) for claim in position.claims}
        kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
        for told in question.relations:
            kinds[home[told.a], home[told.b]].add(told.kind)
            self.listed[told.a, told.b].add(told.kind)
            if told.kind not in DIRECTED:
                kinds[home[told.b], home[told.a]].add(told.kind)
        for (m, n), held in kinds.items():
            if "conflict" in held and m <= n:
                pairs = product(question.positions[m].claims, question.positions[n].claims)
                self.odds.append({pair for a, b in pairs if a != b for pair in ((a, b), (b, a))})
        for a, b in product(home, home):
            if a != b:
                one = home[a] == home[b]
                self.between[a, b] |= kinds.get((home[a], home[b])) or (AT_ONE if one else set())
                if one:
                    self.same.add((min(a, b), max(a, b)))

    def allows(self, a: str, b: str, kind: str) -> bool:
        """Whether the editor has two claims stand so."""
        told = self.listed.get((a, b)) or self.between.get((a, b), set())
        return kind in told or (kind not in DIRECTED and kind in self.listed.get((b, a), ()))


def score(told: Told, account: Account) -> Scores:
    """All measures of one folder."""
    expected = Expected(told.questions)
    questions = [question for story in account.stories for question in story.questions]
    home: dict[str, set[str]] = defaultdict(set)
    spot: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for question in questions:
        for n, position in enumerate(question.positions):
            for ref in position.claims:
                home[ref.claim].add(question.id)
                spot[ref.claim].add((question.id, n))
    together = {(a, b) for a, b in combinations(expected.asked, 2) if home[a] & home[b]}
    same = {(a, b) for a, b in combinations(expected.asked, 2) if spot[a] & spot[b]}
    return {
        "together": _pairs(expected.together, together),
        "positions": _pairs(expected.same, same),
        **_relations(expected, questions),
        **_statuses(expected, {question.id: question for question in questions}, home),
    }


def _pairs(expected: set[Pair], mine: set[Pair]) -> Ratio:
    both = len(expected & mine)
    return Ratio(both, len(expected), both, len(mine))


def _relations(expected: Expected, questions: Iterable[Question]) -> Scores:
    said: dict[Pair, set[str]] = defaultdict(set)
    printed = list(_printed(questions))
    for a, b, kind in printed:
        said[a, b].add(kind)
        if kind not in DIRECTED:
            said[b, a].add(kind)
    wanted = [(pair, kind) for question in expected.questions for pair, kind in _listed(question)]
    found = sum(kind in said[pair] for pair, kind in wanted)
    right = sum(expected.allows(*one) for one in printed)
    at_odds = [expected.allows(*one) for one in printed if one[2] == "conflict"]
    met = sum(any("conflict" in said[pair] for pair in cross) for cross in expected.odds)
    scores = {
        "relations": Ratio(found, len(wanted), right, len(printed)),
        "conflict": Ratio(met, len(expected.odds), sum(at_odds), len(at_odds)),
    }
    for name in ("agree", "compatible", "revision", "same_statement", "overstates"):
        mine = [expected.allows(*one) for one in printed if one[2] == name]
        of = [kind in said[pair] for pair, kind in wanted if kind == name]
        scores["  " + name] = Ratio(sum(of), len(of), sum(mine), len(mine))
    return scores


def _listed(question: QuestionTold) -> Iterator[tuple[Pair, str]]:
    for told in question.relations:
        yield (told.a, told.b), told.kind


def _printed(questions: Iterable[Question]) -> Iterator[tuple[str, str, str]]:
    for question in questions:
        for relation in question.relations:
            yield relation.a.claim, relation.b.claim, relation.kind


def nearest(expected: QuestionTold, home: Mapping[str, set[str]]) -> str | None:
    """The printed question that holds most of the claims, the first of several."""
    votes = Counter(name for claim in expected.claims for name in sorted(home[claim]))
    return votes.most_common(1)[0][0] if votes else None


def _statuses(expected: Expected, mine: Mapping[str, Question], home: Mapping[str, set[str]]) -> Scores:
    right: Counter[str] = Counter()
    for question in (q for q in expected.questions if len(q.claims) > 1):
        name = nearest(question, home)
        if name is None:
            continue
        right["asked"] += 1
        right["status"] += mine[name].status == question.status
        right["independent"] += mine[name].independent_sources.count == question.independent_sources.count
        right["at most"] += mine[name].independent_sources.at_most == question.independent_sources.at_most
    asked = right["asked"]
    return {name: Ratio(right[name], asked, right[name], asked) for name in ("status", "independent", "at most")}


HEADLINES = ("together", "positions", "relations", "conflict", "status", "independent")
"""The measures whose F1 are averaged into one figure."""


def mean(scores: Scores) -> float:
    """The mean F1 of the headline measures."""
    return sum(scores[name].f1 for name in HEADLINES) / len(HEADLINES)


def total(scores: Iterable[Scores]) -> Scores:
    """The scores of several folders counted together."""
    summed: dict[str, Ratio] = {}
    for one in scores:
        for name, ratio in one.items():
            summed[name] = summed[name].plus(ratio) if name in summed else ratio
    return summed


def measure(folder: Path) -> Scores:
    """Reconciles the perfect reading of a folder, and scores it."""
    told = load(folder)
    return score(told, reconcile(perfect(told)))


def show(title: str, scores: Scores) -> None:
    """Prints a table."""
    print(f"{title}: mean {mean(scores):.3f}\n{'F1':>7} {'P':>6} {'R':>6}")
    for name, ratio in scores.items():
        print(f"{ratio.f1:7.3f} {ratio.precision:6.3f} {ratio.recall:6.3f}  {name} ({ratio.found} of {ratio.expected})")


def main(arguments: list[str]) -> int:
    """Prints the tables; the exit code is always 0."""
    folders = [Path(name) for name in arguments if not name.startswith("-")]
    if not folders:
        stories = sorted(path for path in (SAMPLES / "stories").iterdir() if path.is_dir())
        folders = [SAMPLES, *(path for path in stories if (path.name in UNSEEN) == ("--unseen" in arguments))]
        folders = folders[1:] if "--unseen" in arguments else folders
    scores = {folder.name: measure(folder) for folder in folders}
    print("\n".join(f"{mean(one):.3f} {name}" for name, one in scores.items()))
    show("all together", total(scores.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
