"""The examples of the guide hold."""

import re
from pathlib import Path

from twosource.model import Layout, Published
from twosource.reading import times

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "times.md"
ROW = re.compile(r"^\| (.+?) \| (DATE|TIME|DURATION|SET) \| (`.+?`) \| (\S+) \| (\S+) \|$", re.MULTILINE)


def test_every_example_of_the_guide_is_read_as_it_says() -> None:
    rows = ROW.findall(GUIDE.read_text(encoding="utf8"))
    assert len(rows) > 10
    for words, kind, values, start, end in rows:
        text = f"The town {words.replace('*', '')}."
        found, _ = times.find(Layout(text), Published("2024-05-15", "2024-05-15", "given"))
        want = [
            (said, kind, value, None if start == "null" else start, None if end == "null" else end)
            for said, value in zip(re.findall(r"\*(.+?)\*", words), re.findall(r"`(.+?)`", values), strict=True)
        ]
        assert [(text[m.start : m.end], m.type, m.value, m.from_, m.to) for m in found] == want, words
