"""Tells apart the numbers that are no figures: dates, ages, ranks and names of units, scores, rates, differences."""

from __future__ import annotations

import re
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.counted import Counted, is_plural
from twosource.reading.lexical import Phrases, Token, word_set

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")


@cache
def _phrases(key: str) -> Phrases:
    return Phrases(dict.fromkeys(table("apart")[key], key))


def apart(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> str | None:
    """Why a number is no figure, or None where it may be one."""
    for name, test in (
        ("part of a name or code", _is_code),
        ("date or time", _is_date),
        ("age", _is_age),
        ("designation", _is_designation),
        ("reading", _is_reading),
        ("rate", _is_rate),
        ("difference", _is_difference),
        ("reference", _is_reference),
    ):
        if test(tokens, words, number, thing):
            return name
    return None


def _word(words: list[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _is_code(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """Numerals glued to letters or other numerals: AK-47, 18th, 12/05, 3-1, @user22, +380."""
    first, last = number.core, number.last
    if (
        number.kind == "words"
        and last + 1 < len(words)
        and tokens[last].is_dash
        and words[last + 1] in table("numbers")["fractions"]
    ):
        return True
    if number.kind != "digits":
        return False
    after = tokens[last] if last < len(tokens) else None
    if tokens[first].glued and first > 0:
        before = tokens[first - 1]
        if before.kind == "word" or before.raw in "@#_./:+\\&=":
            return True
        if before.is_dash and before.glued and first > 1 and tokens[first - 2].kind in ("word", "number"):
            return True
    if after is None or not after.glued:
        return False
    if after.low in word_set("apart", "ordinal"):
        return True
    beyond = tokens[last + 1] if last + 1 < len(tokens) else None
    if after.raw in "/:_@=" or after.is_dash:
        return beyond is not None and beyond.glued and beyond.kind == "number"
    return after.kind == "word" and thing.unit is None and after.low not in ("k", "m", "s")


def _is_date(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """Days of a month, years, hours of the clock."""
    if number.kind != "digits":
        return _word(words, number.last) == "o'clock"
    if number.first == 0 and _CLOCK.fullmatch(tokens[0].raw) and len(tokens) > 1:
        return True  # the time at the head of a live blog's entry
    before, after = number.core - 1, number.last
    if _word(words, before) == "." and before > 0:
        before -= 1
    months = word_set("apart", "months")
    if _word(words, before) in months and tokens[before].is_capital:
        return True
    if _word(words, after) in ("of",) and _word(words, after + 1) in months and tokens[after + 1].is_capital:
        return True
    if _word(words, after) in months and tokens[after].is_capital:
        return True
    if _word(words, after) in word_set("apart", "clock") and after < len(tokens):
        return True
    if _word(words, after) == "," and _word(words, after + 1).isdigit() and len(_word(words, after + 1)) == 4:
        return True
    if number.first == 0 and _word(words, after) == ")":  # a date cut in two by its full stop: "(Dec. 30)"
        return True
    if _word(words, after) == "p" or _word(words, after) == "a":
        return _word(words, after + 1) == "." and _word(words, after + 2) == "m"
    return _is_year(tokens, words, number, thing)


def _is_year(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    token = tokens[number.core]
    if len(token.raw) != 4 or not token.raw.isdigit() or not 1800 <= int(token.raw) <= 2100:
        return False
    if number.first < number.core and _word(words, number.core - 1) not in ("about", "around", "over", "by", "under"):
        return False
    after = tokens[number.last] if number.last < len(tokens) else None
    if after is not None and after.is_capital and not is_plural(after.low) and number.first == number.core:
        return True  # "his 1987 Utopia Cavalier"
    named = ("in", "since", "of", "from", "until", "by", "to", "during", ",", "before", "after", "early", "late", "mid")
    return not thing.person or _word(words, number.core - 1) in named


def _is_age(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """27-year-old, aged 22, 17 years old, "Ivan Petrenko, 34," and "(56)" after a name."""
    last = thing.last
    if thing.unit is not None and thing.unit.measure == "duration":
        if _word(words, last) in ("old", "olds") or words[last : last + 2] == ["of", "age"]:
            return True
        if last < len(tokens) and tokens[last].is_dash and _word(words, last + 1) in ("old", "olds"):
            return True
    if _word(words, number.first - 1) in word_set("apart", "aged") or words[
        max(0, number.first - 2) : number.first
    ] == ["age", "of"]:
        return True
    if number.kind not in ("digits", "words") or number.high is None or number.high > 115 or number.first < 1:
        return False
    before, after = tokens[number.first - 1].raw, _word(words, number.last)
    named = number.first > 1 and tokens[number.first - 2].is_capital
    return (before == "(" and after == ")") or (before == "," and after in (",", ".", ";", ")") and named)


def _is_designation(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """Numbers that name: Resolution 1701, Highway 1, Brigade 3, 12 Market Street."""
    if number.kind not in ("digits", "words") or number.first != number.core:
        return False
    before = number.first - 1
    if before > 0 and tokens[before].raw == ".":
        before -= 1
    if before >= 0 and words[before] in word_set("apart", "designators"):
        plain = words[before] in ("no", "nr")
        dotted = tokens[number.first - 1].raw == "."
        if (plain and (dotted or tokens[before].is_capital)) or (not plain and tokens[before].is_capital):
            return True
    if before > 0 and words[before - 1 : before + 1] == ["group", "of"] and tokens[number.first].is_capital:
        return True
    for place in range(number.last, min(number.last + 4, len(tokens))):
        if not tokens[place].is_capital:
            return False
        if words[place] in word_set("apart", "streets"):
            return place > number.last
    return False


def _is_reading(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """What a gauge shows or a gun takes: "120 mph", "a 12-gauge shotgun", ".38-caliber", "82 degrees"."""
    del thing
    after = number.last
    if after < len(tokens) and tokens[after].is_dash and tokens[after].glued:
        after += 1
    return _word(words, after) in word_set("apart", "readings")


def _is_rate(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """So many a day, per capita, three times as high."""
    del tokens
    hit = _phrases("rates").at(words, thing.last)
    if hit is not None and not (hit[0] == 1 and _word(words, thing.last) in ("daily",) and thing.unit is not None):
        return True
    if thing.head is not None and _word(words, thing.head) in ("times", "fold"):
        return _word(words, thing.head + 1) in (
            "as",
            "more",
            "higher",
            "larger",
            "the",
            "greater",
            "less",
            "lower",
            "that",
        )
    daily = _word(words, number.first - 1)
    return daily in ("daily", "every", "each") and number.kind != "article"


def _is_difference(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """ "Down by about 100", "fell 3 percent", "200 more than last year": a change is no amount."""
    del tokens
    changes = word_set("apart", "changes")
    before = number.first - 1
    if _word(words, before) == "by" and changes.intersection(words[max(0, before - 6) : before]):
        return True
    if _word(words, before) in changes and thing.unit is not None and thing.unit.measure == "share":
        return _word(words, before) not in ("more", "fewer", "less", "over", "up", "off")
    if _word(words, before) == "from" and changes.intersection(words[max(0, before - 5) : before]):
        return True
    if _word(words, thing.last) in ("points", "point"):
        return True
    later = words[thing.last : thing.last + 2]
    early = words[number.last : number.last + 2]
    return later in (["more", "than"], ["fewer", "than"], ["less", "than"]) or early in (
        ["more", "than"],
        ["fewer", "than"],
    )


def _is_reference(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> bool:
    """ "The two sides", "one of the", "no one", "one another": words that point rather than count."""
    del tokens
    if number.kind != "words" or number.first != number.core:
        return False
    before, after = _word(words, number.core - 1), _word(words, number.last)
    if number.low == number.high == 1:
        if before in ("no", "any", "every", "each", "this", "that", "which", "the", "number", "day") or after in (
            "another",
            "'s",
        ):
            return before != "the" or not thing.person
        return after in ("day", "point", "side", "hand", "thing", "way", "time") or number.last >= len(words)
    if before in ("day", "phase", "stage", "group"):
        return True
    small = number.high is not None and number.high <= 3
    return small and not thing.person and before in ("the", "these", "those", "between", "both", "its", "their")
