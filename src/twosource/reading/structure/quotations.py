"""Finds quotations: of every family of marks, nested, running over paragraphs, and those never closed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from twosource.knowledge import table
from twosource.model import Paragraph, Quotation, Record, Skipped, Span
from twosource.reading.structure.marks import Mark, marks_in

__all__ = ["quotations_of"]

FAR = 8
"""Paragraphs over which a quotation may run without a mark at their beginnings; longer ones are lost marks."""


class _Found(Record, frozen=True):
    """What the marks of one paragraph say by themselves."""

    quotations: tuple[Quotation, ...] = ()
    unclosed: Quotation | None = None
    stray: Mark | None = None


def quotations_of(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Quotation, ...], tuple[Skipped, ...]]:
    """The quotations of a text in order, and what could not be read for want of a mark.

    >>> text = "“We left,” said Novak. ‘Not a “rout”,’ he said."
    >>> [q.cut(text) for q in quotations_of(text, [Paragraph(0, len(text))])[0]]
    ['We left,', 'Not a “rout”,', 'rout']
    """
    found = [_in_paragraph(text, paragraph) for paragraph in paragraphs]
    out: list[list[Quotation]] = [list(one.quotations) for one in found]
    skipped: list[Skipped] = []
    used: set[int] = set()
    for index, one in enumerate(found):
        if one.unclosed is not None:
            ends, rest = _unclosed(text, paragraphs, found, index)
            for number, quotation in ends:
                out[number].append(quotation)
                used.add(number) if number != index else None
            if rest is not None:
                skipped.append(rest)
        if one.stray is not None and index not in used:
            skipped.append(Skipped(one.stray.start, one.stray.end, "unbalanced_quotation"))
    return tuple(chain.from_iterable(map(_ordered, out))), tuple(sorted(skipped, key=lambda s: s.start))


def _ordered(quotations: Iterable[Quotation]) -> list[Quotation]:
    """In the order of the text, the outer before the inner, each with its depth."""
    out: list[Quotation] = []
    open_ends: list[int] = []
    for quotation in sorted(quotations, key=lambda q: (q.outer.start, -q.outer.end)):
        while open_ends and open_ends[-1] <= quotation.outer.start:
            open_ends.pop()
        out.append(quotation.replace(depth=len(open_ends)))
        open_ends.append(quotation.outer.end)
    return out


def _in_paragraph(text: str, paragraph: Paragraph) -> _Found:
    """Pairs the marks of a paragraph by a stack; a mark that closes also ends whatever is still open inside."""
    stack: list[Mark] = []
    done: list[Quotation] = []
    stray: Mark | None = None
    marks = list(marks_in(text, paragraph.start, paragraph.end))
    later = _sure_closers(marks)
    for index, mark in enumerate(marks):
        mine = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].family == mark.family), None)
        if mark.closes and mine is not None and (mark.sure or later[index] == 0):
            opening = stack[mine]
            del stack[mine:]
            if opening.end < mark.start:
                done.append(Quotation(opening.end, mark.start, outer=Span(opening.start, mark.end)))
        elif mine is not None and mark.opens and mark.family == "double" and _starts_anew(text, stack[mine], mark):
            done.append(_left_open(text, stack[mine], mark))
            del stack[mine:]
            if not _reporting_after(text, mark.end, paragraph.end):
                stack.append(mark)
        elif mark.opens and (mark.family != "single" or later[index] or _has_closer(marks, index)):
            if mine is None or len(stack) < 4:
                stack.append(mark)
        elif mark.closes and mine is None and mark.family != "single" and not done and stray is None:
            stray = mark if _may_be_quote(text, mark) else None
    # An apostrophe left on the stack opened nothing.
    left = next((mark for mark in stack if mark.family != "single"), None)
    unclosed = None
    if left is not None:
        unclosed = Quotation(left.end, paragraph.end, outer=Span(left.start, paragraph.end), closed=False)
        if left.end >= paragraph.end:
            unclosed = None
    return _Found(tuple(done), unclosed, stray)


def _starts_anew(text: str, opening: Mark, mark: Mark) -> bool:
    """True where a second opening mark follows the end of a clause: the first quotation lacks its closing mark."""
    before = text[max(opening.end, mark.start - 2) : mark.start].rstrip()
    return before.endswith((".", "!", "?", ",", "…"))


def _left_open(text: str, opening: Mark, mark: Mark) -> Quotation:
    """The quotation that ends where the next one opens."""
    end = mark.start
    while end > opening.end and text[end - 1].isspace():
        end -= 1
    return Quotation(opening.end, end, outer=Span(opening.start, end), closed=False)


def _reporting_after(text: str, start: int, end: int) -> bool:
    """True where a reporting clause follows, so that the mark before it was meant to close: in time, “Novak said."""
    words = re.findall(r"\w+", text[start : min(end, start + 60)])[:4]
    verbs = table("quotes")["words"]
    return bool(words) and words[0][0].isupper() and any(word in verbs for word in words[1:3])


def _sure_closers(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many single marks that surely close come after it."""
    counts, seen = [0] * len(marks), 0
    for index in range(len(marks) - 1, -1, -1):
        counts[index] = seen
        seen += marks[index].family == "single" and marks[index].closes and marks[index].sure
    return counts


def _has_closer(marks: Sequence[Mark], index: int) -> bool:
    """True where one of the next marks may close the single mark at `index`."""
    return any(mark.family == "single" and mark.closes for mark in marks[index + 1 : index + 9])


def _may_be_quote(text: str, mark: Mark) -> bool:
    """False for inches and seconds (12", 5'30") and for a mark that stands alone between spaces."""
    before = text[mark.start - 1] if mark.start else " "
    if mark.end - mark.start > 1:
        return False  # an empty pair
    return not before.isspace() and not (text[mark.start] in '"”' and before.isdigit())


def _unclosed(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[_Found], index: int
) -> tuple[list[tuple[int, Quotation]], Skipped | None]:
    """How far a quotation without a closing mark goes: to the next paragraph, a reporting clause, or the end."""
    quotation = found[index].unclosed
    assert quotation is not None
    if _reopens(text, paragraphs, index):
        return [(index, quotation.replace(continues=True))], None
    closing = _closed_later(text, paragraphs, found, index)
    if closing is not None:
        out = [(index, quotation.replace(continues=True))]
        for number in range(index + 1, closing):
            here = paragraphs[number]
            whole = Span(here.start, here.end)
            out.append((number, Quotation(here.start, here.end, outer=whole, closed=False, continues=True)))
        mark = found[closing].stray
        assert mark is not None
        start = paragraphs[closing].start
        out.append((closing, Quotation(start, mark.start, outer=Span(start, mark.end))))
        return out, None
    clause = _clause(text, quotation)
    if clause is not None:
        ended = quotation.replace(end=clause, outer=Span(quotation.outer.start, clause))
        return [(index, ended)], None
    return [(index, quotation)], Skipped(quotation.outer.start, quotation.outer.end, "unbalanced_quotation")


def _next(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """The next paragraph of the article's own words."""
    for number in range(index + 1, min(index + 4, len(paragraphs))):
        if not paragraphs[number].furniture and paragraphs[number].part != "caption":
            return number if paragraphs[number].item == paragraphs[index].item else None
    return None


def _reopens(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """True where the next paragraph begins with an opening mark, as quotations do that run over paragraphs."""
    number = _next(paragraphs, index)
    if number is None or paragraphs[number].part != "body":
        return False
    paragraph = paragraphs[number]
    first = next(marks_in(text, paragraph.start, min(paragraph.end, paragraph.start + 2)), None)
    return first is not None and first.start == paragraph.start and first.opens


def _closed_later(text: str, paragraphs: Sequence[Paragraph], found: Sequence[_Found], index: int) -> int | None:
    """The paragraph that brings the closing mark with no opening one before it; None where there is none near."""
    if _clause(text, found[index].unclosed) is not None:
        return None
    for number in range(index + 1, min(index + 1 + FAR, len(paragraphs))):
        if paragraphs[number].item != paragraphs[index].item or paragraphs[number].part == "heading":
            return None
        if found[number].stray is not None:
            return number
        if found[number].quotations or found[number].unclosed is not None:
            return None
    return None


@cache
def _reporting() -> re.Pattern[str]:
    verbs = "|".join(table("quotes")["words"])
    name = r"[^\W\d_][^,;:.!?\n]{0,80}"
    return re.compile(rf",\s*(?:(?:{verbs})\s+{name}|{name}\s(?:{verbs}))[.,:]?\s*\Z")


def _clause(text: str, quotation: Quotation | None) -> int | None:
    """Where the words of an unclosed quotation end, if a reporting clause follows: “… in vain, said Novak."""
    if quotation is None:
        return None
    tail = max(quotation.start, quotation.end - 160)
    comma = text.rfind(",", tail, quotation.end)
    if comma < 0:
        return None
    match = _reporting().match(text[comma : quotation.end])
    return comma + 1 if match else None
