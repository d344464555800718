"""Says who speaks: gathers the names, roles and bodies of a report and tells who is meant where."""

from twosource.reading.speakers.cast import OUTLET, Cast
from twosource.reading.speakers.character import Character
from twosource.reading.speakers.describe import Description, describe
from twosource.reading.speakers.gather import gather
from twosource.reading.speakers.lists import bodies, grammar, medium_in, parties, roles_in, sides_of
from twosource.reading.speakers.names import same_medium
from twosource.reading.speakers.people import Person
from twosource.reading.speakers.words import Hit, Phrases, Word, words

__all__ = [
    "OUTLET",
    "Cast",
    "Character",
    "Description",
    "Hit",
    "Person",
    "Phrases",
    "Word",
    "bodies",
    "describe",
    "gather",
    "grammar",
    "medium_in",
    "parties",
    "roles_in",
    "same_medium",
    "sides_of",
    "words",
]
