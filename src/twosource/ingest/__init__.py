"""Brings texts in: files, folders, standard input, pages, and JSON Lines that `read` printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from twosource.model import Document, Published, Report, Unread

__all__ = ["gather"]


def gather(paths: Iterable[str]) -> Iterator[Document | Report | Unread]:
    """Whatever stands at the paths, in order, one thing at a time."""
    for path in map(Path, paths):
        about = {}
        if path.is_dir() and (path / "reports.json").exists():
            about = json.loads((path / "reports.json").read_text())
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                for line in file.read_text(encoding="utf8").split("\n"):
                    if line.strip():
                        yield Report.from_dict(json.loads(line))
            elif file.suffix == ".txt":
                known = about.get(file.name, {})
                day = known.get("published")
                yield Document(
                    str(file),
                    file.read_bytes().decode("utf8"),
                    outlet=known.get("outlet"),
                    outlet_basis="given" if known.get("outlet") else "unknown",
                    title=known.get("title"),
                    url=known.get("url"),
                    published=Published(day, day, "given") if day else Published(),
                )
