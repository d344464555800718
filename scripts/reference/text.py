"""What the pages share: tables and docstrings as Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars within cells are escaped.

    >>> print(table(["a"], [["1|2"]]))
    | a |
    | --- |
    | 1\\|2 |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def docstring(thing: object) -> str:
    """A docstring as Markdown: its examples as Python code."""
    lines = (inspect.getdoc(thing) or "").splitlines()
    out: list[str] = []
    code = False
    for line in lines:
        begins = line.startswith(">>>")
        if begins and not code:
            out.append("```python")
            code = True
        elif code and not line.strip():
            out.append("```")
            code = False
        out.append(line)
    if code:
        out.append("```")
    return "\n".join(out)


def first_line(thing: object) -> str:
    """The first sentence of a docstring, on one line."""
    paragraph = (inspect.getdoc(thing) or "").partition("\n\n")[0]
    return re.sub(r"\s+", " ", paragraph)
