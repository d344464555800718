"""The examples of the guide hold."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from pathlib import Path

from twosource.model import Layout, cut_all
from twosource.reading.attribution import find

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "attributions.md"
ROW = re.compile(r"^\| (.+?) \| (.*?) ?\| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_the_code_of_the_guide_runs() -> None:
    assert doctest.testfile(str(GUIDE), module_relative=False).failed == 0


def test_every_row_of_the_guide_is_read_as_it_says(plain_layout: Callable[[str], Layout]) -> None:
    rows = [row for row in ROW.findall(GUIDE.read_text(encoding="utf8")) if row[1] not in ("source", "---")]
    assert len(rows) > 10
    for text, source, cue, content in rows:
        found = [tuple(cut_all(text, role) for role in (a.source, a.cue, a.content)) for a in find(plain_layout(text))]
        assert (source, cue, content) in found, text
