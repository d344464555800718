from __future__ import annotations

import pytest

from twosource.model import Document
from twosource.reading import masthead
from twosource.reading.structure import lay_out

BODY = (
    "The dam above Port Sample broke on Tuesday and water reached forty houses, the mayor of the town said in the "
    "evening to reporters."
)


def outlet(text: str, **known: str) -> tuple[str | None, str]:
    document = Document(None, text, **known)  # type: ignore[arg-type]
    return masthead.outlet(document, lay_out(document))


def test_what_is_given_wins() -> None:
    assert outlet("The Kyiv Post could not verify this.", outlet="Dawn", outlet_basis="given") == ("Dawn", "given")
    assert outlet(BODY, outlet="Dawn", outlet_basis="metadata") == ("Dawn", "metadata")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{BODY}\n\nThe Straits Times could not independently verify the claims.", "Straits Times"),
        (f"{BODY} He told the Irish Times so.\n\nExperts interviewed by the Irish Times agreed.", "Irish Times"),
        (f"{BODY}\n\nEdited by Ana Novak\nSample Valley Times International—Monitoring", "Sample Valley Times"),
        (f"{BODY}\n\nDaily Maverick", "Daily Maverick"),
        (f"By Ana Novak, Reuters\n\n{BODY}", "Reuters"),
        (f"{BODY}\n\n© 2031 The Port Sample Herald. All rights reserved.", "Port Sample Herald"),
        (f"PORT SAMPLE, May 3 (AFP) - {BODY}", "Agence France-Presse"),
        (f"{BODY}\n\nHaaretzAna Novak\n\n8:31 AM", "Haaretz"),
    ],
)
def test_what_the_page_prints_is_stated(text: str, name: str) -> None:
    assert outlet(text) == (name, "stated")


def test_the_site_tells_and_is_inferred() -> None:
    assert outlet(BODY, url="https://www.dailymaverick.co.za/2031/05/03/dam") == ("Daily Maverick", "inferred")
    assert outlet(f"{BODY}\n\nWrite to anovak@rappler.com.") == ("Rappler", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} The BBC reported that officials told the BBC of cracks. The mayor told Reuters that he knew.",
        f"{BODY} The ministry could not verify it.",
        f"{BODY} An official told The New York Times that it was old.",
        "",
    ],
)
def test_unknown_stays_unknown(text: str) -> None:
    assert outlet(text) == (None, "unknown")


def test_authors() -> None:
    document = Document(None, f"Dam breaks above town\n\nBy Ana Novak and Li Bo\nEdited by Jan Bok\n\n{BODY}")
    assert masthead.authors(document, lay_out(document)) == ("Ana Novak", "Li Bo")
    given = document.replace(authors=("Eva Dul",))
    assert masthead.authors(given, lay_out(given)) == ("Eva Dul",)


def test_home() -> None:
    assert masthead.home("The Straits Times") == "SG"
    assert masthead.home("Port Sample Herald") is None
    assert masthead.home(None) is None


def test_an_outlet_that_no_table_knows() -> None:
    wire = f"TOL, March 10 (Lodeline) - {BODY}\n\nLodeline could not independently verify the toll."
    assert outlet(wire) == ("Lodeline", "stated")
    page = f"LODE CONFLICT WATCH\nHome | Maps\n\n{BODY}\n\nLode cannot confirm the toll."
    assert outlet(page) == ("Lode Conflict Watch", "stated")


def test_who_could_not_verify_and_does_not_stand_on_the_page_is_no_outlet() -> None:
    assert outlet(f"{BODY}\n\n{BODY}\n\nLodeline could not verify the toll.\n\n{BODY}")[0] is None
