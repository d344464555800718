"""The pages of the documentation and what stands in them, for the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1[ \t]*$", re.M | re.S)


class Block(NamedTuple):
    """A fenced block of a page: its language, its text and the line where it begins."""

    page: Path
    language: str
    text: str
    line: int

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Every Markdown page that users or contributors read."""
    top = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [*top, *sorted(DOCS.rglob("*.md"))]


def blocks(page: Path, language: str) -> Iterator[Block]:
    """The fenced blocks of one language."""
    text = page.read_text(encoding="utf8")
    for match in _FENCE.finditer(text):
        if match[2] == language:
            yield Block(page, language, match[3], text.count("\n", 0, match.start()) + 1)


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf8"))
