"""What is measured: the floors that every change is held against."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.reference.text import table

FLOORS = Path(__file__).resolve().parents[2] / "bench" / "floors.json"

INTRODUCTION = """\
Every change is held against quality floors: figures that twosource reaches on texts annotated by hand, most of them
public corpora of research. `make floors` runs the scorer and fails where a figure falls below its floor. Floors are
raised when work has earned it and never lowered in silence. The latest figures are a little higher.

The corpora are not part of the project, since most may not be passed on: `make floors` needs the folder that holds
them."""


def page() -> str:
    """docs/reference/quality.md."""
    parts = ["# What is measured", INTRODUCTION]
    if not FLOORS.is_file():
        return "\n\n".join([*parts, "No floors are set yet."])
    rows = [
        (task["name"], name, f"{floor:g}", "" if number else task.get("note", ""))
        for task in json.loads(FLOORS.read_text(encoding="utf8"))["tasks"]
        for number, (name, floor) in enumerate(task["floors"].items())
    ]
    return "\n\n".join([*parts, table(["task", "figure", "floor", "note"], rows)])
