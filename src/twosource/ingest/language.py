"""The language of a text, where the page does not say it (py3langid)."""

from __future__ import annotations

SHORTEST = 60
"""Characters below which a guess is no better than a coin."""

LOOKED_AT = 4000
"""Characters of the beginning that the guess goes by."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short to tell.

    >>> language_of("The ministry said on Friday that two people were killed in the strike on the town.")
    'en'
    """
    if len(text.strip()) < SHORTEST:
        return None
    from py3langid import classify

    code, _ = classify(text[:LOOKED_AT])
    return str(code)
