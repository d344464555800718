"""Says of every block what it is on the page: furniture, title, standfirst, heading, caption or body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource.knowledge import table
from twosource.knowledge.outlets import is_medium_noun, is_outlet
from twosource.model import Boilerplate, Part
from twosource.model.report import BoilerplateKind
from twosource.reading.structure.captions import is_caption, is_slug, tells
from twosource.reading.structure.furniture import furniture_kind, is_section, opens_trailing, plain
from twosource.reading.structure.headlines import headline_like, label_like, title_at
from twosource.reading.structure.lines import Block
from twosource.reading.structure.stamps import is_clock, is_dateline, is_stamp

__all__ = ["Piece", "pieces_of"]

BODY = 120
"""A line of so many characters with a stop at its end is a paragraph; most texts of an interface are shorter."""

STANDFIRST = 600
"""A standfirst is one or two sentences."""

SUBHEAD = 90
"""Headings inside a story are shorter."""


class Piece(Block, frozen=True):
    """A block and its role. `kind` is set where it is furniture; `stamped` where a time stamp is just before it."""

    part: Part = "body"
    kind: BoilerplateKind | None = None
    stamped: bool = False
    listed: bool = False
    headline: bool = False


def pieces_of(
    text: str, blocks: Sequence[Block], title: str | None, marked: Sequence[Boilerplate]
) -> tuple[list[Piece], int | None]:
    """Every block with its role, and the index of the title."""
    kinds: list[BoilerplateKind | None] = [furniture_kind(block.cut(text)) for block in blocks]
    _take_marked(blocks, marked, kinds)
    captions = [
        kind in (None, "caption") and (is_caption(block.cut(text)) or is_slug(block.cut(text)))
        for block, kind in zip(blocks, kinds, strict=True)
    ]
    for index, block in enumerate(blocks):
        if captions[index] and kinds[index] is None and not tells(block.cut(text)):
            kinds[index] = "caption"
    _mark_top(text, blocks, kinds)
    _mark_end(text, blocks, kinds)
    free = [index for index, kind in enumerate(kinds) if kind is None and not captions[index]]
    top = title_at(text, blocks, free, title)
    parts = _parts(text, blocks, free, top, kinds)
    listed = _listed(text, blocks, free, parts)
    pieces = []
    for index, block in enumerate(blocks):
        line = block.cut(text)
        part: Part = "caption" if captions[index] else "heading" if index in listed else parts.get(index, "body")
        pieces.append(
            Piece(
                block.start,
                block.end,
                gap=block.gap,
                bullet=block.bullet,
                part=part,
                kind=kinds[index],
                stamped=_stamped(text, blocks, index),
                listed=index in listed,
                headline=kinds[index] is None and part in ("body", "heading") and headline_like(line),
            )
        )
    return pieces, top


def _take_marked(blocks: Sequence[Block], marked: Sequence[Boilerplate], kinds: list[BoilerplateKind | None]) -> None:
    """Takes over what the extractor of the page marked, where it covers most of a block. Both are in order."""
    at = 0
    for index, block in enumerate(blocks):
        while at < len(marked) and marked[at].end <= block.start:
            at += 1
        covered, look = 0, at
        while look < len(marked) and marked[look].start < block.end:
            covered += min(block.end, marked[look].end) - max(block.start, marked[look].start)
            look += 1
        if covered * 10 >= 8 * (block.end - block.start):
            kinds[index] = marked[at].kind


def _is_body(text: str, block: Block) -> bool:
    return block.end - block.start >= BODY and text[block.start : block.end].rstrip("\"”’'»)")[-1:] in ".!?…"


def _mark_top(text: str, blocks: Sequence[Block], kinds: list[BoilerplateKind | None]) -> None:
    """Names of sections and of the outlet, above the first paragraph."""
    for index, block in enumerate(blocks[:40]):
        if _is_body(text, block):
            return
        line = block.cut(text)
        if kinds[index] is None and len(line) < 60 and (is_section(line) or is_outlet(line)):
            kinds[index] = "navigation"


def _mark_end(text: str, blocks: Sequence[Block], kinds: list[BoilerplateKind | None]) -> None:
    """What follows the last paragraph: lists of other stories, sign-offs, the outlet's name."""
    last = max((n for n, block in enumerate(blocks) if kinds[n] is None and _is_body(text, block)), default=-1)
    trailing: BoilerplateKind | None = None
    for index, block in enumerate(blocks):
        line = block.cut(text)
        if opens_trailing(line):
            trailing = kinds[index]
        elif kinds[index] is None and trailing == "related" and (block.bullet or headline_like(line)):
            kinds[index] = trailing  # the entries right under "Related stories"
        elif kinds[index] is None and index > last:
            if trailing is not None and block.end - block.start < BODY:
                kinds[index] = trailing
            elif last >= 0 and (is_outlet(line) or is_section(line) or _signs_off(line)):
                kinds[index] = "byline"
        elif kinds[index] is None and index <= last:
            trailing = None


def _signs_off(line: str) -> bool:
    """True for an outlet's name under a report: a few capitalised words with a noun for a medium among them."""
    words = line.replace("—", " ").replace("–", " ").replace("/", " ").replace("-", " ").split()
    if not 1 < len(words) <= 7 or line[-1:] in ".!?:":
        return False
    capital = all(word[0].isupper() or word in ("of", "the", "and", "for", "&") for word in words)
    return capital and any(is_medium_noun(word) for word in words)


def _parts(
    text: str, blocks: Sequence[Block], free: Sequence[int], top: int | None, kinds: Sequence[BoilerplateKind | None]
) -> dict[int, Part]:
    parts: dict[int, Part] = {}
    if top is not None:
        parts[top] = "title"
        line = blocks[top].cut(text)
        again = [index for index in free if index > top and blocks[index].cut(text) == line][:1]
        parts.update(dict.fromkeys(again, "title"))
        for index in _standfirst(text, blocks, free, top, again, kinds):
            parts[index] = "standfirst"
    for place, index in enumerate(free[:-1]):
        block, after = blocks[index], blocks[free[place + 1]]
        length = block.end - block.start
        if index in parts or block.bullet or length > SUBHEAD or after.end - after.start < length:
            continue
        line = block.cut(text)
        if _introduces(line):
            continue
        if line[0].isupper() and line.rstrip("\"”’'») ")[-1:] not in ".!,;…" and 1 <= len(line.split()) <= 14:
            parts[index] = "heading" if place and not is_dateline(line) else "body"
    return parts


def _introduces(line: str) -> bool:
    """True for words that lead to a quotation or a list and belong to the body: `The mayor said:`."""
    return line.endswith(":") and (len(line.split()) > 4 or not _verbs().isdisjoint(line[:-1].split()))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("quotes")["words"])


def _standfirst(
    text: str,
    blocks: Sequence[Block],
    free: Sequence[int],
    top: int,
    again: Sequence[int],
    kinds: Sequence[BoilerplateKind | None],
) -> list[int]:
    """What stands between the title and its repetition, or between the title and the byline."""
    between = [index for index in free if top < index < (again[0] if again else len(blocks))][:3]
    if again:
        return (
            between if len(between) <= 2 and all(blocks[n].end - blocks[n].start < STANDFIRST for n in between) else []
        )
    if not between or between[0] != top + 1 or blocks[between[0]].end - blocks[between[0]].start > STANDFIRST:
        return []
    after = top + 2
    named = after < len(kinds) and kinds[after] == "byline" and not is_clock(blocks[after].cut(text))
    return between[:1] if named else []


def _listed(text: str, blocks: Sequence[Block], free: Sequence[int], parts: dict[int, Part]) -> set[int]:
    """The label and the entries of a list that sums up, above the first paragraph."""
    found: set[int] = set()
    label: int | None = None
    for index in free[:40]:
        line = blocks[index].cut(text)
        if blocks[index].bullet:
            found.add(index)
        elif found and not any(blocks[n].bullet for n in found):
            found.clear()
        elif found or (parts.get(index) is None and _is_body(text, blocks[index])):
            break
        if not blocks[index].bullet and (label_like(line) or _names_list(line)):
            label = index
    return found | ({label} if label is not None else set()) if len(found) >= 2 else set()


def _names_list(line: str) -> bool:
    low = plain(line)
    return len(low) < 90 and any(low.startswith(phrase) for phrase in table("digests")["list"])


def _stamped(text: str, blocks: Sequence[Block], index: int) -> bool:
    """True where a time stamp stands alone just before a block."""
    return index > 0 and is_stamp(blocks[index - 1].cut(text))
