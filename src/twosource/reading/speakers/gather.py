"""Gathers the cast of a report: the persons and bodies that its text brings in, wherever it does."""

from __future__ import annotations

from twosource.model import Layout
from twosource.reading.speakers.cast import Cast
from twosource.reading.speakers.people import full_names, people
from twosource.reading.speakers.press import Press
from twosource.reading.speakers.shorts import shorts
from twosource.reading.speakers.sides import Sides
from twosource.reading.speakers.words import Sentences, Word

__all__ = ["gather"]


def gather(layout: Layout, outlet: str | None, home: str | None = None, sentences: Sentences | None = None) -> Cast:
    """The persons that a text brings in with a role or rank, wherever it does.

    `home` is the ISO 3166 code of the outlet's country, where known: what is left without a country is mostly of it.
    `sentences` holds the words, where they have been cut before.

    >>> layout = Layout("Mayor Jan Petersen spoke.", sentences=())
    >>> gather(layout, None).characters
    []
    """
    cut = sentences or Sentences(layout.text, layout.sentences)
    cast = Cast(layout.text, outlet, cut.between, known_sides=Sides(home))
    every: list[Word] = []
    told: list[int] = []
    for number, sentence in enumerate(layout.sentences):
        paragraph = layout.paragraphs[sentence.paragraph] if sentence.paragraph < len(layout.paragraphs) else None
        if paragraph is not None and paragraph.furniture:
            continue
        found = cut.of(number)
        every += found
        told.append(number)
        cast.known_sides.learn(found)
        for full in full_names(found):
            cast.note_name(full)
        for short, full in shorts(found):
            cast.note_short(short, full)
        for person in people(found):
            cast.add_person(person)
    cast.press = Press(outlet, lambda: [cut.of(number) for number in told])
    cast.settle(every)
    return cast
