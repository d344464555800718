"""Speech within speech: the encoder gives one layer, the rules find the other around or inside it.

"Sky reported that a commander said the troops left" is two attributions, one in the content of the other. PolNeAR,
which the encoder learnt from, marks one of the two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from twosource.model import Attribution, Span
from twosource.reading.attribution.words import closed_class

__all__ = ["completed", "nested", "passed_over", "untangled"]

_MOST = 0.7
"""Share of a content that must also be another's, for the two to be one statement told through two."""


def nested(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Of what the rules found, that which stands inside of a content, or has another attribution in its own.

    Both in the order of the text. Whose cue is also that of one already found is the same attribution.
    """
    cues = sorted(span for one in found for span in (*one.cue, *one.source))
    starts = [span.start for span in cues]
    contents = sorted(span for one in found for span in one.content)
    firsts = [span.start for span in contents]
    whole = sorted(_extent(one) for one in found)
    begins = [span.start for span in whole]
    out = []
    for one in ruled:
        if not one.cue or not one.source or not one.content:
            continue
        if any(_meets(cues, starts, span) for span in (*one.cue, *one.source)):
            continue
        mine = _extent(one)
        at = bisect_right(firsts, mine.start) - 1
        inside = at >= 0 and contents[at].contains(mine) and contents[at] != mine
        around = False
        for span in one.content:
            place = bisect_left(begins, span.start)
            around = around or (place < len(whole) and span.contains(whole[place]))
        if inside or around or _shared(contents, firsts, one):
            out.append(one)
    return out


def passed_over(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Of what the rules found, that which has a source and a cue and touches nothing that was found."""
    taken = sorted(_extent(one) for one in found)
    starts = [span.start for span in taken]
    longest = max((span.end - span.start for span in taken), default=0)
    out = []
    for one in ruled:
        mine = _extent(one)
        near = taken[bisect_left(starts, mine.start - longest) : bisect_left(starts, mine.end)]
        if one.source and one.cue and not any(span.overlaps(mine) for span in near):
            out.append(one)
    return out


def untangled(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Puts right a link that joins the cue of one source to another source.

    Of "X, says A, according to B" one tagging may make "says" the cue of B. Where the rules find both, each with its
    own cue and source, they stand in its place.
    """
    by_cue = _by_span(ruled, "cue")
    by_source = _by_span(ruled, "source")
    out: list[Attribution] = []
    for one in found:
        pair = [_at(by_cue, one.cue), _at(by_source, one.source)]
        first, second = pair
        if first is None or second is None or first is second or not first.source or not second.cue:
            out.append(one)
            continue
        contents = sorted(one.content)
        starts = [span.start for span in contents]
        both = all(_shared(contents, starts, each) for each in (first, second))
        out.extend((first, second) if both else (one,))
    return out


def completed(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """Gives back to a content what was cut from it behind a circumstance: "added that during a visit, Y said …".

    Where all that somebody adds is when or where another spoke, the other's words are what he adds.
    """
    speaking = sorted((one for one in found if one.source and one.content), key=lambda one: min(one.source))
    starts = [min(one.source).start for one in speaking]
    out = []
    for one in found:
        last = max(one.content, default=Span(0, 0))
        next_ = speaking[bisect_left(starts, last.end) :][:1] if _circumstance(last.cut(text)) else []
        if next_ and not text[last.end : min(next_[0].source).start].strip(" ,"):
            whole = Span(last.start, max(next_[0].content).end)
            out.append(one.replace(content=(*(span for span in one.content if span != last), whole)))
        else:
            out.append(one)
    return out


def _circumstance(words: str) -> bool:
    """True of a few words between "that", a preposition and a comma."""
    first, _, rest = words.lower().partition(" ")
    preposition = rest.split(" ", 1)[0]
    return first == "that" and preposition in closed_class("prepositions") and words.count(" ") <= LONGEST


LONGEST = 12
"""Spaces between the words of a circumstance."""


_Held = tuple[list[Span], list[Attribution]]


def _by_span(ruled: Sequence[Attribution], part: Literal["cue", "source"]) -> _Held:
    pairs = sorted(
        ((span, one) for one in ruled for span in (one.cue if part == "cue" else one.source)), key=lambda pair: pair[0]
    )
    return [span for span, _ in pairs], [one for _, one in pairs]


def _at(held: _Held, spans: Sequence[Span]) -> Attribution | None:
    """The attribution that has a span of these."""
    for span in spans:
        at = bisect_left(held[0], span.end, key=lambda each: each.start) - 1
        if at >= 0 and held[0][at].end > span.start:
            return held[1][at]
    return None


def _shared(contents: Sequence[Span], firsts: Sequence[int], one: Attribution) -> bool:
    """True where most of what is said is the content of another too: "X, she said, according to the agency"."""
    size = sum(span.end - span.start for span in one.content)
    both = 0
    for span in one.content:
        at = max(0, bisect_right(firsts, span.start) - 1)
        while at < len(contents) and contents[at].start < span.end:
            both += max(0, min(span.end, contents[at].end) - max(span.start, contents[at].start))
            at += 1
    return both >= _MOST * size


def _meets(spans: Sequence[Span], starts: Sequence[int], one: Span) -> bool:
    at = bisect_left(starts, one.end) - 1
    return at >= 0 and spans[at].end > one.start


def _extent(one: Attribution) -> Span:
    spans = (*one.source, *one.cue, *one.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
