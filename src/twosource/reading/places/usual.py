"""Usual English names: what a place is called in print, where the gazetteer has a strict transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from twosource.knowledge import table

__all__ = ["bare", "plain", "print_names"]

_KINDS = (
    "autonomous oblast|autonomous okrug|autonomous region|oblast|governorate|province|region|krai|kray|prefecture|"
    "county|division|district|republic|state|voivodeship|department|canton|parish|municipality|territory|regency|okrug|"
    "emirate"
)
_BEHIND = re.compile(rf"\s(?:{_KINDS})$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:the )?(?:{_KINDS}) of (?:the )?", re.IGNORECASE)
_MARKS = str.maketrans("", "", "ʹʺʼʻʾʿ‘’ʽ`´")


@cache
def print_names() -> dict[int, str]:
    """Names to print, by GeoNames id."""
    return {int(number): name for number, name in table("places_names")["names"].items()}


@cache
def _stripped() -> frozenset[str]:
    """Codes of countries that do not write in Latin letters."""
    return frozenset(table("places_words")["other_letters"])


def bare(name: str) -> str:
    """A unit's name without the word for its kind.

    >>> bare("Kursk Oblast"), bare("Republic of Karelia"), bare("Texas"), bare("Province")
    ('Kursk', 'Karelia', 'Texas', 'Province')
    """
    return _BEFORE.sub("", _BEHIND.sub("", name)) or name


def plain(name: str, country: str | None) -> str:
    """A name as newspapers print it: without the marks of transliteration, where the country has other letters.

    >>> plain("Ryl’sk", "RU"), plain("Al Ḩillah", "IQ"), plain("Zürich", "CH"), plain("Xi’an", "CN")
    ('Rylsk', 'Al Hillah', 'Zürich', "Xi'an")
    """
    if name.isascii() or country not in _stripped():
        return name
    name = name.replace("’", "'") if country == "CN" else name.translate(_MARKS)
    decomposed = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
