"""Makes the pictures of the docs: the brief of the sample reports and a marked-up report, as a browser shows them.

    python scripts/pictures.py [--chromium /usr/bin/chromium]

Needs the development requirements and Debian's chromium. Look at each picture before it is committed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from twosource import tell
from twosource.model import Report
from twosource.pipeline import brief_of, read_paths

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
]
VIEWS = [
    ("brief", 1280, 1100, "light"),
    ("brief-dark", 1280, 1100, "dark"),
    ("brief-phone", 390, 844, "light"),
    ("report", 1280, 1100, "light"),
    ("report-phone", 390, 844, "light"),
]
"""Name, width, height in pixels and colour scheme of each picture."""


def main() -> int:
    """Renders the pages and takes the pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    asked = parser.parse_args()
    if not asked.chromium:
        print("chromium is missing; as root: apt-get install chromium", file=sys.stderr)
        return 1
    reports = [thing for thing in read_paths([str(ROOT / "samples" / "reports")]) if isinstance(thing, Report)]
    pages = {"brief": tell.html(brief_of(reports)), "report": tell.report_html(reports[2])}
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=FLAGS)
        for name, width, height, scheme in VIEWS:
            file = Path(folder) / f"{name}.html"
            file.write_text(pages[name.split("-")[0]], encoding="utf8")
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(file.as_uri())
            page.screenshot(path=str(PICTURES / f"{name}.png"))
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
