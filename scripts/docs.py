"""Writes the pages of docs/reference/ from the code, so that they cannot say anything else.

python scripts/docs.py            writes the pages
python scripts/docs.py --check    changes nothing; exit code 1 where a page is out of date
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from scripts.reference import commands, errors, knowledge, public, quality, records  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "command-line.md": commands.page,
    "data-files.md": knowledge.page,
    "errors.md": errors.page,
    "json.md": records.page,
    "python.md": public.page,
    "quality.md": quality.page,
}
MADE = "<!-- Made by scripts/docs.py from the code. Do not edit; run `make docs`. -->\n\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated file with what should stand in it."""
    for name, made in PAGES.items():
        yield REFERENCE / name, MADE + made().rstrip() + "\n"
    for name, schema in records.schemas().items():
        yield REFERENCE / "schema" / f"{name}.json", json.dumps(schema, indent=2, ensure_ascii=True) + "\n"


def main(arguments: list[str]) -> int:
    """Writes or checks the pages; the exit code is 1 where one was out of date and only checked."""
    check = "--check" in arguments
    stale = 0
    for path, text in pages():
        if path.is_file() and path.read_text(encoding="utf8") == text:
            continue
        stale += 1
        print(f"{path.relative_to(ROOT)} {'is out of date; run: make docs' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
