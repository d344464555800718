"""Says how sure a claim is: hedges, words that bound a number, conditions and other limits."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Certainty, Span, Spans
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.phrases import any_of, first_of, phrases
from twosource.reading.speakers import Hit, Word, grammar

__all__ = ["certainty_of", "hedges_of", "scope_of"]

_LONGEST_LIMIT = 14
"""Words of a limit at most; what runs on is no limit any more."""


def certainty_of(content: Sequence[Word], cue: Sequence[Word]) -> tuple[Certainty, str]:
    """How sure the source is, by the modal words of the content and the cue.

    >>> from twosource.reading.speakers import words
    >>> certainty_of(words("they may have left"), [])
    ('possible', 'may')
    """
    for name in ("possible", "probable"):
        for hit in _modal(content[: _circumstance(content)], name):
            words = " ".join(word.text for word in content[hit.start : hit.end])
            return ("possible", words) if name == "possible" else ("probable", words)
    if any_of(cue, "stances", "probable_cues", "words"):
        return "probable", " ".join(word.text for word in cue)
    if content and _supposed(content, cue):
        return "possible", "if …"
    return "certain", "no modal word"


def _supposed(content: Sequence[Word], cue: Sequence[Word]) -> bool:
    """True of "if it fell, it would …", "were it to fall, it would …", and of "(sorry) if it was us" by itself."""
    lows = {word.lower for word in content}
    if content[0].lower == "if":
        return bool(lows & {"would", "confirmed"}) or ("," not in lows and any_of(cue, "hedges", "sorry", "words"))
    return content[0].lower in ("were", "should") and "," in lows and "would" in lows


def hedges_of(content: Sequence[Word]) -> Spans:
    """The words that make a claim less than certain, or a number less than exact."""
    spans = [_span(content, hit) for name in ("possible", "probable") for hit in _modal(content, name)]
    bounds = phrases("hedges", "bounds", "words")
    before = phrases("hedges", "bounds", "before_number")
    for hit in bounds.find(content):
        needs = before.at(content, hit.start)
        if needs is None or _number(content, hit.end):
            spans.append(_span(content, hit))
    return tuple(sorted({span for span in spans if not any(o != span and o.contains(span) for o in spans)}))


def scope_of(content: Sequence[Word]) -> Spans:
    """The words that limit a claim to a part, a place, a time or a condition.

    >>> from twosource.reading.speakers import words
    >>> text = "they withdrew only from one street of the town"
    >>> [span.cut(text) for span in scope_of(words(text))]
    ['only from one street of the town']
    """
    spans: list[Span] = []
    opens, alone, ends = (phrases("scope", *keys) for keys in (("opens",), ("alone",), ("ends",)))
    if opens.absent(content) and alone.absent(content):
        return ()
    index = 0
    while index < len(content):
        hit = opens.at(content, index)
        if hit is not None:
            end = hit.end
            while end < len(content) and end - index < _LONGEST_LIMIT:
                if content[end].text in (",", ";", "—", "–", "(", ".") or ends.at(content, end) is not None:
                    break
                end += 1
            spans.append(Span(content[index].start, content[end - 1].end))
            index = end
            continue
        single = alone.at(content, index)
        if single is not None:
            spans.append(_span(content, single))
            index = single.end
            continue
        index += 1
    return tuple(spans)


def _modal(content: Sequence[Word], name: str) -> list[Hit[str]]:
    listed = phrases("hedges", name, "words")
    out = []
    for hit in listed.find(content):
        word = content[hit.start]
        after = content[hit.end].lower if hit.end < len(content) else ""
        if word.lower in ("may", "could", "might") and (after in ("not",) and word.lower == "could"):
            continue
        if word.text == "May" and hit.start > 0:
            continue
        if word.lower == "could" and _perceived(content, hit.end):
            continue
        if word.lower in ("estimated", "suspected", "expected") and _number(content, hit.end):
            continue
        out.append(hit)
    return out


def _circumstance(content: Sequence[Word]) -> int:
    """Where the main clause ends: what is doubtful of "where he was believed to be" is not what is told."""
    turns = grammar("modality", "circumstances")
    for index in range(3, len(content) - 1):
        if content[index].lower in turns and has_verb(content[:index]):
            return index
    return len(content)


def _perceived(content: Sequence[Word], index: int) -> bool:
    """True of "could feel it", "could be seen": they did, it was."""
    following = [word.lower for word in content[index : index + 4]]
    if "be" in following[:2]:
        return bool(set(following[1:]) & grammar("modality", "perceived"))
    return bool(set(following[:2]) & grammar("modality", "perceiving"))


def _number(content: Sequence[Word], index: int) -> bool:
    """True where a number follows."""
    following = content[index : index + 2]
    return any(word.text[:1].isdigit() or word.lower in grammar("modality", "numerals") for word in following)


def _span(content: Sequence[Word], hit: Hit[str]) -> Span:
    return Span(content[hit.start].start, content[hit.end - 1].end)


def condition(content: Sequence[Word]) -> bool:
    """True where a claim holds only under a condition."""
    return bool(content) and (content[0].lower in ("if", "unless") or first_of(content, "scope", "opens") == (0, 1))
