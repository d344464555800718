"""Groups claims into questions, and the claims of a question into positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from twosource.knowledge import parties
from twosource.model import ClaimRef
from twosource.reconcile import frames, rarity, subjects, words
from twosource.reconcile.cluster import NEVER, clusters
from twosource.reconcile.crowd import Crowd, Flags, Matrix
from twosource.reconcile.gist import AT_LARGE, GROUND, Gist
from twosource.reconcile.judging import at_odds
from twosource.reconcile.matching import (
    ASIDE,
    OTHER_MATTER,
    SAME_ANSWER,
    SAME_ANSWER_BIAS,
    SAME_MATTER,
    SAME_MATTER_BIAS,
    Rarities,
    likeness,
)

ONE_MATTER = 0.22
"""Mean likeness from which claims share a question; found with the weights."""

ONE_ANSWER = 0.25
"""Mean likeness from which claims share a position; found with the weights."""

NEGLIGIBLE = 0.02
"""Likeness below which a pair is not kept: it cannot lift a mean over either bound."""

APART = -1.0
"""What a pair counts in a mean that is surely of two matters: one such pair outweighs one that is surely of one."""


def group_into_questions(gists: Sequence[Gist], rarities: Rarities) -> list[list[Gist]]:
    """Claims on one matter together: by what they are about, never by wording alone. A claim may be in several."""
    ordered = sorted(gists, key=_order)
    crowd = Crowd(ordered)
    alike = likeness(SAME_MATTER, SAME_MATTER_BIAS, crowd, rarities)
    for feature in OTHER_MATTER:
        alike[np.asarray(feature.of(crowd, rarities), bool)] = APART
    alike[crowd.same(lambda g: g.ref) & crowd.apart("tolls")] = APART
    kept = _comparable(crowd) & ((alike >= NEGLIGIBLE) | (alike < 0))
    groups = [[ordered[i] for i in group] for group in clusters(len(ordered), _listed(alike, kept), ONE_MATTER)]
    return [_once(group) for group in _telling(groups)]


def _listed(alike: Matrix, kept: Flags) -> Iterator[tuple[int, int, float]]:
    """The pairs that are kept, each once, with how alike they are."""
    rows, columns = np.nonzero(np.triu(kept, 1))
    yield from zip(rows.tolist(), columns.tolist(), alike[rows, columns].tolist(), strict=True)


def _comparable(crowd: Crowd) -> Flags:
    """Pairs that can be of one matter: by their words, at one settlement, near each other, or denied by one of them."""
    denies = crowd.each(lambda g: g.claim.stance == "deny")
    denied = (denies[:, None] | denies[None]) & (crowd.shared("stems") >= SHARED)
    near = crowd.steps <= WITHIN
    return crowd.same(lambda g: g.matter) | near | (crowd.shared("settlements") > 0) | denied


SHARED = 2
"""Words that a denial must share with what it may deny, wherever that is told."""


WITHIN = 8
"""Claims within which two of one story are always compared: as far as a denial may stand from what it denies."""


def _telling(groups: Sequence[Sequence[Gist]]) -> list[Sequence[Gist]]:
    """Without the groups that are there only for what claims also speak of, and that another group holds whole."""
    homes: dict[ClaimRef, set[int]] = {}
    for number, group in enumerate(groups):
        for gist in group:
            homes.setdefault(gist.ref, set()).add(number)
    kept = []
    for number, group in enumerate(groups):
        shared = set.intersection(*(homes[gist.ref] for gist in group)) - {number}
        if shared and any(gist.also for gist in group):
            for gist in group:
                homes[gist.ref].discard(number)
        else:
            kept.append(group)
    return kept


def _once(group: Sequence[Gist]) -> list[Gist]:
    """Every claim once, by what it mainly says where both its gists came together."""
    held: dict[ClaimRef, Gist] = {}
    for gist in group:
        if gist.ref not in held or held[gist.ref].also:
            held[gist.ref] = gist
    return list(held.values())


def group_into_positions(gists: Sequence[Gist], rarities: Rarities) -> list[list[Gist]]:
    """Claims of a question that give one answer together."""
    ordered = sorted(gists, key=_order)
    crowd = Crowd(ordered)
    alike = likeness(SAME_ANSWER, SAME_ANSWER_BIAS, crowd, rarities)
    alike[crowd.other_answers] = NEVER
    for i, j in np.argwhere(np.triu(_may_conflict(crowd), 1)).tolist():
        if at_odds(ordered[i], ordered[j], rarities):
            alike[i, j] = NEVER
    every = np.ones(alike.shape, bool)
    return [[ordered[i] for i in group] for group in clusters(len(ordered), _listed(alike, every), ONE_ANSWER)]


def _may_conflict(crowd: Crowd) -> Flags:
    """Pairs that are worth being judged: a denial and what is none, figures, states and degrees that can clash."""
    denies = crowd.each(lambda g: g.claim.stance == "deny")
    compares = crowd.each(lambda g: g.state in ("higher", "lower"))
    whole, part = crowd.each(lambda g: _holds(g, "whole")), crowd.each(lambda g: _holds(g, "part"))
    worth: Flags = (
        (denies[:, None] ^ denies[None])
        | (crowd.standings == "apart")
        | (compares[:, None] ^ compares[None])
        | crowd.at_odds
        | _both(crowd.each(lambda g: g.magnitude is not None))
        | (whole[:, None] & part[None])
        | (part[:, None] & whole[None])
    ) & ~crowd.other_answers
    return worth


def _both(each: Flags) -> Flags:
    return each[:, None] & each[None]


def _holds(gist: Gist, degree: str) -> bool:
    return gist.matter == "control" and frames.degree(gist.text) == degree


def _order(gist: Gist) -> tuple[str, str, str, int]:
    """When it was said, then its ids: an order that does not depend on how the reports arrived."""
    return (gist.said.start or gist.said.end or "", gist.ref.report, gist.ref.claim, gist.order)


def matter(gists: Sequence[Gist]) -> str:
    """The matter of most claims, ties to the one that comes first in the data file."""
    ranks = list(frames.matters())
    counts = Counter(gist.matter for gist in gists)
    return min(counts, key=lambda m: (-counts[m], ranks.index(m) if m in ranks else len(ranks)))


def question_text(gists: Sequence[Gist], places: dict[str, str]) -> str:
    """The question that the claims answer, from the matter's wording in the data file.

    `places` gives the printed name of every folded place name.
    """
    frame = frames.matters()[matter(gists)]
    of_size = sum(gist.magnitude is not None for gist in gists) * 2 > len(gists)
    fine = _most([name for gist in gists for name in gist.settlements], len(gists))
    coarse = _most([name for gist in gists for name in gist.regions], len(gists))
    place = places.get(fine or coarse or "")
    untold = frame.untold if not any(_tells(gist, frame.id) for gist in gists) else None
    if frame.place_question and fine and place and not untold:
        return frame.place_question.format(place=place)
    asked = frames.magnitude_question() if of_size else untold or frame.question
    return asked.format(
        who=_who(gists),
        many=_who(gists, many=True),
        fate=frames.fate({toll for gist in gists for toll in gist.tolls}),
        what=_what(gists, place or ""),
        about=_about(gists) or _what(gists, place or ""),
        in_place=f" in {place}" if place else "",
        place=place or "the place",
    )


def _tells(gist: Gist, of: str) -> bool:
    """Whether a claim tells a state of a matter or speaks of somebody’s forces."""
    near = GROUND if of in GROUND else frozenset({of})
    return bool(gist.populations - {AT_LARGE}) or any(found.matter in near for found in gist.states)


def _most(values: Sequence[str], of: int) -> str | None:
    """The value that at least a third of the claims share; ties by name."""
    counts = Counter(values)
    best = min(counts, key=lambda value: (-counts[value], value), default=None)
    return best if best is not None and counts[best] * 3 >= of else None


def _who(gists: Sequence[Gist], *, many: bool = False) -> str:
    """Whom the claims speak of: forces or civilians of a party where they say so, else the party, else people.

    With `many` it can be counted: the people of a party, not the party.
    """
    subjects = [gist.subject for gist in gists if gist.subject]
    held = subjects or [party for gist in gists for party in sorted(gist.parties)]
    if not held:
        return "people"
    counts = Counter(held)
    party = min(counts, key=lambda p: (-counts[p], p))
    if party == AT_LARGE:
        return "people"
    told = " ".join(gist.text.lower() for gist in gists)
    if subjects and parties.people_of(party):
        if "civilian" not in told and not frames.of_forces(told):
            return "people"
        return f"{parties.people_of(party)} {'civilians' if 'civilian' in told else 'forces'}"
    return f"people of {parties.name_of(party)}" if many else parties.name_of(party)


def _about(gists: Sequence[Gist]) -> str:
    """The subjects that most of several claims tell of; empty where they share none."""
    told = Counter(topic for gist in gists for topic in gist.topics)
    shared = [topic for topic, n in told.items() if n * 2 > len(gists) > 1]
    most = sorted(shared, key=lambda topic: (-told[topic], topic))[:MOST_SUBJECTS]
    return " and ".join(subjects.names()[topic] for topic in most)


def _what(gists: Sequence[Gist], place: str = "") -> str:
    """The names that most claims share, as printed, without the place; else how the longest claim begins, quoted."""
    known = {words.fold(word) for word in place.split()}
    counts: Counter[str] = Counter()
    runs: Counter[tuple[str, ...]] = Counter()
    printed: dict[tuple[str, ...], str] = {}
    for gist in gists:
        for run in _runs(gist):
            folded = tuple(map(words.fold, run))
            runs[folded] += 1
            printed.setdefault(folded, " ".join(run).strip(MARKS))
        counts.update(gist.names - _opening(gist))
    shared: list[str] = []
    covered = known
    for name, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        held = [run for run in runs if name in run and not known.issuperset(run)]
        again = any(name[: words.STEM] == word[: words.STEM] for word in covered)  # "Russia" and "Russian"
        if again or not held or len(shared) == NAMES_SHOWN:
            continue
        whole = max(held, key=lambda run: (runs[run], len(run), run))  # "European Commission", not "European"
        covered = covered | set(whole)
        shared.append(printed[whole])
    if shared:
        return ", ".join(shared)
    longest = max(gists, key=lambda g: (g.claim.stance not in ASIDE, len(g.stems), g.ref))
    begun = longest.text.split()
    more = "…" if len(begun) > FIRST_WORDS else ""
    return f"“{' '.join(begun[:FIRST_WORDS])}{more}”"


def _runs(gist: Gist) -> Iterator[list[str]]:
    """The names of a claim as they stand, words that follow one another together: "European Commission"."""
    run: list[str] = []
    for word in gist.text.split():
        bare = word.strip(MARKS)
        plain = bare.removesuffix("’s").removesuffix("'s")
        if words.fold(bare) not in gist.names:
            if run:
                yield run
            run = []
            continue
        if run and word[0] in MARKS:
            yield run
            run = []
        plural = word.endswith(("s’", "s'"))  # "Doctors’ Circle" may go on
        run.append(word if plural else plain)
        if not plural and (word[-1] in MARKS or plain != bare):
            yield run
            run = []
    if run:
        yield run


def _opening(gist: Gist) -> frozenset[str]:
    """The first words of a claim's parts to which nothing but their place gives a capital: "Neither side …"."""
    told = gist.text.split()
    firsts = [n for n in range(len(told)) if n == 0 or told[n - 1] == "…"]
    return frozenset(
        words.fold(told[n].strip(MARKS))
        for n in firsts
        if not (told[n + 1 : n + 2] and told[n + 1][:1].isupper())
        and not parties.mentions(told[n])
        and rarity.is_word(words.fold(told[n].strip(MARKS)))
    )


MARKS = ".,;:!?“”\"'‘’()[]…"
"""Marks around a word that are none of it."""

NAMES_SHOWN = 3
"""Names that a question shows."""

FIRST_WORDS = 8
"""Words by which a claim is quoted in a question."""


MOST_SUBJECTS = 2
"""Subjects that a question names."""
