"""Noun phrases: who stands before a verb, who stands after it, and where an object ends.

Spans are cut as PolNeAR cuts them: a source is the whole phrase with its titles, appositions and relative clauses.
Results are pairs of word numbers, the end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.words import Word, closed_class

Range = tuple[int, int]

REACH = 40
"""No noun phrase of a source is longer than this many words; it also keeps the work linear."""
NICKNAME = 30
"""A quotation of so many characters may be a name within a noun phrase: a commander called “Grom”."""
_NOMINAL = {"word", "name", "number", "determiner", "possessive", "open", "close"}
_SEPARATORS = {"…", "/", "|", "•", "*", "·"}
_BEFORE_JOINT = {"word", "name", "number", "close", "possessive", "past", "object"}
_OCCASIONS = {"after", "before", "during", "following", "despite", "through"}
_RELATIVES = {"who", "whose", "which", "where"}
_BREAKS = {"stop", "colon", "semicolon"}


def is_day(word: Word) -> bool:
    """True for the names of days and months and their like, which never speak."""
    return word.low in closed_class("days")


def subject_before(words: Sequence[Word], at: int) -> Range | None:
    """The noun phrase that ends right before word `at`, with what stands in commas behind it."""
    end = _before_adverbials(words, at)
    if end and words[end - 1].kind == "comma":
        return _with_apposition(words, end) or _before_mark(words, end)
    if end and words[end - 1].kind == "dash":
        return _between_dashes(words, end)
    if (end and words[end - 1].kind == "subject") or (end > 1 and words[end - 1].low in ("that", "which")):
        return (end - 1, end)
    start = _phrase_start(words, end)
    return (start, end) if start < end else None


def _before_adverbials(words: Sequence[Word], at: int) -> int:
    """Steps back over "on Friday", "himself" and the like between a subject and its verb."""
    end = at
    while end > 1:
        word = words[end - 1]
        if word.low in ("himself", "herself", "themselves", "itself"):
            end -= 1
        elif is_day(word) and words[end - 2].kind in ("preposition", "word", "name", "close"):
            end -= 2 if words[end - 2].kind == "preposition" else 1
        else:
            break
    return end if end else at


def _with_apposition(words: Sequence[Word], at: int) -> Range | None:
    """ "Ann Lee, who leads the union," before a verb: back over the commas to the head of the phrase."""
    floor = max(0, at - REACH)
    best: Range | None = None
    comma = at - 2
    while comma >= floor:
        while comma >= floor and words[comma].kind != "comma":
            if words[comma].kind in _BREAKS or (
                words[comma].kind == "quote" and words[comma].end - words[comma].start > NICKNAME
            ):
                return best
            comma -= 1
        if comma < floor:
            return best
        start = _phrase_start(words, comma)
        after = words[comma + 1]
        if start < comma and not (is_day(words[start]) and (comma - start == 1 or words[start + 1].kind == "number")):
            apposed = after.kind in ("determiner", "word", "name", "number", "past", "quote") or after.low in _RELATIVES
            if best is None:
                best = (start, at) if apposed else (start, comma)
            elif apposed and (start == 0 or words[start - 1].kind in ("conjunction", "subordinator", "quote", "dash")):
                best = (start, at)
        elif best is not None:
            return best
        comma -= 1
    return best


def _before_mark(words: Sequence[Word], at: int) -> Range | None:
    """ "Ann Lee (MP), said": a stray comma after the subject."""
    if at < 2 or words[at - 2].kind != "close":
        return None
    start = _phrase_start(words, at - 1)
    return (start, at) if start < at - 1 else None


def _between_dashes(words: Sequence[Word], at: int) -> Range | None:
    """ "Ann Lee – a nurse from Lviv – said"."""
    for i in range(at - 2, max(0, at - REACH), -1):
        if words[i].kind == "dash":
            start = _phrase_start(words, i)
            return (start, at) if start < i else None
        if words[i].kind in _BREAKS:
            return None
    return None


def _phrase_start(words: Sequence[Word], end: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself if there is none."""
    start = end
    floor = max(0, end - REACH)
    i = end - 1
    while i >= floor:
        kind = words[i].kind
        if (
            kind in _NOMINAL
            or (kind == "mark" and words[i].low not in _SEPARATORS)
            or (kind == "quote" and _nickname(words, i, i + 1 < end and start < end))
            or (kind == "past" and _participle(words, i, floor))
        ):
            start = i
        elif kind in ("auxiliary", "present", "object"):
            back = _relative(words, i, floor)
            if back is None:
                break
            start = i = back
        elif not _joins(words, i, floor, start == end):
            break
        i -= 1
    return _trim(words, start, end)


def _nickname(words: Sequence[Word], at: int, inner: bool) -> bool:
    """True for a quotation that is a name within a phrase, not words that were said."""
    word = words[at]
    if word.end - word.start > NICKNAME or word.low in "?!" or (at == 0 and (inner or word.low == ",")):
        return False
    return word.low != "," or words[at - 1].kind in ("word", "name")


def _participle(words: Sequence[Word], at: int, floor: int) -> bool:
    """True for a participle before its noun: "the | undisclosed | official"."""
    return at > floor and words[at - 1].kind in ("determiner", "adverb", "preposition", "conjunction")


def _joins(words: Sequence[Word], at: int, floor: int, bare: bool) -> bool:
    """True for a word that stands between two parts of one phrase; `bare` where no part was found yet."""
    kind = words[at].kind
    if at == floor:
        return False
    before = words[at - 1].kind
    if kind == "dash":
        return words[at - 1].end == words[at].start
    if kind == "conjunction":
        joined = words[at].low in ("and", "or") and before in ("word", "name", "number", "close")
        return joined and not bare and not _verb_left(words, at, floor)
    if kind not in ("preposition", "past", "adverb") or before not in _BEFORE_JOINT:
        return False
    return kind != "past" or (not bare and words[at + 1].kind == "preposition")


def _verb_left(words: Sequence[Word], at: int, floor: int) -> bool:
    """True where a verb stands between the last boundary and word `at`: what follows is a new clause."""
    for i in range(at - 1, floor - 1, -1):
        kind = words[i].kind
        if kind in ("auxiliary", "past", "present"):
            return True
        if kind in ("comma", "subordinator", "quote", "semicolon", "colon", "stop"):
            return False
    return False


def _relative(words: Sequence[Word], at: int, floor: int) -> int | None:
    """Where the "who" of a relative clause stands whose verb is word `at`."""
    for i in range(at - 1, max(floor, at - 6) - 1, -1):
        if words[i].low in ("who", "that", "which", "whose"):
            return i if i and words[i - 1].kind in ("word", "name") else None
        if words[i].kind in ("comma", "quote", "stop", "colon"):
            return None
    return None


def _trim(words: Sequence[Word], start: int, end: int) -> int:
    """Moves the start past leading prepositional phrases, conjunctions and marks."""
    while start < end and words[start].kind in ("conjunction", "mark", "close", "possessive", "dash", "adverb"):
        start += 1
    if start < end and words[start].kind == "open" and not any(w.kind == "close" for w in words[start:end]):
        start += 1
    while start < end and words[start].kind == "preposition":
        # "In Kyiv the mayor": the phrase after the preposition ends where another determiner or name begins.
        nxt = start + 1
        while nxt < end and words[nxt].kind in ("determiner", "possessive"):
            nxt += 1
        while nxt < end and words[nxt].kind not in ("determiner", "preposition"):
            nxt += 1
        start = nxt
    return start


def phrase_after(words: Sequence[Word], at: int) -> Range | None:
    """The noun phrase of an inverted subject, as in "said Ann Lee, a nurse from Lviv."."""
    limit = min(len(words), at + REACH)
    if at < limit and words[at].kind == "subject":
        return (at, at + 1)
    last = at
    relative = False
    for i in range(at, limit):
        word = words[i]
        kind = word.kind
        if kind in _NOMINAL:
            if i > at and is_day(word) and not (i + 1 < limit and words[i + 1].low in ("by", "and")):
                break
            last = i + 1
        elif (kind == "past" and words[i - 1].kind in ("determiner", "adverb")) or (
            kind == "mark" and word.low not in ("…", "|")
        ):
            last = i + 1
        elif kind == "quote":
            if word.end - word.start > NICKNAME or (i and words[i - 1].kind == "comma"):
                break
            last = i + 1
        elif word.low in _RELATIVES and i > at:
            relative = True
        elif not _goes_on(words, i, at, limit, relative):
            break
    return (at, last) if last > at else None


def _goes_on(words: Sequence[Word], i: int, at: int, limit: int, relative: bool) -> bool:
    """True where a phrase that began at `at` goes on after word `i`, which is no noun; `relative` within its clause."""
    kind = words[i].kind
    follower = words[i + 1] if i + 1 < limit else None
    if kind in ("comma", "dash"):
        apposed = follower is not None and (
            follower.low in _RELATIVES or follower.kind in ("determiner", "word", "name", "number", "past")
        )
        return apposed and follower is not None and not follower.low.endswith("ing")
    if kind == "preposition":
        if follower is None or is_day(follower) or words[i].low in _OCCASIONS:
            return False
        placed = words[i].low in ("in", "on", "at") and follower.low in ("a", "an", "his", "her", "their")
        return not (placed and i > at)
    if kind == "conjunction":
        return words[i].low in ("and", "or", "nor")
    if kind == "adverb" and (i == at or words[i - 1].kind in ("determiner", "preposition")):
        return True
    return kind == "past" or (relative and kind in ("auxiliary", "present", "adverb", "object"))


def trailing_source(words: Sequence[Word], at: int, stop: int) -> Range:
    """The source after a trailing "according to": all words up to a comma that no apposition follows."""
    i = at
    while i < stop:
        kind = words[i].kind
        if (
            kind in ("close", "dash", "semicolon", "colon")
            and i > at
            and not (kind == "dash" and words[i - 1].end == words[i].start)
        ):
            opened = any(w.kind == "open" for w in words[at:i])
            if not (kind == "close" and opened):
                break
        if kind == "comma" and not (
            i + 1 < stop and (words[i + 1].low in ("a", "an", "the", *_RELATIVES) or words[i + 1].kind == "number")
        ):
            break
        i += 1
    return (at, max(i, at + 1))


def object_end(words: Sequence[Word], at: int, stop: int, *, through: str = "") -> int:
    """Where the object that begins at word `at` ends: before the next comma, verb or clause, at most at `stop`.

    `through` is a word that ends no object here, as the "as" of "described the raid as a failure".
    """
    i = at
    while i < stop:
        kind = words[i].kind
        if kind in ("comma", "colon", "semicolon", "stop", "dash") and i > at:
            if kind == "dash" and words[i - 1].end == words[i].start:
                i += 1
                continue
            break
        if kind in ("auxiliary", "present") and i > at:
            relative = any(
                w.low in ("that", "who", "which", "what", "where", "how", "why", "to")
                for w in words[max(at, i - 5) : i]
            )
            if not relative:
                break
        if (
            kind == "subordinator"
            and words[i].low
            in ("because", "while", "when", "if", "although", "though", "as", "unless", "until", "whereas")
            and words[i].low != through
        ):
            break
        if kind == "conjunction" and words[i].low == "but":
            break
        i += 1
    return i
