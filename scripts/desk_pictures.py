"""Makes pictures of every page of the desk, on the sample reports, at three widths, light and dark.

    python scripts/desk_pictures.py [--all FOLDER] [--chromium /usr/bin/chromium]

Those that the docs show go to docs/pictures; with --all every picture goes to a folder too, and docs/pictures/desk
gets a sheet for each page, with its six pictures made smaller. Look at each before it is committed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image

from twosource.workspace import open_ledger

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTHS = (390, 768, 1440)
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
SHOWN = {"today": "desk-today", "report": "desk-report"}
"""Pages that the docs show, and the names of their pictures."""


def rows(address: str, path: str) -> Any:
    """What the API gives."""
    with urllib.request.urlopen(f"{address}/api/v1/{path}") as answer:  # noqa: S310 - our own server
        return json.load(answer)


def pages(address: str) -> dict[str, str]:
    """An address of every page."""
    story = rows(address, "stories")["items"][0]["id"]
    told = rows(address, f"stories/{story}")
    asked = max(told["questions"], key=lambda one: (one["status"] == "disputed", len(one["relations"])))["id"]
    names = {
        kind: next(row["name"] for row in rows(address, kind)["items"] if row["name"])
        for kind in ("sources", "outlets")
    }
    source, outlet = (f"/{kind}/{quote(name, safe='')}" for kind, name in names.items())
    found = {
        "today": "/", "stories": "/stories", "story": f"/stories/{story}", "questions": "/questions",
        "question": f"/questions/{asked}", "report": f"/reports/{told['reports'][2]}", "reports": "/reports",
        "claims": f"/claims?question={asked}", "sources": "/sources", "source": source,
        "outlets": "/outlets",
        "outlet": outlet, "places": "/places", "map": "/map",
        "search": "/search?q=dam", "add": "/add", "error": "/nowhere",
    }  # fmt: skip
    places = rows(address, "places")["items"]
    if places:
        found["place"] = f"/places/{quote(places[0]['name'], safe='')}"
    return found


HIGH = 1500
"""Pixels of a page that a sheet shows of its height, before it is made smaller."""

SMALLER = 0.4
"""What a sheet shows of each side."""


def sheet(name: str, folder: Path) -> None:
    """One picture of a page at all widths, the light ones above the dark ones."""
    held = [[Image.open(folder / f"{name}-{width}-{scheme}.png") for width in WIDTHS] for scheme in SCHEMES]
    rows = [[one.crop((0, 0, one.width, min(one.height, HIGH))) for one in row] for row in held]
    high = [max(one.height for one in row) for row in rows]
    made = Image.new("RGB", (sum(WIDTHS) + 40 * (len(WIDTHS) + 1), sum(high) + 40 * (len(rows) + 1)), "#8a8a86")
    top = 40
    for row, height in zip(rows, high, strict=True):
        left = 40
        for one in row:
            made.paste(one, (left, top))
            left += one.width + 40
        top += height + 40
    made = made.resize((round(made.width * SMALLER), round(made.height * SMALLER)), Image.Resampling.LANCZOS)
    (PICTURES / "desk").mkdir(exist_ok=True)
    made.save(PICTURES / "desk" / f"{name}.webp", quality=70, method=6)


def main() -> int:
    """Serves the sample and takes the pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    asked = parser.parse_args()
    if not asked.chromium:
        print("chromium is missing; as root: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "desk.db")
        tool = [sys.executable, "-m", "twosource"]
        samples = [ROOT / "samples" / "reports", *sorted((ROOT / "samples" / "stories").glob("*/reports"))]
        for sample in samples:
            subprocess.run([*tool, "add", "-q", "--ledger", ledger, str(sample)], check=True)
        with open_ledger(ledger) as opened:
            opened.refresh()
        command = [*tool, "desk", "--ledger", ledger, "--port", "0", "--log", "none"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
            assert server.stderr is not None
            address = server.stderr.readline().split("at ")[1].split()[0].rstrip("/")
            try:
                browser = playwright.chromium.launch(executable_path=asked.chromium, args=FLAGS)
                take(browser, address, asked.all)
                for name in pages(address) if asked.all else ():
                    sheet(name, asked.all)
                browser.close()
            finally:
                server.terminate()
    return 0


def take(browser: Any, address: str, everything: Path | None) -> None:
    """Goes through the pages."""
    found = pages(address)
    for width in WIDTHS if everything else (1440,):
        for scheme in SCHEMES if everything else ("light",):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB")
            page = context.new_page()
            for name, path in found.items():
                if everything is None and name not in SHOWN:
                    continue
                page.goto(address + path, timeout=120_000)
                if page.query_selector("[data-map]"):
                    page.wait_for_selector("[data-ready]", timeout=60_000)
                page.evaluate("document.fonts.ready")
                if name in SHOWN and (width, scheme) == (1440, "light"):
                    page.screenshot(path=str(PICTURES / f"{SHOWN[name]}.png"))
                if everything is not None:
                    everything.mkdir(parents=True, exist_ok=True)
                    page.screenshot(path=str(everything / f"{name}-{width}-{scheme}.png"), full_page=True)
            context.close()


if __name__ == "__main__":
    sys.exit(main())
