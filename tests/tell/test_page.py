"""The HTML brief: one file, all text escaped, every link with its target, sound structure."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from twosource.model import Brief, Claim, ClaimRef, Independence, Period, Position, Question, Report, Span, Story
from twosource.tell import html, notebook_html
from twosource.tell.page import environment

from . import factory

BRIEF = factory.brief()
PAGE = html(BRIEF)
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reader(HTMLParser):
    """Reads a page strictly: elements close in order; keeps tags, attributes and the text of each id."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[tuple[str, str | None]] = []
        self.text_of: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        assert len(held) == len(attrs), f"an attribute twice in {tag}"
        self.tags.append((tag, held))
        if tag not in VOID:
            self.stack.append((tag, held.get("id")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.stack.pop()
        assert opened == tag, f"{opened} closed by {tag}"

    def handle_data(self, data: str) -> None:
        for _, key in self.stack:
            if key:
                self.text_of[key] = self.text_of.get(key, "") + data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.stack == []
    return reader


READ = read(PAGE)


def test_no_script_no_handler_and_nothing_loaded() -> None:
    assert not {tag for tag, _ in READ.tags} & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    for tag, attributes in READ.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")]
        assert "url(" not in (attributes.get("style") or "").replace("url(#", "")
        target = attributes.get("href") or ""
        assert tag == "a" or target.startswith("#") or not target
    assert "@import" not in PAGE


def test_links_outside_are_web_addresses_and_give_nothing_away() -> None:
    outside = [a for tag, a in READ.tags if tag == "a" and not (a.get("href") or "").startswith("#")]
    assert [a["href"] for a in outside] == [BRIEF.reports[0].url, BRIEF.reports[3].url]
    assert {a["rel"] for a in outside} == {"noopener noreferrer nofollow"}


def test_every_link_has_its_target_and_every_id_is_one() -> None:
    ids = Counter(a["id"] for _, a in READ.tags if a.get("id"))
    assert [key for key, n in ids.items() if n > 1] == []
    targets = {(a.get("href") or "")[1:] for _, a in READ.tags if (a.get("href") or "").startswith("#")}
    assert targets <= set(ids)
    for _, attributes in READ.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            assert (attributes.get(name) or "main") in ids


def test_every_mark_leads_to_the_words_of_its_claim() -> None:
    for n, report in enumerate(BRIEF.reports, 1):
        for m, claim in enumerate(report.claims, 1):
            words = re.sub(r"[\s�\x00-\x1f]", "", claim.content[0].cut(report.text))
            assert words in re.sub(r"[\s�\x00-\x1f]", "", READ.text_of[f"r{n}-c{m}"])


def test_headings_go_down_one_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in READ.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_landmarks_a_skip_link_and_tables_with_captions() -> None:
    tags = Counter(tag for tag, _ in READ.tags)
    assert (tags["main"], tags["footer"], tags["nav"]) == (1, 1, 1)
    assert next(a for tag, a in READ.tags if tag == "a") == {"class": "skip", "href": "#main"}
    assert tags["table"] == tags["caption"] > 3
    assert all(a.get("scope") in ("col", "row") for tag, a in READ.tags if tag == "th")


def test_pictures_have_words_in_their_place() -> None:
    for tag, attributes in READ.tags:
        if tag == "svg":
            assert READ.text_of[attributes["aria-labelledby"] or ""].strip()
            assert "table below" in READ.text_of[attributes["aria-describedby"] or ""]
    assert PAGE.count('class="chart wide"') == PAGE.count('class="chart narrow"') == 3


def test_the_same_account_gives_the_same_page() -> None:
    assert html(BRIEF) == PAGE


def test_a_language_that_is_none_is_left_out() -> None:
    assert 'lang="en&#34;' not in PAGE
    assert sorted({a["lang"] for _, a in READ.tags if a.get("lang")}) == ["en"]


def test_templates_escape_by_default() -> None:
    assert environment().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_a_claim_without_words_leads_to_its_report() -> None:
    report = Report("r", None, "Some words.", claims=(Claim("c1", ()), Claim("c2", (Span(4, 5), Span(90, 99)))))
    refs = (ClaimRef("r", "c1"), ClaimRef("r", "c2"))
    question = Question("q", "What?", "other", "disputed", (Position("a", refs),), (), Independence(0, 0))
    page = read(html(Brief((report,), (Story("s", "t", ("r",), (), Period(), (question,)),))))
    assert {a["href"] for tag, a in page.tags if a.get("class") == "mark"} == {"#r1"}


@pytest.mark.parametrize("brief", [Brief((), ()), Brief(BRIEF.reports, ()), Brief((), BRIEF.stories)])
def test_what_is_missing_is_left_out(brief: Brief) -> None:
    assert read(html(brief)).tags


def test_a_notebook_gets_a_frame_of_its_own() -> None:
    frame = read(notebook_html(BRIEF)).tags
    assert [tag for tag, _ in frame] == ["iframe"]
    assert frame[0][1]["sandbox"] == "allow-popups"
    assert frame[0][1]["srcdoc"] == PAGE.replace("<head>", '<head>\n<base href="about:srcdoc">')
