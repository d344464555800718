from __future__ import annotations

import pytest

from twosource.reading.structure.bylines import authors_in, is_byline
from twosource.reading.structure.captions import is_caption, is_slug, tells
from twosource.reading.structure.furniture import furniture_kind, is_section
from twosource.reading.structure.stamps import is_dateline, is_stamp, opens_with_dateline


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", "navigation"),
        ("ADVERTISEMENT", "navigation"),
        ("Home » World » Asia", "navigation"),
        ("Leave a Reply", "form"),
        ("Your e-mail address will not be published.", "form"),
        ("12 Comments", "form"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("1.2k Shares", "share"),
        ("Read more: Flood in the valley takes a bridge", "related"),
        ("RELATED STORIES", "related"),
        ("We use cookies to improve your experience. Accept?", "notice"),
        ("© 2031 The Daily Sample. All rights reserved.", "notice"),
        ("If you have found a mistake in the text, select it and let us know", "notice"),
        ("Sign up for our newsletter and get the news in your inbox", "promotion"),
        (
            "Our reporting is free for everyone. Please consider supporting us: donate from 2 euros a month.",
            "promotion",
        ),
        ("By Ana Novak, staff writer", "byline"),
        ("Published 3 May 2031, 14:05 GMT", "byline"),
        ("* * *", "other"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert furniture_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "The donation of the Novak family paid for our hospital, the mayor said.",
        "“Sign up for our army and subscribe to our cause,” the rebels told farmers.",
        "More than forty houses stood in water.",
        "Get out of the valley, the sirens said.",
        "By Monday the rebels had left the town.",
        "The ministry said cookies and tea were among the aid.",
        "Watchers on the dam saw the water rise on May 3, 2031.",
        "Police contacted the two men.",
    ],
)
def test_reports_are_no_furniture(line: str) -> None:
    assert furniture_kind(line) is None


def test_sections() -> None:
    assert is_section("World")
    assert not is_section("World leaders meet in the harbour town")


@pytest.mark.parametrize(
    "line",
    [
        "8:31 AM",
        "2 min read",
        "3 hours ago",
        "May 3, 2031",
        "Fri 3 May 2031 14.05 BST",
        "Last updated on 2031-05-03 at 10:22 UTC",
        "Published: 03/05/2031 | 10:22",
    ],
)
def test_stamps(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize("line", ["2031", "May", "On May 3 the dam broke", "3 dead", "Monday", "14", "May 3 flood"])
def test_no_stamps(line: str) -> None:
    assert not is_stamp(line)


def test_datelines() -> None:
    assert is_dateline("NAIROBI, Kenya (AP) _")
    found = opens_with_dateline("PORT SAMPLE, May 3 (Reuters) - The dam held.")
    assert found
    assert (found["place"].strip(), found["agency"]) == ("PORT SAMPLE", "Reuters")
    assert not is_dateline("NATO and the EU")
    assert opens_with_dateline("UN troops came.") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Novak", ("Ana Novak",)),
        ("by Ana Novak May 3, 2031 1:02 PM 2 min read", ("Ana Novak",)),
        ("BY ANA NOVAK AND JAN BOK", ("ANA NOVAK", "JAN BOK")),
        ("By Ana Novak, Jan de Wit and Li Bo", ("Ana Novak", "Jan de Wit", "Li Bo")),
        ("Reporting by Ana Novak; Editing by Jan Bok", ("Ana Novak",)),
        ("Ana Novak, Reuters", ("Ana Novak",)),
        ("Ana Novak Senior correspondent", ("Ana Novak",)),
        ("By Ana Novak @ananovak", ("Ana Novak",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert authors_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the Sea",
        "Ana Novak said so",
        "By Land, Ana Novak Reaches The Coast?",
        "Ana Novak",
        "Port Sample, May is dry",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Houses under water in Port Sample on May 3, 2031. (Ana Novak/Example Press)",
        "The dam. Photo: Ana Novak",
        "A rescue boat. An illustrative photo.",
        "Photo by Ana Novak",
        "The dam before the flood (Image: Example via Getty Images)",
        "Image source, Getty Images",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)
    assert not tells(line)


def test_a_map_caption_tells() -> None:
    line = "The estimated extent of the flood as of May 3, according to FloodWatch. (FloodWatch/OpenStreetMap)"
    assert is_caption(line)
    assert tells(line)


def test_a_report_is_no_caption() -> None:
    assert not is_caption("The army took 40 square kilometres (15 square miles).")
    assert not is_caption("He spoke of peace and/or war.")
    assert not is_caption("Novak posted the video on Telegram.")


def test_slugs() -> None:
    assert is_slug("flooded bridge over the sample river novak 2031")
    assert not is_slug("they left.")
    assert not is_slug("The bridge over the river")
