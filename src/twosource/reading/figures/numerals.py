"""Reads written numbers: digits, words, ranges, round plurals and vague words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.knowledge import table
from twosource.reading.lexical import Phrases, Token

Number = int | float
HIGHEST = 10**15
"""Larger numbers do not occur in reports; they are serial numbers."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number from token `first` up to `last` (exclusive), with the bounds it has by itself.

    `kind`: digits, words, article ("a soldier"), plural ("dozens"), vague ("several"), none ("no").
    """

    first: int
    last: int
    low: Number | None
    high: Number | None
    kind: str
    approximate: bool = False


@cache
def _numbers() -> dict[str, dict[str, int]]:
    read = table("numbers")
    return {name: read[name] for name in ("units", "tens", "scales")}


@cache
def _plurals() -> Phrases:
    return Phrases({phrase: f"{low} {high}" for phrase, (low, high) in table("numbers")["plurals"].items()})


@cache
def _vague() -> Phrases:
    return Phrases({phrase: str(low) for phrase, low in table("numbers")["vague"].items()})


@cache
def openings() -> frozenset[str]:
    """The words with which a number in words may begin."""
    known = _numbers()
    words = {*known["units"], *known["tens"], *known["scales"], "a", "an", "half"}
    return _plurals().openings | _vague().openings | words


def whole(value: Number) -> Number:
    """The number as an integer where it is one.

    >>> whole(2.5e6)
    2500000
    """
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _digits(token: Token) -> Number | None:
    plain = "".join(c for c in token.raw if c.isascii() and (c.isdigit() or c == "."))
    try:
        value = float(plain)
    except ValueError:  # other scripts' digits
        return None
    return whole(value) if value <= HIGHEST else None


def _words(tokens: list[Token], place: int) -> tuple[Number, int] | None:
    """A number in words: "twenty-two", "three hundred and five thousand", without what multiplies it as a whole."""
    known = _numbers()
    units, tens, scales = known["units"], known["tens"], known["scales"]
    total, part, at, seen = 0, 0, place, False
    state = "start"
    while at < len(tokens):
        low = tokens[at].low
        if low in units and state in ("start", "hundred", "scale"):
            part, state = part + units[low], "unit"
        elif low in tens and state in ("start", "hundred", "scale"):
            part, state = part + tens[low], "tens"
        elif low in units and state == "tens" and 0 < units[low] < 10:
            part, state = part + units[low], "unit"
        elif low == "hundred" and seen and state in ("unit", "tens") and 0 < part < 100:
            part, state = part * 100, "hundred"
        elif low in scales and len(low) > 2 and low != "hundred" and seen and part:
            total, part, state = total + part * scales[low], 0, "scale"
        elif seen and _joins(tokens, at, state, units, tens):
            at += 1
            continue
        else:
            break
        seen, at = True, at + 1
    return (total + part, at) if seen else None


def _joins(tokens: list[Token], at: int, state: str, units: dict[str, int], tens: dict[str, int]) -> bool:
    """True for the hyphen of "twenty-two" and the "and" of "two hundred and five"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1].low
    if tokens[at].is_dash:
        return state == "tens" and 0 < units.get(after, 0) < 10 and tokens[at].glued and tokens[at + 1].glued
    return tokens[at].low == "and" and state in ("hundred",) and (after in units or after in tens)


def value_at(tokens: list[Token], place: int) -> tuple[Number, int, str] | None:
    """The single number that begins at `place`: its value, the token after it, and whether it is digits or words."""
    token, scales = tokens[place], _numbers()["scales"]
    if token.kind == "number":
        value = _digits(token)
        if value is None:
            return None
        at, kind = place + 1, "digits"
    elif token.low in ("a", "an", "half") or token.low in scales:
        return _article(tokens, place)
    else:
        read = _words(tokens, place)
        if read is None:
            return None
        (value, at), kind = read, "words"
    while at < len(tokens) and tokens[at].low in scales:
        short = len(tokens[at].low) <= 2
        if short and not (tokens[at].glued and kind == "digits") and tokens[at].low not in ("bn", "mn"):
            break
        if short and tokens[at].raw == "m" and tokens[at].glued and value < 1000 and is_metre(tokens, at):
            break
        value, at = value * scales[tokens[at].low], at + 1
    return (whole(value), at, kind) if value <= HIGHEST else None


def is_metre(tokens: list[Token], at: int) -> bool:
    """True where "5m" rather means metres: a direction or nothing countable follows."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in (
        "",
        "from",
        "north",
        "south",
        "east",
        "west",
        "deep",
        "wide",
        "long",
        "high",
        "away",
        ".",
        ",",
        ")",
    )


def _article(tokens: list[Token], place: int) -> tuple[Number, int, str] | None:
    """Numbers that begin with an article or a bare scale: "a dozen", "half a million", "a hundred", "half a dozen"."""
    scales = _numbers()["scales"]
    at, factor = place, 1.0
    if tokens[at].low == "half":
        factor, at = 0.5, at + 1
        if at >= len(tokens) or tokens[at].low not in ("a", "dozen", "million"):
            return None
    if at < len(tokens) and tokens[at].low in ("a", "an"):
        at += 1
        if at < len(tokens) and tokens[at].low == "half" and factor == 1:
            factor, at = 0.5, at + 1
            if at < len(tokens) and tokens[at].is_dash:
                at += 1
    if at >= len(tokens) or tokens[at].low not in scales or len(tokens[at].low) <= 2:
        return None
    if at == place and tokens[at].low not in ("dozen",):
        return None
    value: Number = factor * scales[tokens[at].low]
    at += 1
    while at < len(tokens) and len(tokens[at].low) > 2 and tokens[at].low in scales:
        value, at = value * scales[tokens[at].low], at + 1
    return (whole(value), at, "words") if value <= HIGHEST else None


def read_at(tokens: list[Token], words: list[str], place: int) -> Numeral | None:
    """The number that begins at `place`: with its range ("14-15,000"), or a round plural, or a vague word."""
    plural = _plurals().at(words, place)
    if plural is not None:
        low, high = plural[1].split()
        return Numeral(place, place + plural[0], int(low), int(high), "plural", True)
    first = value_at(tokens, place)
    if first is None:
        vague = _vague().at(words, place)
        if vague is None or words[place + vague[0] : place + vague[0] + 1] == ["as"]:
            return None
        after = place + vague[0]
        if words[place] == "some" and after < len(tokens) and value_at(tokens, after) is not None:
            return None  # "some 300" is about 300
        many = _many(tokens, words, place + vague[0], int(vague[1]))
        return many or Numeral(place, place + vague[0], int(vague[1]), None, "vague", True)
    value, at, kind = first
    second = _range_end(tokens, at, value)
    if second is not None:
        low_value, high_value, at = second
        return Numeral(place, at, low_value, high_value, kind)
    return Numeral(place, at, value, value, kind)


def _many(tokens: list[Token], words: list[str], at: int, least: int) -> Numeral | None:
    """ "several dozen", "a few hundred": as "dozens" or "hundreds"; the highest is below the next scale."""
    scales = _numbers()["scales"]
    if at >= len(tokens) or len(words[at]) <= 2 or words[at] not in scales:
        return None
    scale = scales[words[at]]
    start = at
    while start > 0 and words[start - 1] in ("a", "few", "several", "couple", "of", "many"):
        start -= 1
    highest = 99 if scale == 12 else scale * 10 - 1
    return Numeral(start, at + 1, min(least, 2) * scale, highest, "plural", True)


def _range_end(tokens: list[Token], at: int, low: Number) -> tuple[Number, Number, int] | None:
    """The other end of "10 to 12", "14-15,000", "one or two", with a scale that stands only once."""
    if at + 1 >= len(tokens):
        return None
    joint = tokens[at]
    if not (joint.is_dash or joint.low in ("to", "or")):
        return None
    if joint.is_dash and joint.glued != tokens[at + 1].glued:
        return None
    step = 2 if tokens[at + 1].low in ("as", "up") and joint.low == "to" else 1
    if at + step >= len(tokens):
        return None
    other = value_at(tokens, at + step)
    if other is None:
        return None
    high, end, _ = other
    if tokens[at + step].low in ("a", "an"):
        return None
    scaled = shared_scale(low, high)
    if scaled >= high or (joint.low == "or" and high > 3 * scaled + 5):
        return None
    return scaled, high, end


def shared_scale(low: Number, high: Number) -> Number:
    """The lower end with the scale that is said only with the higher: 14 of "14-15,000" is 14,000.

    >>> shared_scale(11, 12_000), shared_scale(500, 1_000), shared_scale(2, 3_000_000)
    (11000, 500, 2000000)
    """
    for scale in (1_000_000_000, 1_000_000, 1000):
        if high >= scale and high % (scale / 10) == 0 and low < high / scale:
            return whole(low * scale)
    return low
