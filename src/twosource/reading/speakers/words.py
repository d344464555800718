"""Words with their offsets, and lists of phrases that are found in them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, wraps
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from twosource.model import Span
from twosource.reading.forms import Forms

T = TypeVar("T")
V = TypeVar("V")
_Ways = tuple[tuple[tuple[str, ...], V], ...]

_WORD = re.compile(
    r"[a-z]++(?=[\s,.])"  # most words, at one go
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[’'`]s\b(?!\w)"  # the possessive stands alone
    r"|[’'](?=\s)"  # so does that of a plural
    r"|(?:al|Al|el|El|ul|ad|ar|as|an|bin|ibn)-\w+(?:[’'](?!s\b)\w+)*"
    r"|\w+(?:(?:[-‑]|[’'](?!s\b))\w+)*"
    r"|[^\w\s]"
)


class Word(NamedTuple):
    """A word or mark: its offsets in the text, as it stands, and in lower case with plain apostrophes.

    `capital` is True where it begins with a capital letter or is an Arabic name with one inside (73rd is none),
    `plain` of a word and False of a mark.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    plain: bool


def _form(text: str) -> tuple[str, str, bool, bool]:
    """A word's text, its lower case, whether it is capital and plain."""
    capital = text[:1].isupper() or (text[:3].lower() in ("al-", "el-") and text[3:4].isupper())
    return text, text.lower().replace("’", "'"), capital, text[:1].isalnum()


_FORMS = Forms(_form)
_new = tuple.__new__


class _Openings:
    """Of which lists of phrases, each known by its number, a word may begin a phrase.

    `state` is replaced as a whole when a list is added: what one thread still finds out for the old one does no harm.
    """

    def __init__(self) -> None:
        self._lists: dict[tuple[_Field, str], set[int]] = {}
        self._fronts: dict[tuple[_Field, str], set[int]] = {}
        self.state: tuple[Forms[frozenset[int]], int] = (Forms(self._of), 0)

    def add(self, field: _Field, words: Iterable[str], fronts: Iterable[str]) -> int:
        """The number of a new list, whose phrases begin with these words, or with these three letters."""
        number = self.state[1]
        for word in words:
            self._lists.setdefault((field, word), set()).add(number)
        for front in fronts:
            self._fronts.setdefault((field, front), set()).add(number)
        self.state = (Forms(self._of), number + 1)
        return number

    def _of(self, text: str) -> frozenset[int]:
        low = _FORMS[text][1]
        return _NO_LISTS.union(
            self._lists.get((2, text), ()), self._fronts.get((2, text[:3]), ()),
            self._lists.get((3, low), ()), self._fronts.get((3, low[:3]), ()),
        )  # fmt: skip


_Field = Literal[2, 3]
"""Of a word: as it stands, or in lower case."""
_NO_LISTS: frozenset[int] = frozenset()
_OPENINGS = _Openings()


class Words(list[Word]):
    """Words in their order, which know what may begin among them, so that most lists of phrases are passed over."""

    __slots__ = ("_opened", "known")
    _opened: tuple[frozenset[int], int]
    known: dict[Callable[..., Any], Any]
    """What was found out of these very words (`remembered`)."""

    def opened(self) -> tuple[frozenset[int], int]:
        """The numbers of the lists of which a phrase may begin here, and of the first list that is not known of."""
        try:
            return self._opened
        except AttributeError:
            of, upto = _OPENINGS.state
            self._opened = (_NO_LISTS.union(*[of[word[2]] for word in self]), upto)
            return self._opened

    def part(self, start: int, end: int) -> Words:
        """The words between two indexes."""
        return Words(self[start:end])


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words and marks between two offsets.

    >>> [word.text for word in words("Ukraine’s U.S.-made al-Arish, said")]
    ['Ukraine', '’s', 'U.S.', '-', 'made', 'al-Arish', ',', 'said']
    """
    found, find, at = Words(), text.find, start
    for raw in _WORD.findall(text, start, len(text) if end is None else end):
        at = find(raw, at)  # between two of them there is nothing but white space
        after = at + len(raw)
        found.append(_new(Word, (at, after, *_FORMS[raw])))
        at = after
    return found


NAMES = Forms(words, 1 << 12)
"""The words of a name, cut once: the names of a report are compared again and again. Who gets them changes nothing."""


def remembered(function: Callable[[Sequence[Word]], T]) -> Callable[[Sequence[Word]], T]:
    """Asks a question of the same `Words` once only; the answer must not be changed by who gets it."""

    @wraps(function)
    def asked(found: Sequence[Word]) -> T:
        if not isinstance(found, Words):
            return function(found)
        try:
            known = found.known
        except AttributeError:
            known = found.known = {}
        try:
            answer: T = known[function]
        except KeyError:
            answer = known[function] = function(found)
        return answer

    return asked


def part(found: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Some of the words."""
    return found.part(start, end) if isinstance(found, Words) else found[start:end]


class Sentences:
    """The words of a text's sentences, each sentence cut once, when it is first asked for."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._kept: dict[int, tuple[Words, list[int]]] = {}
        self._parts: dict[tuple[int, int], Words] = {}

    def of(self, number: int) -> Words:
        """All words of a sentence."""
        return self._cut(number)[0]

    def between(self, start: int, end: int) -> Words:
        """The words of a stretch; the same ones whenever it is asked for."""
        known = self._parts.get((start, end))
        if known is None:
            known = self._parts[start, end] = self._between(start, end)
        return known

    def _between(self, start: int, end: int) -> Words:
        number = bisect_right(self._starts, start) - 1
        if number < 0 or self._ends[number] < end:
            return words(self.text, start, end)
        kept, starts = self._cut(number)
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        if (low and kept[low - 1][1] > start) or (high > low and kept[high - 1][1] > end):
            return words(self.text, start, end)
        return kept if low == 0 and high == len(kept) else kept.part(low, high)

    def _cut(self, number: int) -> tuple[Words, list[int]]:
        known = self._kept.get(number)
        if known is None:
            sentence = self._sentences[number]
            cut = words(self.text, sentence.start, sentence.end)
            known = self._kept[number] = (cut, [word[0] for word in cut])
        return known


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
        self._field: _Field = 2 if cased else 3
        self._number = _OPENINGS.add(self._field, self._exact, self._begun)
        self._ways = lru_cache(1 << 12)(self._ways_of)

    def at(self, found: Sequence[Word], index: int) -> Hit[V] | None:
        """The longest phrase that begins at a word."""
        word: Any = found[index][self._field]
        return self._at(found, index, word) if word in self._exact or word[:3] in self._begun else None

    def knows(self, word: str) -> bool:
        """True where a phrase begins with exactly this word."""
        return word in self._exact

    def find(self, found: Sequence[Word]) -> list[Hit[V]]:
        """All that are found, from left to right, none within another."""
        hits: list[Hit[V]] = []
        if self.absent(found):
            return hits
        exact, begun, field = self._exact, self._begun, self._field
        free = 0
        for index, each in enumerate(found):
            word: Any = each[field]
            if (word in exact or word[:3] in begun) and index >= free:
                hit = self._at(found, index, word)
                if hit is not None:
                    hits.append(hit)
                    free = hit.end
        return hits

    def first(self, found: Sequence[Word]) -> Hit[V] | None:
        """The first that is found."""
        if self.absent(found):
            return None
        exact, begun, field = self._exact, self._begun, self._field
        for index, each in enumerate(found):
            word: Any = each[field]
            if word in exact or word[:3] in begun:
                hit = self._at(found, index, word)
                if hit is not None:
                    return hit
        return None

    def absent(self, found: Sequence[Word]) -> bool:
        """True where no word among these can begin a phrase, as far as that is known at a glance."""
        if not isinstance(found, Words):
            return False
        opened, upto = found.opened()
        return self._number not in opened and self._number < upto

    def _at(self, found: Sequence[Word], index: int, word: str) -> Hit[V] | None:
        by_second, others = self._ways(word)
        after: Any = found[index + 1][self._field] if index + 1 < len(found) else ""
        for parts, value in by_second.get(after, others):
            end = index + 1 + len(parts)
            if not parts or (end <= len(found) and all(map(self._same, parts, found[index + 1 : end]))):
                return Hit(index, end, value)
        return None

    def _ways_of(self, word: str) -> tuple[dict[str, _Ways[V]], _Ways[V]]:
        """What may follow a word in the phrases that begin with it, the longest first: by the second word, and else."""
        found = list(self._exact.get(word, ()))
        found += [way for way in self._begun.get(word[:3], ()) if word.startswith(way[0][0][:-1])]
        found.sort(key=lambda way: -len(way[0]))
        ways = [(tuple(parts[1:]), value) for parts, value in found]
        others = [way for way in ways if not way[0] or way[0][0] == "_" or way[0][0].endswith("*")]
        seconds = {way[0][0] for way in ways if way not in others}
        return {
            second: tuple(way for way in ways if way in others or way[0][0] == second) for second in seconds
        }, tuple(others)

    def _same(self, part: str, word: Word) -> bool:
        text: Any = word[self._field]
        if part == "_":
            return word.plain
        return bool(text.startswith(part[:-1]) if part.endswith("*") else text == part)


def _stars(parts: Iterable[str]) -> list[str]:
    """Puts the stars back to the words that they end."""
    out: list[str] = []
    for part in parts:
        if part == "＊" and out:
            out[-1] += "*"
        else:
            out.append(part)
    return out
