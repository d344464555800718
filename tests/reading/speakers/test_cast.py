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


def meant(text: str, *words: str, outlet: str | None = None) -> list[str | int | None]:
    layout = lay_out(Document(None, text))
    cast, at, out = gather(layout, outlet), 0, []
    for source in words:
        at = text.index(source, at)
        sentence = next(s for s in layout.sentences if s.start <= at < s.end)
        number = cast.resolve((Span(at, at + len(source)),), Span(sentence.start, sentence.end))
        out.append(number if number is None or number == OUTLET else cast.characters[number].name)
        at += len(source)
    return out


def test_a_second_witness_is_nobody_who_spoke_before() -> None:
    text = "Ana Ruiz, a witness, spoke. The witness wept. Another witness said no. A second witness came."
    assert meant(text, "Ana Ruiz, a witness", "The witness", "Another witness", "A second witness") == [
        "Ana Ruiz", "Ana Ruiz", "Another witness", "second witness",
    ]  # fmt: skip


def test_he_is_the_unnamed_person_whom_the_sentence_before_brings_in() -> None:
    text = "Mayor Ana Ruiz spoke. One volunteer, who asked not to be named, was angry. He told of nine dead."
    assert meant(text, "He") == ["One volunteer"]
    assert meant("Mayor Jan Bok spoke. A lorry, which had no lights, was hit. He told of nine dead.", "He") == [
        "Jan Bok"
    ]


def test_a_short_form_of_capitals_and_small_letters() -> None:
    text = "The Arvian Ministry of Defence (MoD) spoke. The Arvian MoD added. The Norland MoD did not."
    said = meant(text, "The Arvian Ministry of Defence (MoD)", "The Arvian MoD", "The Norland MoD")
    assert said == ["Arvian Ministry of Defence", "Arvian Ministry of Defence", "Norland MoD"]


def test_the_outlet_under_the_first_word_of_its_name() -> None:
    text = "Lode could not verify the toll. Lode counts nine dead. Tol spoke."
    assert meant(text, "Lode", "Lode", "Tol", outlet="Lode Conflict Watch") == [OUTLET, OUTLET, "Tol"]


def test_the_paper_is_a_medium_that_was_named() -> None:
    text = "The daily Lutarin wrote of it. The paper named nobody. A newspaper in Tol was sold."
    assert meant(text, "The paper", "A newspaper in Tol") == ["Lutarin", "newspaper in Tol"]
    assert meant("The mayor wrote a paper. The paper says so.", "The paper") == ["paper"]


def test_the_company_is_the_body_that_spoke_last() -> None:
    text = "Arvia Telecom said no. The company said so twice. The Post asked. A statement said more."
    assert meant(text, "Arvia Telecom", "The company", "A statement") == ["Arvia Telecom"] * 3


def test_an_unnamed_spokesman_is_the_only_one_with_a_name() -> None:
    text = "A spokesman said no. It rained, said Arvia Telecom spokesman Jon Barr. A spokeswoman asked."
    asked = ("A spokesman", "Arvia Telecom spokesman Jon Barr", "A spokeswoman")
    assert meant(text, *asked) == ["Jon Barr", "Jon Barr", "spokeswoman"]


def test_he_is_whom_the_paragraph_before_begins_with() -> None:
    text = "Mayor Jon Barr said no.\n\nAna Ruiz, director of the Flood Office, dismissed it.\n\nIt was low, she said."
    assert meant(text, "Mayor Jon Barr", "she") == ["Jon Barr", "Ana Ruiz"]
