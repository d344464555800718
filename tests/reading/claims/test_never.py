"""Whatever the words, reading goes on: sentences thrown together from the vocabulary that the rules look for."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Document
from twosource.reading import read_document

VOCABULARY = """
said says told denied denies reports that according to citing reported claimed put at put the toll could not verify
declined comment has not commented without providing army ministry Chad Chad's the The a He they it its Its his
spokesman, General Omar al-Sabah Ana Ruiz Mayor Reuters the BBC newspaper (AP) — - ; : , . . “ ” " ' ( ) •
and but while as if both Hamas-run U.S. Russia and Ukraine killed 12 troops withdrew captured Lutar on Monday
reportedly may might expected will be back soon officials experts sources statement report by from of
"""


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n"]), max_size=60))
def test_word_salad(words: list[str]) -> None:
    text = " ".join(words)
    report = read_document(Document(None, text))
    known = {source.id for source in report.sources}
    for claim in report.claims:
        assert claim.source is None or claim.source in known
        assert all(0 <= span.start < span.end <= len(text) for span in (*claim.content, *claim.hedges, *claim.scope))
        assert all(0 <= number < len(report.places) for number in claim.places)
        assert all(0 <= number < len(report.figures) for number in claim.figures)
        assert claim.item is None or 0 <= claim.item < len(report.items)


def test_time_grows_with_length_only_in_a_sentence_without_an_end() -> None:
    told = (
        "the Lutar army told the BBC that 12 troops withdrew and Reuters quoted Mayor Ana Ruiz , who "
        '" could not verify " it , and he declined to comment and according to the Sel Courier the ministry '
        "denied the report and "
    )
    took = []
    for times in (20, 160):
        start = time.process_time()
        report = read_document(Document(None, told * times))
        took.append(time.process_time() - start)
        assert len(report.claims) > times
    assert took[1] < 20 * took[0] + 1
