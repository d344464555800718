"""Makes claims of what is told in other ways: "…, staff of the clinic told us", "the council counts 164 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.page import Page
from twosource.reading.speakers import Word, bodies, describe, grammar, medium_in
from twosource.reading.speakers.names import head_of

__all__ = [
    "Telling",
    "according",
    "called",
    "counted",
    "denying",
    "exclaimed",
    "quoted",
    "reckoned",
    "speaks",
    "trailing",
    "voiced",
    "worded",
]

Telling = tuple[Sequence[Word], Word, Sequence[Word]]
"""The words for the source, the cue, and what is told."""

_SOURCE = 16
"""Words of a source at most, its role and body with it."""
_AFTER = 8
"""Words behind the last reporting verb at most: whom it was told, and when."""
_LITTLE = 3
"""Words, the full stop among them, below which what follows "as saying" is no statement."""
_TALLY = 5
"""Words behind a verb among which the number or the toll stands."""


def trailing(found: Sequence[Word]) -> Telling | None:
    """The telling of "Half of the houses are gone, the mayor of Lutar, Ana Ruiz, said on Friday".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = trailing(words("The wells are polluted, staff of the clinic told reporters on Friday."))
    >>> source[0].text, cue.text, content[-1].text
    ('staff', 'told', 'polluted')
    """
    verbs = grammar("missed", "told")
    last = max((i for i, word in enumerate(found) if word.lower in verbs), default=-1)
    after = found[last + 1 :]
    citing = next((i for i, word in enumerate(after) if word.lower in grammar("sifting", "citing")), len(after))
    if last < 4 or citing > _AFTER or len(after) > 2 * _AFTER or has_verb(after):
        return None
    end = last - (found[last - 1].text == ",")
    for comma in range(max(3, last - _SOURCE), last - 1):
        if found[comma].text != "," or not has_verb(found[:comma]):
            continue
        source = found[comma + 1 : end]
        while source and source[0].text in '“”"’':
            source = source[1:]
        if source and not has_verb(source) and not any(word.text in '“”";:' for word in source):
            return source, found[last], found[:comma]
    return None


def according(found: Sequence[Word]) -> Telling | None:
    """The telling of "According to the mayor, Ana Ruiz, nobody came" and "Nobody came, according to the mayor".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = according(words("Nobody came to the mill, according to the mayor of Tol."))
    >>> source[0].text, cue.text, content[0].text
    ('the', 'according', 'Nobody')
    """
    at = next((i for i in range(len(found) - 3) if found[i].lower == "according" and found[i + 1].lower == "to"), None)
    rest = found[at + 2 :] if at is not None else ()
    if at is None:  # "Two are dead, per the mayor's office."
        at = next((i for i in range(len(found) - 3) if found[i].lower == "per" and _per(found, i)), None)
        rest = found[at + 1 :] if at is not None else ()
    if at is None:
        return None
    if at == 0 and rest[0].lower in ("him", "her", "them"):  # "According to him a lorry hit the bridge"
        told = rest[1 + (rest[1].text == ",") :]
        return (rest[:1], found[0], told) if len(told) > 3 and has_verb(told) else None
    stops = [i for i, word in enumerate(rest) if i and word.text in ",.;:"]
    if not stops or stops[0] > _SOURCE:
        return None
    end = stops[0]
    if at > 3:
        return (rest[:end], found[at], found[: at - (found[at - 1].text == ",")]) if has_verb(found[:at]) else None
    if at == 0 and len(stops) > 1 and 0 < stops[1] - end <= 4 and all(w.capital for w in rest[end + 1 : stops[1]]):
        end = stops[1]  # "the mayor, Ana Ruiz,"
    told = rest[end + 1 :]
    return (rest[:end], found[at], told) if at == 0 and rest[end].text == "," and len(told) > 3 else None


def reckoned(found: Sequence[Word]) -> Telling | None:
    """The telling of "By the count of the health office, nobody came": what is told follows the comma.

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = reckoned(words("By the count of the health office, 40 people are dead."))
    >>> source[-1].text, cue.text, content[0].text
    ('office', 'count', '40')
    """
    if len(found) < _AFTER:
        return None
    if found[0].lower not in ("by", "in") or found[1].lower != "the":
        return _reckoned_last(found)
    if found[2].lower not in grammar("missed", "wordings") or found[3].lower not in ("of", "by"):
        return None
    commas = [i for i, word in enumerate(found) if word.text == ","]
    told = next((found[i + 1 :] for i in commas if has_verb(found[i + 1 :]) and not _cites(found[i + 1 :])), ())
    return (found[4 : commas[0]], found[2], told) if told and 4 < commas[0] <= _SOURCE else None


def _reckoned_last(found: Sequence[Word]) -> Telling | None:
    """The telling of "Half of them fell short, by the reckoning of the diplomats"."""
    for at in range(len(found) - 4, _TALLY, -1):
        if found[at].lower != "by" or found[at - 1].text != "," or found[at + 1].lower != "the":
            continue
        if found[at + 2].lower in grammar("missed", "wordings") and found[at + 3].lower == "of":
            source = [word for word in found[at + 4 :] if word.plain or word.lower == "'s"]
            return (source, found[at + 2], found[: at - 1]) if source and has_verb(found[: at - 1]) else None
    return None


def _cites(found: Sequence[Word]) -> bool:
    """True of "as carried by Lot, …"."""
    return any(word.lower in grammar("relays", "carried") for word in found[:2])


def _per(found: Sequence[Word], at: int) -> bool:
    """True of "per the mayor's office" at the head of a sentence or behind a comma; false of "per day"."""
    return (at == 0 or found[at - 1].text == ",") and (found[at + 1].lower == "the" or found[at + 1].capital)


def called(found: Sequence[Word]) -> Telling | None:
    """The telling of "Thousands marched in what organisers called the largest march since the war".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = called(words("Thousands marched in what organisers called the largest march."))
    >>> source[0].text, cue.text, content[1].text
    ('organisers', 'called', 'largest')
    """
    for what in range(len(found) - 4):
        if found[what].lower != "what" or not what:
            continue
        at = next((i for i in range(what + 2, min(len(found) - 2, what + _AFTER)) if _calls(found, i)), None)
        if at is not None and not has_verb(found[what + 1 : at]):
            told = found[at + 1 + (found[at + 1].lower in ("as", "was", "were", "is", "are")) :]
            end = next((i for i, word in enumerate(told) if word.text in ".;"), len(told))
            return found[what + 1 : at], found[at], told[:end]
    return None


def _calls(found: Sequence[Word], at: int) -> bool:
    low, after = found[at].lower, found[at + 1].lower
    return low in grammar("missed", "calls") or (low in ("said", "says") and after in ("was", "were", "is", "are"))


def worded(found: Sequence[Word]) -> Telling | None:
    """The telling of "The mill, in his words, was empty", "By her account nobody came": the sentence is his or hers.

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = worded(words("The mill, in his words, was quite empty."))
    >>> source[0].text, cue.text, content[-1].text
    ('his', 'words', '.')
    """
    for index in range(len(found) - 3):
        if found[index].lower not in ("in", "by") or found[index + 1].lower not in ("his", "her", "their"):
            continue
        end = index + 2 + (found[index + 2].lower == "own")
        ends = index == 0 or (found[end + 1 : end + 2] and found[end + 1].text == ",")
        apart = index == 0 or found[index - 1].text == ","
        if (
            end < len(found)
            and found[end].lower in grammar("missed", "wordings")
            and apart
            and ends
            and has_verb(found)
        ):
            return found[index + 1 : index + 2], found[end], found[end + 1 :] if index == 0 else found
    return None


def quoted(found: Sequence[Word]) -> Telling | None:
    """The telling of "The mayor was quoted by Lot as saying nobody came"; what is told may also come first.

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = quoted(words("The mayor, Ana Ruiz, was quoted by Lot as saying nobody came."))
    >>> source[1].text, cue.text, content[0].text
    ('mayor', 'quoted', 'nobody')
    """
    for at in range(1, len(found) - 3):
        if found[at].lower not in grammar("relays", "carried"):
            continue
        stop = min(len(found) - 1, at + _SOURCE)
        end = next((i for i in range(at + 1, stop) if found[i].lower == "as" and _utters(found[i + 1])), None)
        if end is None:
            continue
        if found[at - 1].lower in grammar("missed", "passive"):
            source, before = _subject(found[: at - 1])
        else:  # "Lot quoted the mayor as saying"
            source, before = found[at + 1 : end], _quotation(found[:at]) or _subject(found[:at])[1]
        told = found[end + 2 :]
        if len(told) < _LITTLE or told[0].lower in ("on", "in", "at", "by", "to"):  # "as saying on Friday."
            told = before
        return (source, found[at], told) if source and told else None
    return None


def _quotation(found: Sequence[Word]) -> Sequence[Word]:
    """The quoted words at the head of “We go,” the paper quoted him as saying."""
    close = next((i for i in range(len(found) - 1, 1, -1) if found[i].text in '"”'), None)
    if close is None or found[0].text not in '"“':
        return ()
    return found[1 : close - (found[close - 1].text == ",")]


def _utters(word: Word) -> bool:
    return word.lower.endswith("ing") and word.lower[:-3] in grammar("missed", "utters")


def _subject(found: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words behind the last comma before which there is a verb, and those before it."""
    while found and found[-1].lower in (",", "also", "later", "has", "have", "had"):
        found = found[:-1]
    commas = [i for i, word in enumerate(found) if word.text == ","]
    if not has_verb(found):
        return found, ()
    start = next((i for i in commas if has_verb(found[:i]) and not has_verb(found[i + 1 :])), None)
    return (found[start + 1 :], found[:start]) if start is not None else ((), ())


def denying(found: Sequence[Word]) -> Telling | None:
    """The telling of "The mayor dismissed fears that the dam would break".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = denying(words("The mayor dismissed fears that the dam would break."))
    >>> source[-1].text, cue.text, content[0].text
    ('mayor', 'dismissed', 'the')
    """
    verbs, nouns = grammar("missed", "denials"), grammar("missed", "fears")
    at = next((i for i, word in enumerate(found[: 2 * _SOURCE]) if i and word.lower in verbs), None)
    if at is None:
        return None
    that = next((i for i in range(at + 1, min(len(found) - 2, at + _SOURCE)) if found[i].lower == "that"), None)
    if that is None or found[that - 1].lower not in nouns:
        return None
    source = found[:at]
    return (source, found[at], found[that + 1 :]) if not has_verb(source) else None


def voiced(found: Sequence[Word]) -> Telling | None:
    """The telling of "The mayor expressed hope that the dam would hold".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = voiced(words("The mayor expressed hope that the dam would hold."))
    >>> source[-1].text, cue.text, content[0].text
    ('mayor', 'expressed', 'the')
    """
    for at in range(1, min(len(found) - 3, _SOURCE)):
        if found[at].lower in grammar("missed", "voices") and found[at + 1].lower in grammar("missed", "hopes"):
            told = found[at + 3 :] if found[at + 2].lower == "that" else ()
            return (_source(found[:at]), found[at], told) if told and not has_verb(found[:at]) else None
    return None


def exclaimed(found: Sequence[Word]) -> Telling | None:
    """The telling of a quotation, a verb in -ed and who spoke so: '"Nobody came," fumed survivor Ana Ruiz.'.

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = exclaimed(words('"Nobody came," fumed survivor Ana Ruiz.'))
    >>> source[0].text, cue.text, content[0].text
    ('survivor', 'fumed', 'Nobody')
    """
    close = next((i for i in range(3, len(found) - 2) if found[i].text in '"”' and found[i - 1].text in ",!?"), None)
    if close is None or found[0].text not in '"“':
        return None
    cue, source = found[close + 1], found[close + 2 :]
    end = next((i for i, word in enumerate(source) if word.text in ".,;"), len(source))
    spoke = cue.lower.endswith("ed") or cue.lower in grammar("missed", "told")
    if (
        not spoke
        or cue.capital
        or not 0 < end <= _AFTER
        or describe(source[:end]).form not in ("person", "role", "class")
    ):
        return None
    return source[:end], cue, found[1 : close - (found[close - 1].text == ",")]


def counted(found: Sequence[Word]) -> Telling | None:
    """The telling of "The council counts 164 dead" and "The service on Friday lowered the toll to 31".

    >>> from twosource.reading.speakers import words
    >>> source, cue, content = counted(words("The health office counted 164 dead by Friday."))
    >>> cue.text, content[0].text
    ('counted', '164')
    """
    for at in range(1, min(len(found) - 1, 2 * _SOURCE)):
        low = found[at].lower
        if low in ("has", "have", "had"):
            continue
        if low in grammar("missed", "says") or low in grammar("cutting", "auxiliaries"):
            return None
        after = found[at + 1 : at + 1 + _TALLY]
        numbered = any(word.text[:1].isdigit() for word in after[:3]) and low in grammar("missed", "counts")
        if numbered or (low in grammar("missed", "turns") and _tallied(found, at)):
            return _source(found[:at]), found[at], _uncited(found[at + 1 :])
    return None


def _uncited(found: Sequence[Word]) -> Sequence[Word]:
    """The words without ", citing a doctor" at their end."""
    for index in range(2, len(found) - 1):
        if found[index].lower in grammar("sifting", "citing") and found[index - 1].text == ",":
            return found[: index - 1]
    return found


def _tallied(found: Sequence[Word], at: int) -> bool:
    """True of "the toll … to 31", "losses at 350", "the depth as 12 km" behind a verb."""
    after = found[at + 1 : at + 1 + _SOURCE]
    named = any(word.lower in grammar("missed", "tallies") for word in after[:_TALLY])
    step = any(
        word.lower in ("to", "at", "by", "as", "of") and any(later.text[:1].isdigit() for later in after[i + 1 : i + 4])
        for i, word in enumerate(after)
    )
    bare = any(word.text[:1].isdigit() for word in after[:_SOURCE])
    return named and (step or (found[at].lower in ("gave", "gives", "offered", "offers") and bare))


def _source(found: Sequence[Word]) -> Sequence[Word]:
    """The words before the verb without a date, a remark between commas and "has"."""
    kept = list(found)
    while kept and kept[-1].lower in ("has", "have", "had", "also", "later", "then"):
        kept.pop()
    comma = next((i for i, word in enumerate(kept) if i and word.text == ","), None)
    if comma is not None and kept[0].lower in ("in", "at", "on", "near", "after", "by") and comma + 1 < len(kept):
        kept, comma = kept[comma + 1 :], None  # "In Tolm, the mayor, Ana Ruiz, counted …"
        if kept[-1].text == ",":
            kept.pop()
    if comma is not None:
        kept = kept[:comma]
    day = next((i for i, word in enumerate(kept) if i and word.lower == "on"), None)
    return kept[:day] if day is not None and len(kept) - day <= 3 else kept


def speaks(page: Page, source: Sequence[Word]) -> bool:
    """True where the words for a source name somebody who may tell: no thing, no place."""
    said = describe(source)
    if said.form in ("person", "class", "role", "anonymous", "pronoun", "vessel"):
        return True
    if said.form != "body":
        return False
    known = page.cast.known_person(said.name) is not None or medium_in(source) is not None
    return known or any(word.capital for word in source[1:]) or head_of(said.name) in bodies()
