"""The words around names, and the adjectives of places, from the data files."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.places.names import fold

__all__ = ["demonyms", "plurals", "states", "words"]


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one list of places_words.toml."""
    return frozenset(table("places_words")[kind])


@cache
def plurals() -> dict[str, str]:
    """Plurals of the words for units.

    >>> plurals()["oblasts"], plurals()["counties"]
    ('oblast', 'county')
    """
    return {f"{word[:-1]}ies" if word.endswith("ty") else f"{word}s": word for word in words("unit") - words("body")}


@cache
def states() -> dict[str, str]:
    """Abbreviated states, folded, with the folded full name."""
    return {short: fold(full) for short, full in table("places_words")["states"].items()}


@cache
def demonyms() -> dict[str, tuple[str, bool]]:
    """Adjectives and words for people, folded: an ISO code or a folded name that it means, and if it is a code.

    >>> demonyms()["russians"], demonyms()["siberian"]
    (('RU', True), ('siberia', False))
    """
    found: dict[str, tuple[str, bool]] = {}
    for code, (_, _, adjectives, peoples, _) in table("places_countries")["countries"].items():
        for form in (*adjectives, *peoples):
            found.setdefault(fold(form), (code, True))
            if form in adjectives and form.endswith(("an", "i", "er")):
                found.setdefault(fold(form) + "s", (code, True))
    for form, name in table("places_features")["demonyms"].items():
        found.setdefault(fold(form), (fold(name), False))
        found.setdefault(fold(form) + "s", (fold(name), False))
    return found
