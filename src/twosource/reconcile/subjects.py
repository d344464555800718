"""What a claim speaks of beside its type: the subjects of the data file subjects.toml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from twosource.knowledge import table


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("subjects")["subject"]
    return tuple((row["id"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b")) for row in rows)


@cache
def names() -> Mapping[str, str]:
    """What readers call each subject."""
    return {row["id"]: row["name"] for row in table("subjects")["subject"]}


@lru_cache(maxsize=20_000)
def subjects_in(words: str) -> frozenset[str]:
    """The subjects that some words tell of; often several, often none.

    >>> sorted(subjects_in("Power was restored to the hospital"))
    ['hospital', 'repair', 'utilities']
    """
    lower = words.lower()
    return frozenset(name for name, pattern in _patterns() if pattern.search(lower))
