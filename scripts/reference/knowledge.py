"""The data files: what each holds, and where its entries come from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.reference.text import table

DATA = Path(__file__).resolve().parents[2] / "src" / "twosource" / "knowledge" / "data"

INTRODUCTION = """\
What twosource knows of words, bodies and places stands in small files under `src/twosource/knowledge/data/`, not in
code. Each TOML file says at its top what it holds, and under `source` where its entries come from. How to add an
entry: [CONTRIBUTING](../../CONTRIBUTING.md)."""


def files() -> list[Path]:
    """Every data file, by name."""
    return sorted(path for path in DATA.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def page() -> str:
    """docs/reference/data-files.md."""
    tables = [path for path in files() if path.suffix == ".toml"]
    others = [path for path in files() if path.suffix != ".toml"]
    parts = ["# Data files", INTRODUCTION, *(_file(path) for path in tables)]
    if others:
        rows = [(f"`{path.relative_to(DATA)}`", _made_by(path)) for path in others]
        parts += ["## Other files", table(["file", "made by"], rows)]
    return "\n\n".join(parts)


def _file(path: Path) -> str:
    text = path.read_text(encoding="utf8")
    held = tomllib.loads(text)
    told = [f"## {path.relative_to(DATA)}", *_comment(text)]
    return "\n\n".join([*told, f"Source: {' '.join(held['source'].split())}.".replace("..", ".")])


def _comment(text: str) -> Iterator[str]:
    """The comment at the top of a file, as it stands there."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    if lines:
        yield "```text\n" + "\n".join(lines).strip("\n") + "\n```"


def _made_by(path: Path) -> str:
    """The script that makes a file: the one whose text names it."""
    scripts = Path(__file__).resolve().parents[1]
    names = [s.name for s in sorted(scripts.glob("*.py")) if path.name in s.read_text(encoding="utf8")]
    return ", ".join(f"`scripts/{name}`" for name in names) or "by hand"
