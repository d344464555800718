"""What two outlets print alike: a wire text, or a passage that one has from the other, also lightly reworded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import Indel
from rensa import RMinHash

from twosource.model import Record, Span
from twosource.reconcile.words import fold

RUN = 8
"""Words in a row from which a passage is taken for a copy: more than a usual phrase has ("were killed in a strike on"),
fewer than an editor leaves untouched when a wire text is cut. Chosen, not fitted."""

WHOLE = 5
"""Words of a shorter statement from which being the same word for word makes it a copy."""


def copied(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """True where some text of one side shares a passage with some text of the other; case and marks do not count.

    >>> copied(["A bridge near Orlen fell on Monday, and four died"], ["near Orlen fell on Monday, and four died"])
    True
    >>> copied(["Four people died on Monday"], ["Four people were found dead"])
    False
    """
    held = {run for text in ours for run in _runs(text)}
    return any(run in held for text in theirs for run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _bare(text)
    if WHOLE <= len(words) < RUN:
        yield tuple(words)
    for at in range(len(words) - RUN + 1):
        yield tuple(words[at : at + RUN])


def _bare(text: str) -> list[str]:
    return [word for word in (fold(part).strip(".,;:!?…\"'“”‘’()[]«»–—-") for part in text.split()) if word]


# Passages

SHINGLE = 5
"""Words in a row that a MinHash is taken over."""

BANDS, OF_EACH = 24, 4
"""Bands of a MinHash and the hashes in each: texts with half of their runs in common share a band in four cases of
five, texts with a quarter in one of eleven."""


def bands(text: str) -> tuple[str, ...]:
    """What a text is found by where another one has much of it, word for word.

    >>> bands("one two three four five six") == bands("One two three four five six.")
    True
    """
    words = _bare(text)
    runs = [" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)]
    if not runs:
        return ()
    made = RMinHash(num_perm=BANDS * OF_EACH, seed=1)
    made.update(runs)
    digest = made.digest()
    return tuple(f"m:{n}:{digest[n * OF_EACH : (n + 1) * OF_EACH]}" for n in range(BANDS))


class Passage(Record, frozen=True):
    """A passage of one text and the passage of another that it has in common with it; `alike` is 1 word for word."""

    ours: Span
    theirs: Span
    kind: Literal["verbatim", "reworded"]
    alike: float


SEED = 3
"""Words in a row that two sentences must share to be held against each other."""

SAME, REWORDED = 0.95, 0.7
"""Likeness of the words in their order (1 less the share that is put in or taken out) from which a sentence is the same
but for a mark or a word, and from which it was reworded. Chosen, not fitted."""

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?]+[”\"’']*|(?=\n)|$)")


def passages(ours: str, theirs: str) -> list[Passage]:
    """Passages that two texts have in common, in the order of the first; sentences that follow in both are one passage.

    >>> found = passages("It rained. Four people died when a bridge fell near Orlen on Monday.",
    ...                  "Near Orlen a bridge fell. Four people died when a bridge fell near Orlen Monday.")
    >>> [(one.kind, one.ours.start) for one in found]
    [('verbatim', 11)]
    """
    mine, other = _sentences(ours), _sentences(theirs)
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, (_, words) in enumerate(other):
        for run in _seeds(words):
            holders.setdefault(run, []).append(number)
    found: list[tuple[int, int, float]] = []
    for number, (_, words) in enumerate(mine):
        near = Counter(held for run in _seeds(words) for held in holders.get(run, ()))
        scored = [(Indel.normalized_similarity(words, other[n][1]), -n) for n, _ in near.most_common(8)]
        alike, best = max(scored, default=(0.0, 0))
        if alike >= REWORDED:
            found.append((number, -best, alike))
    return list(_joined(found, mine, other))


Sentences = Sequence[tuple[Span, list[str]]]


def _sentences(text: str) -> Sentences:
    found = ((Span(match.start(), match.end()), _bare(match.group())) for match in _SENTENCE.finditer(text))
    return [(span, words) for span, words in found if len(words) >= WHOLE]


def _seeds(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + SEED]) for n in range(len(words) - SEED + 1)}


def _joined(found: Iterable[tuple[int, int, float]], mine: Sentences, other: Sentences) -> Iterator[Passage]:
    held: list[tuple[int, int, float]] = []
    for one in found:
        if held and (one[0], one[1]) != (held[-1][0] + 1, held[-1][1] + 1):
            yield _passage(held, mine, other)
            held = []
        held.append(one)
    if held:
        yield _passage(held, mine, other)


def _passage(held: Sequence[tuple[int, int, float]], mine: Sentences, other: Sentences) -> Passage:
    (first, there, _), (last, until, _) = held[0], held[-1]
    alike = sum(value for *_, value in held) / len(held)
    ours = Span(mine[first][0].start, mine[last][0].end)
    theirs = Span(other[there][0].start, other[until][0].end)
    return Passage(ours, theirs, "verbatim" if alike >= SAME else "reworded", round(alike, 3))
