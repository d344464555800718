"""Knows lines that stand as headlines, the title of a report and its standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from twosource.knowledge import table
from twosource.reading.structure.furniture import is_section
from twosource.reading.structure.lines import Block
from twosource.reading.structure.stamps import is_stamp, opens_with_dateline

__all__ = ["content_words", "headline_like", "label_like", "title_at"]

LONGEST = 220
"""Headlines of several decks reach 200 characters; paragraphs of one sentence without a stop are longer."""

CLOSERS = "\"”’'»)]"
QUESTION = re.compile(r"Q(?:uestion)?[:. ]")
REFERENCE = re.compile(r"(?:\[\d{1,3}\])+\Z")
ISSUER = re.compile(r"(?:[A-Z][\w.]* ?){1,5}[-–—] ?(?:[A-Z][\w.]* ?){1,4}")
SERIAL = re.compile(r"[\W\d_]*\d[\w-]*(?:[-/]\w+){1,5}|\[.*\]|\(.*\)")


def _bare_end(line: str) -> str:
    return REFERENCE.sub("", line).rstrip(CLOSERS + " ")[-1:]


def headline_like(line: str) -> bool:
    """True for a line that stands as a headline: short, one statement, no stop at its end.

    >>> headline_like("Rescuers reach flooded valley as rain eases"), headline_like("They came late.")
    (True, False)
    """
    if not 12 <= len(line) <= LONGEST or _bare_end(line) in ".!;,:…" or line.endswith(("...", "[…]")):
        return False
    if line[0] in '"“„«' and not any(mark in line[1:] for mark in '"”“»'):
        return False  # the beginning of a quotation
    if (_bare_end(line) == "?" and line[-1] != "?") or QUESTION.match(line):
        return False  # a quoted question, or one of an interview
    if line[0].islower() or is_stamp(line) or opens_with_dateline(line) or is_section(line) or SERIAL.fullmatch(line):
        return False
    words = line.split()
    return 3 <= len(words) <= 35 and sum(word[0].isalpha() or word[0] in "\"“‘'«„" for word in words) * 3 >= 2 * len(
        words
    )


def label_like(line: str) -> bool:
    """True for the words over a list: `Key points on May 3:`."""
    return len(line) <= 90 and line.rstrip().endswith(":") and "\n" not in line


@cache
def _common() -> frozenset[str]:
    return frozenset(table("digests")["common"])


def content_words(line: str) -> frozenset[str]:
    """The words of a line that carry its matter, cut to five letters so that forms of one word meet."""
    common = _common()
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}", line.casefold()) if word not in common)


def title_at(text: str, blocks: Sequence[Block], free: Sequence[int], given: str | None) -> int | None:
    """The index of the block that is the title: the one given, else the first headline before any paragraph.

    `free` are the indexes of the blocks that are no furniture, in order.
    """
    if given:
        wanted = " ".join(given.casefold().split()).rstrip(".")
        for index in free[:12]:
            if " ".join(blocks[index].cut(text).casefold().split()).rstrip(".") == wanted:
                return index
        return None
    for index in free[:3]:
        line = blocks[index].cut(text)
        if len(line) > LONGEST:
            return None
        if SERIAL.fullmatch(line) or is_section(line) or ISSUER.fullmatch(line):
            continue
        if not blocks[index].bullet and _is_title(text, blocks, free, index, line):
            return index
        return None
    return None


def _is_title(text: str, blocks: Sequence[Block], free: Sequence[int], index: int, line: str) -> bool:
    later = [number for number in free if number > index][:8]
    repeated = len(line) <= LONGEST and any(blocks[number].cut(text) == line for number in later)
    if repeated or (headline_like(line) and bool(later)):
        return True
    # Archives put a stop after headlines. Title case, or a dateline next, gives them away.
    if not later or len(line) > 160 or line.count(". ") or not headline_like(line.rstrip(".!?\"”’' ")):
        return False
    words = re.findall(r"[^\W\d_]{4,}", line)
    capital = sum(word[0].isupper() for word in words)
    following = blocks[later[0]]
    body = following.end - following.start > len(line)
    terse = not re.search(r"\b(?:the|a|an)\b", line, re.I) and len(line.split()) <= 14
    restated = terse and bool(content_words(line) & content_words(following.cut(text)))
    return body and (capital >= 0.75 * len(words) > 2 or restated or bool(opens_with_dateline(following.cut(text))))
