"""Who is meant by a pronoun, a surname, a title, a short form."""

from __future__ import annotations

from twosource.model import Document, Span
from twosource.reading.speakers import OUTLET, gather
from twosource.reading.structure import lay_out

TEXT = (
    "The Northern Guard said it had left. Its spokesman, Colonel Marek Dolny, told reporters more. "
    "He added that the town was quiet. Dolny thanked them. Mayor Ana Ruiz said no. "
    "The mayor wept. The Flood Relief Office (FRO) spoke. FRO added figures. The Example Gazette asked."
)


class Asked:
    """Asks the cast of the text in order."""

    def __init__(self) -> None:
        self.layout = lay_out(Document(None, TEXT))
        self.cast = gather(self.layout, "Example Gazette")
        self.at = 0

    def __call__(self, words: str) -> str | int | None:
        start = TEXT.index(words, self.at)
        self.at = start + len(words)
        sentence = next(s for s in self.layout.sentences if s.start <= start < s.end)
        number = self.cast.resolve((Span(start, self.at),), Span(sentence.start, sentence.end))
        return number if number is None or number == OUTLET else self.cast.characters[number].name


def test_resolve() -> None:
    asked = Asked()
    assert asked("The Northern Guard") == "Northern Guard"
    assert asked("Its spokesman, Colonel Marek Dolny") == "Marek Dolny"
    assert asked("He") == "Marek Dolny"
    assert asked("Dolny") == "Marek Dolny"
    assert asked("Mayor Ana Ruiz") == "Ana Ruiz"
    assert asked("The mayor") == "Ana Ruiz"
    assert asked("The Flood Relief Office (FRO)") == "Flood Relief Office"
    assert asked("FRO") == "Flood Relief Office"
    assert asked("The Example Gazette") == OUTLET
    spokesman = next(who for who in asked.cast.characters if who.name == "Marek Dolny")
    assert spokesman.organisation == "Northern Guard"


def test_generic_bodies_of_two_states_stay_apart() -> None:
    text = "Chad’s Defence Ministry spoke. Niger’s Defence Ministry spoke. The ministry spoke again."
    layout = lay_out(Document(None, text))
    cast = gather(layout, None)
    one = cast.resolve((Span(0, 23),), Span(0, 30))
    start = text.index("Niger")
    two = cast.resolve((Span(start, start + 24),), Span(start, start + 31))
    start = text.index("The ministry")
    three = cast.resolve((Span(start, start + 12),), Span(start, len(text)))
    assert one != two == three
