"""Cuts a text into the pieces that the encoder knows, each with its place, its case and whether it is quoted."""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from twosource.model import Layout

Numbers = npt.NDArray[np.int64]

OTHER, LOWER, CAPITAL, CAPITALS, MIXED = range(5)
"""Case of the word that a piece belongs to: no letters, all small, first capital, all capitals, mixed.

The vocabulary is uncased; without this names are lost.
"""


UNKNOWN = "[UNK]"


class Pieces(NamedTuple):
    """The pieces of a text in order: number in the vocabulary, offsets (ends exclusive), case and quotation."""

    ids: Numbers
    starts: Numbers
    ends: Numbers
    cases: Numbers
    quotes: Numbers


@cache
def tokenizer() -> Tokenizer:
    """The word pieces of the uncased BERT vocabulary; nothing is cut off or filled up."""
    with as_file(files("twosource.reading.encoder") / "data" / "vocab.txt") as path:
        made = Tokenizer(WordPiece.from_file(str(path), unk_token=UNKNOWN))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def pieces_of(layout: Layout) -> Pieces:
    """The pieces of a whole text.

    >>> text = "Two dead, ATI says"
    >>> pieces = pieces_of(Layout(text))
    >>> [text[a:b] for a, b in zip(pieces.starts, pieces.ends)], pieces.cases.tolist()
    (['Two', 'dead', ',', 'AT', 'I', 'says'], [2, 1, 0, 3, 3, 1])
    """
    text = layout.text
    found = tokenizer().encode(text, add_special_tokens=False)
    offsets = np.array(found.offsets, np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    words = np.array(found.word_ids, np.int64)
    return Pieces(
        np.array(found.ids, np.int64), starts, ends, _cases(text, starts, ends, words), _quoted(layout)[starts]
    )


def _cases(text: str, starts: Numbers, ends: Numbers, words: Numbers) -> Numbers:
    if not len(words):
        return words
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    upper, lower = _letters()
    inside = np.minimum(points, len(upper) - 1)
    first = np.flatnonzero(np.r_[True, words[1:] != words[:-1]])
    last = np.r_[first[1:], len(words)] - 1
    a, b = starts[first], ends[last]
    uppers, lowers = (np.r_[0, np.cumsum(kind[inside])] for kind in (upper, lower))
    many_upper, many_lower = uppers[b] - uppers[a], lowers[b] - lowers[a]
    capital = upper[inside[a]]
    case = np.full(len(first), OTHER)
    case[many_lower > 0] = LOWER
    case[many_upper > 0] = MIXED
    case[capital & (many_upper == 1)] = CAPITAL
    case[(many_upper > 1) & (many_lower == 0)] = CAPITALS
    return case[words_in_order(words)]


def words_in_order(words: Numbers) -> Numbers:
    """Numbers of words counted from 0 without gaps."""
    return np.cumsum(np.r_[0, (words[1:] != words[:-1]).astype(np.int64)])


@cache
def _letters() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which code points are capitals and which small letters; those beyond the first planes' scripts are neither."""
    points = [chr(i) for i in range(0x2100)] + ["\uffff"]
    return np.array([c.isupper() for c in points]), np.array([c.islower() for c in points])


def _quoted(layout: Layout) -> Numbers:
    """For each offset 1 within outermost quotation marks, else 0."""
    change = np.zeros(len(layout.text) + 1, np.int64)
    for quotation in layout.quotations:
        if quotation.depth == 0:
            change[quotation.start] += 1
            change[quotation.end] -= 1
    return np.cumsum(change)


assert sys.byteorder == "little", "the encoder's arrays are read as little-endian"
