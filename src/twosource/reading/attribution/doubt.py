"""Which finds are left out because, on PolNeAR's training part, people marked few of their like."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.found import Found
from twosource.reading.attribution.words import Word

OWN_WORDS = ("he", "she", "they", "it")
SPEAKING = ("say", "claim", "show", "admit", "confirm", "warn", "deny", "complain")

OUTER_RULES = ("clause", "behind", "inverted", "to", "wh", "quote")
INNER_RULES = ("np", "to", "order")
INNER_KINDS = ("think", "intend")


def doubtful(words: Sequence[Word], one: Found, earlier: Sequence[Found]) -> bool:
    """True for a find of a sort that is mostly wrong (a quarter or fewer right on PolNeAR's training part)."""
    if one.source is None:
        return False
    source = words[one.source[0]].low
    if one.source[1] - one.source[0] == 1:
        if source in OWN_WORDS and _own(one, earlier):
            return True
        if source == "that" and one.rule in ("clause", "np"):
            return True
        if source in ("they", "you") and one.rule == "np":
            return True
        if source == "who" and one.rule == "to":
            return True
    if one.rule == "np" and words[one.cue[1] - 1].low.endswith("ing") and one.cue[1] - one.cue[0] == 1 and one.cue[0]:
        return words[one.cue[0] - 1].kind not in ("comma", "conjunction") and words[one.cue[0] - 1].low != "by"
    return False


def settled(found: Sequence[Found]) -> list[Found]:
    """Leaves out what is wanted, thought or judged within words that are themselves reported."""
    return [one for one in found if not (_inner(one) and any(_within(one, other) for other in found))]


def _inner(one: Found) -> bool:
    return one.rule in INNER_RULES or one.kind in INNER_KINDS


def _within(one: Found, other: Found) -> bool:
    if other is one or other.rule not in OUTER_RULES:
        return False
    return any(a <= one.cue[0] < b for a, b in other.content)


def _own(one: Found, earlier: Sequence[Found]) -> bool:
    """ "He said he hopes": what a speaker says of their own mind is one attribution, not two."""
    assert one.source is not None
    return any(
        one.source[0] - span[0] in (0, 1) and before.kind in SPEAKING for before in earlier for span in before.content
    )
