"""Whether two outlets print one passage: a wire text, or a paragraph that one has from the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.reconcile.words import fold

RUN = 8
"""Words in a row from which a passage is taken for a copy: more than a usual phrase has ("were killed in a strike on"),
fewer than an editor leaves untouched when a wire text is cut. Chosen, not fitted."""

WHOLE = 5
"""Words of a shorter statement from which being the same word for word makes it a copy."""


def copied(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """True where some text of one side shares a passage with some text of the other; case and marks do not count.

    >>> copied(["A bridge near Orlen fell on Monday, and four died"], ["near Orlen fell on Monday, and four died"])
    True
    >>> copied(["Four people died on Monday"], ["Four people were found dead"])
    False
    """
    held = {run for text in ours for run in _runs(text)}
    return any(run in held for text in theirs for run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word for word in (fold(part).strip(".,;:!?…\"'“”‘’()[]«»–—-") for part in text.split()) if word]
    if WHOLE <= len(words) < RUN:
        yield tuple(words)
    for at in range(len(words) - RUN + 1):
        yield tuple(words[at : at + RUN])
