"""Words with their offsets, and lists of phrases that are found in them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from twosource.model import Span

V = TypeVar("V")

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[’'`]s\b(?!\w)"  # the possessive stands alone
    r"|[’'](?=\s)"  # so does that of a plural
    r"|(?:al|Al|el|El|ul|ad|ar|as|an|bin|ibn)-\w+(?:[’'](?!s\b)\w+)*"
    r"|\w+(?:(?:[-‑]|[’'](?!s\b))\w+)*"
    r"|[^\w\s]"
)


class Word(NamedTuple):
    """A word or mark: its offsets in the text, as it stands, and in lower case with plain apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """True where it begins with a capital letter or is a number with one inside (73rd is none)."""
        return self.text[:1].isupper() or (self.text[:3].lower() in ("al-", "el-") and self.text[3:4].isupper())

    @property
    def plain(self) -> bool:
        """True of a word, false of a mark."""
        return self.text[:1].isalnum()


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks between two offsets.

    >>> [word.text for word in words("Ukraine’s U.S.-made al-Arish, said")]
    ['Ukraine', '’s', 'U.S.', '-', 'made', 'al-Arish', ',', 'said']
    """
    stop = len(text) if end is None else end
    return [
        Word(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _WORD.finditer(text, start, stop)
    ]


def span_of(found: Sequence[Word]) -> Span:
    """The stretch from the first word to the last."""
    return Span(found[0].start, found[-1].end)


class Hit(NamedTuple, Generic[V]):
    """A phrase that was found: the indexes of its words, the end exclusive, and what is known of it."""

    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """A list of phrases, each with a value. The longest wins where several begin at one word.

    A `*` at the end of a word of a phrase stands for any ending (the first word of a phrase needs three letters before
    it), a word `_` for any one word.

    >>> table = Phrases({"withdr* from": "movement", "held": "control"})
    >>> [hit.value for hit in table.find(words("They withdrew from the town"))]
    ['movement']
    """

    def __init__(self, entries: Mapping[str, V], *, cased: bool = False) -> None:
        self._cased = cased
        self._exact: dict[str, list[tuple[list[str], V]]] = {}
        self._begun: dict[str, list[tuple[list[str], V]]] = {}
        for phrase, value in entries.items():
            parts = [part.text if cased else part.lower for part in words(phrase.replace("*", "＊"))]
            parts = _stars(parts)
            if not parts:
                continue
            first = parts[0]
            home = self._begun if first.endswith("*") else self._exact
            home.setdefault(first[:3] if first.endswith("*") else first, []).append((parts, value))
        for home in (self._exact, self._begun):
            for bucket in home.values():
                bucket.sort(key=lambda entry: -len(entry[0]))

    def at(self, found: Sequence[Word], index: int) -> Hit[V] | None:
        """The longest phrase that begins at a word."""
        word = found[index].text if self._cased else found[index].lower
        best: Hit[V] | None = None
        for bucket in (self._exact.get(word, ()), self._begun.get(word[:3], ())):
            for parts, value in bucket:
                end = index + len(parts)
                if best is not None and end <= best.end:
                    break
                if end <= len(found) and all(map(self._same, parts, found[index:end])):
                    best = Hit(index, end, value)
                    break
        return best

    def knows(self, word: str) -> bool:
        """True where a phrase begins with exactly this word."""
        return word in self._exact

    def find(self, found: Sequence[Word]) -> list[Hit[V]]:
        """All that are found, from left to right, none within another."""
        hits: list[Hit[V]] = []
        free = 0
        for index in self._openings(found):
            hit = self.at(found, index) if index >= free else None
            if hit is not None:
                hits.append(hit)
                free = hit.end
        return hits

    def first(self, found: Sequence[Word]) -> Hit[V] | None:
        """The first that is found."""
        for index in self._openings(found):
            hit = self.at(found, index)
            if hit is not None:
                return hit
        return None

    def _openings(self, found: Sequence[Word]) -> list[int]:
        """The words at which a phrase may begin: most begin none, so they are sorted out first."""
        exact, begun = self._exact, self._begun
        keys = [word.text for word in found] if self._cased else [word.lower for word in found]
        return [index for index, key in enumerate(keys) if key in exact or key[:3] in begun]

    def _same(self, part: str, word: Word) -> bool:
        text = word.text if self._cased else word.lower
        if part == "_":
            return word.plain
        return text.startswith(part[:-1]) if part.endswith("*") else text == part


def _stars(parts: Iterable[str]) -> list[str]:
    """Puts the stars back to the words that they end."""
    out: list[str] = []
    for part in parts:
        if part == "＊" and out:
            out[-1] += "*"
        else:
            out.append(part)
    return out
