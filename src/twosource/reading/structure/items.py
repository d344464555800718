"""Cuts a page that holds several stories into items: stories, teasers of other stories, summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from twosource.knowledge import table
from twosource.model import Item, Record, Span
from twosource.model.report import ItemKind
from twosource.reading.structure.furniture import plain
from twosource.reading.structure.headlines import content_words
from twosource.reading.structure.pieces import Piece

__all__ = ["Cut", "items_of"]

HEADLINE_WORDS = 7
"""Headlines of stories are sentences; headings inside a story are mostly of one to six words."""

TEASER_WORDS = 20
"""A longer line without a stop is a paragraph whose stop was lost."""

AMBIENT = 0.25
"""A word in so many of the paragraphs is what the whole page is about and ties no headline to its lead."""

MANY = 3
"""So many headlines that fit their leads make a page a digest, though it does not say so."""

PARAGRAPH = 80
"""Entries of lists and tables are shorter; a headline among them is an entry too."""

TRUNCATED = ("…", "...", "[…]", "[...]", "(...)")


class Cut(Record, frozen=True):
    """The items, and for every piece the index of its item and whether it belongs to a teaser."""

    items: tuple[Item, ...]
    of_piece: tuple[int, ...]
    teaser: frozenset[int]
    headings: frozenset[int]


class _Section(Record, frozen=True):
    """A headline and the paragraphs down to the next one: indexes of pieces.

    `fits` counts the words that it shares with its first paragraph, `summed` tells that the list above names it, `stub`
    that its first paragraph is cut off, `amid` that whole paragraphs (or nothing) stand on both sides.
    """

    head: int
    body: tuple[int, ...]
    fits: int
    words: int
    stamped: bool
    summed: bool
    stub: bool
    amid: bool
    asks: bool


class _Start(Record, frozen=True):
    piece: int
    kind: ItemKind
    head: int | None


def items_of(text: str, pieces: Sequence[Piece], top: int | None) -> Cut:
    """The items of a page; a plain report is one."""
    sections = _sections(text, pieces)
    listed = [n for n, piece in enumerate(pieces) if piece.listed]
    digest = _is_digest(text, pieces, top, sections, listed)
    starts = _starts(text, pieces, top, sections, digest, listed)
    return _tile(text, pieces, starts)


def _sections(text: str, pieces: Sequence[Piece]) -> list[_Section]:
    body = [
        n
        for n, piece in enumerate(pieces)
        if piece.kind is None and piece.part in ("body", "heading") and not piece.listed
    ]
    lines = {n: pieces[n].cut(text) for n in body}
    words = {n: content_words(lines[n]) for n in body}
    counts = Counter(word for n in body for word in words[n])
    most = max(3.0, AMBIENT * len(body))
    ambient = {word for word, count in counts.items() if count >= most}
    bullets = [content_words(piece.cut(text)) for piece in pieces if piece.listed and piece.bullet]
    by_word: dict[str, list[int]] = {}
    for number, bullet in enumerate(bullets):
        for word in bullet:
            by_word.setdefault(word, []).append(number)
    first = next((n for n in body if not pieces[n].headline), len(pieces))
    heads = [n for n in body if n > first and (pieces[n].headline or _card(pieces, lines, n)) and not pieces[n].bullet]
    ends = [*heads, len(pieces)][1:]
    place = {n: index for index, n in enumerate(body)}
    sections = []
    for head, end in zip(heads, ends, strict=True):
        inside = []
        for n in body[place[head] + 1 :]:
            if n >= end:
                break
            inside.append(n)
        lead = lines[inside[0]] if inside else ""
        sections.append(
            _Section(
                head,
                tuple(inside),
                fits=len((words[head] - ambient) & words[inside[0]]) if inside else 0,
                words=len(lines[head].split()),
                stamped=_stamped_card(pieces, lines, head),
                summed=_summed(words[head], bullets, by_word),
                stub=bool(inside) and _truncated(lead),
                amid=all(len(lines[n]) >= PARAGRAPH for n in body[place[head] - 1 : place[head] + 2 : 2]),
                asks=lines[head].endswith("?"),
            )
        )
    return sections


def _card(pieces: Sequence[Piece], lines: dict[int, str], n: int) -> bool:
    """True for a short line of one sentence under a time stamp: the headline of a card or of a post."""
    line = lines[n]
    after = n + 1
    return (
        pieces[n].stamped
        and len(line) <= 160
        and ". " not in line
        and line[:1] not in '"“'
        and after < len(pieces)
        and pieces[after].end - pieces[after].start > len(line)
    )


def _stamped_card(pieces: Sequence[Piece], lines: dict[int, str], n: int) -> bool:
    return pieces[n].stamped and len(lines[n]) <= 160


def _summed(head: frozenset[str], bullets: Sequence[frozenset[str]], by_word: dict[str, list[int]]) -> bool:
    """True where an entry of the summing list says what the headline says."""
    shared = Counter(number for word in head for number in by_word.get(word, ())[:50])
    return any(10 * count >= 7 * max(len(head), len(bullets[number])) for number, count in shared.items())


def _truncated(paragraph: str) -> bool:
    """True for a text cut off: an ellipsis at its end, or no stop at all in the middle of a sentence."""
    if paragraph.endswith(TRUNCATED):
        return True
    return len(paragraph) > 100 and (paragraph[-1].isalnum() or paragraph[-1] == ",")


@cache
def _page_words() -> tuple[str, ...]:
    return tuple(table("digests")["page"])


def _is_digest(
    text: str, pieces: Sequence[Piece], top: int | None, sections: Sequence[_Section], listed: Sequence[int]
) -> bool:
    """True for a page of several stories: its list says so, its title says so, or its headlines do."""
    if sum(section.summed for section in sections) >= 2:
        return True
    fitting = [s for s in sections if s.fits >= 2 and s.words >= HEADLINE_WORDS and not s.stub]
    title = plain(pieces[top].cut(text)) if top is not None else ""
    said = any(phrase in title for phrase in _page_words()) or bool(listed)
    whole = [s for s in fitting if len(s.body) >= 2]
    return len(fitting) >= (2 if said else MANY) and (said or 3 * len(whole) >= 2 * len(sections))


def _starts(
    text: str,
    pieces: Sequence[Piece],
    top: int | None,
    sections: Sequence[_Section],
    digest: bool,
    listed: Sequence[int],
) -> list[_Start]:
    """Where each item begins, of which kind it is, and its headline."""
    starts = [_Start(0, "story", top)]
    if digest and listed:
        after = next((n for n in range(listed[-1] + 1, len(pieces)) if pieces[n].kind is None), None)
        if after is not None:
            starts = [_Start(0, "summary", top), _Start(after, "story", _first_head(text, pieces, top, listed, after))]
    main = starts[-1]
    stamps = [section for section in sections if section.stamped]
    live = len(stamps) >= MANY and bool(pieces) and 10 * pieces[stamps[0].head].start < 4 * pieces[-1].end
    for section in sections:
        kind, takes = _judge(section, digest, live, bool(listed))
        if kind is None:
            continue
        if starts[-1].piece == section.head and starts[-1].piece > 0:
            starts.pop()
        starts.append(_Start(section.head, kind, section.head))
        if kind == "story":
            main = starts[-1]
        elif takes < len(section.body):
            starts.append(_Start(section.body[takes], main.kind, main.head))
    return starts


def _judge(section: _Section, digest: bool, live: bool, summary: bool) -> tuple[ItemKind | None, int]:
    """What a headline begins, and how many paragraphs are a teaser's own; None for a heading in a story."""
    count = len(section.body)
    if section.summed:
        return "story", count
    if section.stamped:
        return ("story" if live or count > 1 else "teaser"), count
    if section.words < HEADLINE_WORDS and not section.stub:
        return None, 0
    if section.stub or (count == 0 and section.amid and section.words <= TEASER_WORDS):
        return "teaser", min(count, 1)
    if section.fits == 0 and section.words <= TEASER_WORDS and not digest and section.amid and not section.asks:
        return "teaser", 0
    if digest and section.fits >= 1:
        return ("teaser" if count == 1 and summary else "story"), count
    return None, 0


def _first_head(text: str, pieces: Sequence[Piece], top: int | None, listed: Sequence[int], lead: int) -> int | None:
    """The headline of a digest's first story: the title or the first entry, whichever fits its lead."""
    words = content_words(pieces[lead].cut(text))
    entries = [n for n in listed if pieces[n].bullet]
    candidates = ([top] if top is not None else []) + entries[:1]
    return max(candidates, key=lambda n: (len(words & content_words(pieces[n].cut(text))) >= 2, n == top), default=None)


def _tile(text: str, pieces: Sequence[Piece], starts: Sequence[_Start]) -> Cut:
    bounds = [0, *(pieces[start.piece].start for start in starts[1:]), len(text)]
    items = []
    for start, begin, end in zip(starts, bounds, bounds[1:], strict=False):
        head = None if start.head is None else Span(pieces[start.head].start, pieces[start.head].end)
        items.append(Item(begin, end, heading=head, kind=start.kind))
    of_piece, index, teaser = [], 0, set()
    for n in range(len(pieces)):
        while index + 1 < len(starts) and starts[index + 1].piece <= n:
            index += 1
        of_piece.append(index)
        if starts[index].kind == "teaser":
            teaser.add(n)
    return Cut(
        tuple(items), tuple(of_piece), frozenset(teaser), frozenset(s.head for s in starts if s.head is not None)
    )
