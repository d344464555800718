"""Every relative link leads somewhere, to the heading that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, pages, prose

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
MADE_LATER = {"docs/pictures/brief.png"}
"""Pictures that `make pictures` takes."""


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as GitHub makes them."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", prose(page), re.M):
        name = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        found.add(name)
    return found


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        where, _, anchor = link.partition("#")
        target = (page.parent / where).resolve() if where else page
        if str(target.relative_to(ROOT)) in MADE_LATER:
            continue
        assert target.exists(), f"{link} leads nowhere"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{link}: there is no such heading"


def test_every_file_that_contributors_are_sent_to_is_there() -> None:
    named = re.findall(r"`([\w./-]+)`", prose(ROOT / "CONTRIBUTING.md"))
    for name in named:
        if name.endswith(".toml") and "/" not in name and name != "pyproject.toml":
            assert (ROOT / "src/twosource/knowledge/data" / name).is_file(), name
        elif re.match(r"(src|tests|bench|docs|scripts)/", name) and "test_x" not in name and "/x.py" not in name:
            assert (ROOT / name).exists() or name == "bench/floors.json", name
    assert len(named) > 20


def test_every_page_is_linked_from_another() -> None:
    linked = set()
    for page in pages():
        for link in LINK.findall(prose(page)):
            if not re.match(r"[a-z]+:", link) and link.partition("#")[0]:
                linked.add((page.parent / link.partition("#")[0]).resolve())
    lonely = [str(p.relative_to(ROOT)) for p in pages() if p not in linked and p.name != "README.md"]
    assert not lonely
