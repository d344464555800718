"""Whole pages, all invented: what is what on them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Boilerplate, Document, Layout
from twosource.reading.structure import lay_out

Lay = Callable[..., Layout]

LEAD = (
    "The dam above Port Sample broke on Tuesday and water reached forty houses, the mayor of the town said in the "
    "evening."
)
NEXT = (
    "Rescuers brought some two hundred people from the roofs to a school on the hill, and the search went on at "
    "nightfall."
)
LAST = (
    "The dam was built in 1961 and had been inspected in spring, according to the water board of the province, which "
    "runs it."
)


def parts(layout: Layout) -> list[tuple[str, bool]]:
    return [(p.part, p.furniture) for p in layout.paragraphs]


def items(layout: Layout) -> list[tuple[str, str | None]]:
    return [(i.kind, i.heading.cut(layout.text) if i.heading else None) for i in layout.items]


def test_a_plain_report(lay: Lay) -> None:
    layout = lay(f"World\n\nDam breaks above Port Sample\n\nBy Ana Novak\n\n{LEAD}\n\n{NEXT}\n\nShare this")
    assert layout.title is not None
    assert layout.title.cut(layout.text) == "Dam breaks above Port Sample"
    assert parts(layout) == [
        ("body", True),
        ("title", False),
        ("body", True),
        ("body", False),
        ("body", False),
        ("body", True),
    ]
    assert [(b.kind, b.cut(layout.text)) for b in layout.boilerplate] == [
        ("navigation", "World"),
        ("byline", "By Ana Novak"),
        ("share", "Share this"),
    ]
    assert items(layout) == [("story", "Dam breaks above Port Sample")]
    assert [p.number for p in layout.paragraphs] == [1, 2, 3, 4, 5, 6]


def test_a_text_that_starts_with_its_body_has_no_title(lay: Lay) -> None:
    layout = lay(f"{LEAD}\n\n{NEXT}")
    assert layout.title is None
    assert items(layout) == [("story", None)]


def test_a_dateline_is_no_title(lay: Lay) -> None:
    assert lay(f"PORT SAMPLE, Samplia (AP) _\n\n{LEAD}").title is None


def test_the_title_given_is_taken(lay: Lay) -> None:
    layout = lay(f"Floods\n\nDam breaks above Port Sample.\n\n{LEAD}", title="Dam breaks above  Port Sample")
    assert layout.title is not None
    assert layout.title.cut(layout.text) == "Dam breaks above Port Sample."


def test_a_repeated_title_encloses_the_standfirst(lay: Lay) -> None:
    title = "Dam breaks above Port Sample"
    layout = lay(f"{title}\n\nForty houses stand in water, the mayor says.\n\n{title}\n\n{LEAD}\n\n{NEXT}")
    assert parts(layout)[:3] == [("title", False), ("standfirst", False), ("title", False)]


def test_a_standfirst_stands_before_the_byline(lay: Lay) -> None:
    layout = lay(f"Dam breaks above Port Sample\n\nForty houses stand in water.\n\nBy Ana Novak\n\n{LEAD}")
    assert parts(layout)[1] == ("standfirst", False)


def test_captions(lay: Lay) -> None:
    plain = "Houses in Port Sample. (Ana Novak/Example Press)"
    telling = "The estimated extent of the flood, according to FloodWatch. (FloodWatch/OpenStreetMap)"
    layout = lay(f"{LEAD}\n\n{plain}\n\n{NEXT}\n\n{telling}\n\n{LAST}")
    assert parts(layout)[1] == ("caption", True)
    assert parts(layout)[3] == ("caption", False)
    assert [b.kind for b in layout.boilerplate] == ["caption"]


def test_subheads_do_not_cut_a_report(lay: Lay) -> None:
    layout = lay(f"Dam breaks above Port Sample\n\n{LEAD}\n\nThe rescue\n\n{NEXT}\n\nWhat is the dam?\n\n{LAST}")
    assert [p.part for p in layout.paragraphs] == ["title", "body", "heading", "body", "heading", "body"]
    assert len(layout.items) == 1


def test_the_end_of_a_page(lay: Lay) -> None:
    layout = lay(
        f"Dam breaks above Port Sample\n\n{LEAD}\n\n{NEXT}\n\nRelated stories\n\nRain is expected to go on for days\n"
        "Bridge over the Sample falls\n\nLeave a comment\n\nName *\n\nThe Daily Sample News"
    )
    assert [p.furniture for p in layout.paragraphs] == [False] * 3 + [True] * 6


DIGEST = f"""Morning briefing: dam breaks above Port Sample

Key developments on May 3:

• Dam above Port Sample breaks
• Parliament of Samplia votes down the budget of the new cabinet
• Ferry strike ends after talks between crews and owners

{LEAD}

{NEXT}

Parliament of Samplia votes down the budget of the new cabinet

The parliament of Samplia voted down the budget on Tuesday, and the cabinet of Jan Bok said that it would stay on.

The vote was 61 against 58, with one deputy of the ruling party among those against, the speaker of parliament said.

Old harbour of Port Sample becomes a museum of seafaring

The old harbour was closed in 2012 and has stood empty since, and now its halls are to become a museum of seaf…

Ferry strike ends after talks between crews and owners

Ferry crews ended their strike on Tuesday after nine days, when owners agreed to pay for nights, their union said.

The ferries will run from Thursday on, said the owners in a short statement that named no sum and no date for the talks.
"""


def test_a_digest_is_cut_into_summary_stories_and_teasers(lay: Lay) -> None:
    layout = lay(DIGEST)
    assert items(layout) == [
        ("summary", "Morning briefing: dam breaks above Port Sample"),
        ("story", "Morning briefing: dam breaks above Port Sample"),
        ("story", "Parliament of Samplia votes down the budget of the new cabinet"),
        ("teaser", "Old harbour of Port Sample becomes a museum of seafaring"),
        ("story", "Ferry strike ends after talks between crews and owners"),
    ]
    assert [p.part for p in layout.paragraphs if p.item == 3] == ["teaser", "teaser"]
    assert [p.part for p in layout.paragraphs if p.item == 0] == ["title"] + ["heading"] * 4


def test_a_teaser_inside_a_report_does_not_end_it(lay: Lay) -> None:
    teaser = "Old harbour becomes a museum of seafaring after long debate"
    layout = lay(f"Dam breaks above Port Sample\n\n{LEAD}\n\n{NEXT}\n\n{teaser}\n\n{LAST}\n\n{NEXT} It was cold.")
    title = "Dam breaks above Port Sample"
    assert items(layout) == [("story", title), ("teaser", teaser), ("story", title)]


def test_cards_under_time_stamps_are_teasers(lay: Lay) -> None:
    cards = "\n\n".join(
        f"{hour}:31 AM\n\n{head}\n\n{NEXT}" for hour, head in ((8, "Ferry strike ends."), (9, "Rain goes on."))
    )
    layout = lay(f"Dam breaks above Port Sample\n\n{LEAD}\n\n{NEXT}\n\n{LAST}\n\n{cards}")
    assert items(layout)[1:] == [("teaser", "Ferry strike ends."), ("teaser", "Rain goes on.")]


def test_posts_of_a_live_page_are_stories(lay: Lay) -> None:
    posts = "\n\n".join(
        f"{hour}:31 AM\n\nDam news of hour {hour} in the valley\n\n{NEXT}\n\n{LAST}" for hour in range(1, 6)
    )
    layout = lay(f"Live updates: dam breaks above Port Sample\n\n{LEAD}\n\n{posts}")
    assert [kind for kind, _ in items(layout)] == ["story"] * 6


def test_what_the_extractor_marked_is_kept_and_not_marked_twice(lay: Lay) -> None:
    text = f"{LEAD}\n\nShare this\n\n{NEXT}\n\nSome aside of the page"
    at = text.index("Some aside")
    marked = (Boilerplate(at, len(text), kind="related"), Boilerplate(at - 3, at + 4, kind="other"))
    layout = lay(text, boilerplate=marked)
    spans = [(b.start, b.end) for b in layout.boilerplate]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert layout.paragraphs[-1].furniture
    assert layout.paragraphs[1].furniture


# fmt: off
PIECES = st.sampled_from(
    [LEAD, NEXT, "“", "”", '"', "'", "‘", "’", "«", "„", "\n", "\n\n", "\r\n", "\u2028", "\x85", "\f", "\xa0", " ",
     ". ", "… ", "• ", "8:31 AM", "Dam breaks above Port Sample town", "Key developments:", "Related",
     "By Ana Novak", "(A/B)", "a", "é", "漢字。", "🙂", "-", "1.", "…"]
)
# fmt: on
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_everything_is_in_order_and_within_the_text(text: str) -> None:
    layout = lay_out(Document(None, text))
    for spans in (layout.paragraphs, layout.sentences, layout.items, layout.boilerplate):
        assert all(0 <= s.start < s.end <= len(text) for s in spans if spans is not layout.items)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [p.number for p in layout.paragraphs] == list(range(1, len(layout.paragraphs) + 1))
    assert not any(p.cut(text)[0].isspace() or p.cut(text)[-1].isspace() for p in layout.paragraphs)
    for sentence in layout.sentences:
        assert layout.paragraphs[sentence.paragraph].contains(sentence)
    words = {i for p in layout.paragraphs for i in range(p.start, p.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= words
    assert words - {i for s in layout.sentences for i in range(s.start, s.end)} <= {
        i for i, c in enumerate(text) if c.isspace()
    }
    assert layout.items[0].start == 0
    assert layout.items[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(layout.items))
    for paragraph in layout.paragraphs:
        item = layout.items[paragraph.item]
        assert item.start <= paragraph.start
        assert paragraph.end <= item.end
        assert layout.paragraph_at(paragraph.start) == paragraph
    for quotation in layout.quotations:
        paragraph_of = layout.paragraph_at(quotation.start)
        assert paragraph_of is not None
        assert paragraph_of.contains(quotation.outer)
        assert quotation.outer.contains(quotation)
    flat = [q for q in layout.quotations if q.depth == 0]
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(flat))


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        ". ",
        ".",
        "a\n",
        "8:31 AM\n",
        "• Dam breaks above Port Sample town\n",
        "“Abc def.\n\n",
        "1",
        "(a/",
        "A B ",
    ],
)
def test_work_grows_with_length_only(unit: str) -> None:
    """Counts calls, not seconds: four times the text may take five times the calls."""
    import sys

    def calls(length: int) -> int:
        count = 0

        def tracer(frame: object, event: str, arg: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        text = unit * (length // len(unit))
        sys.setprofile(tracer)
        try:
            lay_out(Document(None, text))
        finally:
            sys.setprofile(None)
        return count

    lay_out(Document(None, "The tables are read once."))
    assert calls(40_000) <= 5 * calls(10_000) + 2_000


@pytest.mark.parametrize("unit", [LEAD + "\n\n", ".", "“"])
def test_a_megabyte_is_read(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert lay_out(Document(None, text)).text == text


def test_an_interview_a_list_and_a_table_are_no_digests(lay: Lay) -> None:
    interview = "\n\n".join(f"Q: What did the town do about the dam in 20{n}?\n\n{NEXT}" for n in range(10, 16))
    names = "\n".join(f"Ana Maria Novak Bok of the street by the river {n}\n5{n} years old" for n in range(10, 30))
    for text in (f"{LEAD}\n\n{interview}", f"{LEAD}\n\n{names}", f"{LEAD}\n\nThe mayor of Port Sample said:\n\n{NEXT}"):
        layout = lay(text)
        assert len(layout.items) == 1
        assert "teaser" not in {paragraph.part for paragraph in layout.paragraphs}


def test_words_that_lead_to_a_quotation_are_body(lay: Lay) -> None:
    layout = lay(f"Dam breaks above Port Sample\n\n{LEAD}\n\nThe mayor said:\n\n“{NEXT}”")
    assert [paragraph.part for paragraph in layout.paragraphs] == ["title", "body", "body", "body"]


def test_a_digest_whose_first_story_follows_its_list_has_no_empty_item() -> None:
    text = "\n\n".join(
        [
            "Orn Gazette\nHome | War | Politics | Subscribe",
            "War digest, March 6: troops leave Orn, dam breaks",
            "by Lena Morrow March 6, 2031 6:40 PM 4 min read",
            "Key developments on March 6:\n• Troops leave the Orn front\n• Dam breaks above Vrail",
            "Troops leave the Orn front",
            "Troops have left one sector of the Orn front, an army spokesman said on Friday, after weeks of fighting.",
            "The ministry did not comment on the departure of the soldiers from the front.",
            "Dam breaks above Vrail",
            "A dam above Vrail broke on Thursday night, the service said, and forty people are missing.",
            "The dam was built in 1964 and repaired twice since.",
        ]
    )
    items = lay_out(Document(None, text)).items
    assert all(item.start < item.end for item in items)
    headings = [item.heading.cut(text) for item in items if item.kind == "story" and item.heading]
    assert headings == ["Troops leave the Orn front", "Dam breaks above Vrail"]
