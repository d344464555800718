"""The phrase lists of this step, made from their data files when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from twosource.knowledge import table
from twosource.reading.speakers import Phrases, Word

__all__ = ["any_of", "first_of", "phrases"]


@cache
def phrases(name: str, *keys: str) -> Phrases[str]:
    """A list of phrases in a data file, each its own value: `phrases("stances", "cues", "deny")`.

    Beside a list `words` there may be a list `joined`: phrases put together of parts, one of each list in its turn.
    """
    data = table(name)
    for key in keys[:-1]:
        data = data[key]
    made = (
        [" ".join(parts) for lists in data.get("joined", ()) for parts in product(*lists)]
        if keys[-1] == "words"
        else []
    )
    return Phrases({phrase: phrase for phrase in (*data[keys[-1]], *made)})


def any_of(found: Sequence[Word], name: str, *keys: str) -> bool:
    """True where one of the phrases stands in the words."""
    return first_of(found, name, *keys) is not None


def first_of(found: Sequence[Word], name: str, *keys: str) -> tuple[int, int] | None:
    """The first of the phrases: the indexes of its words, the end exclusive."""
    hit = phrases(name, *keys).first(found)
    return None if hit is None else (hit.start, hit.end)
