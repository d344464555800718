"""Writes invented reports: stories of towns, forces and tolls that do not exist, told by outlets that copy each other.

    python bench/generate.py FOLDER [--reports 1000] [--stories 40] [--seed 1]

Each story has a town, two sides, an agency, spokespeople, a toll that is revised, a claim of capture that the other
side contests, and hangers-on: outlets that copy the agency, rewrite it, drop the source, or add a figure of their own.
The same seed writes the same files.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ONSETS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
CODAS = ["", "l", "n", "r", "s", "th", "m", "k", "sk", "nd"]
FIRST = ["Ilsa", "Jan", "Mira", "Tomas", "Vera", "Anton", "Lena", "Pavel", "Nadia", "Oskar", "Rita", "Emil"]
OPENINGS = ["Meanwhile,", "On the ground,", "In the capital,", "By nightfall,", "In the meantime,", "Later that day,"]


class Tale(NamedTuple):
    """What happens in one story."""

    town: str
    region: str
    state: str
    people: str
    rebels: str
    spokesman: str
    governor: str
    doctor: str
    agency: str
    outlets: list[str]
    start: date
    toll: int


def name(chance: random.Random, syllables: int = 2) -> str:
    """An invented name."""
    parts = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))
    return "".join(parts).capitalize()


def person(chance: random.Random) -> str:
    """An invented person."""
    return f"{chance.choice(FIRST)} {name(chance)}"


def tale(chance: random.Random, number: int) -> Tale:
    """A story."""
    state = name(chance) + "ia"
    return Tale(
        town=name(chance),
        region=name(chance) + " Province",
        state=state,
        people=state + "n",
        rebels=f"{name(chance)} Front",
        spokesman=person(chance),
        governor=person(chance),
        doctor=person(chance),
        agency=f"{name(chance)} Press Agency",
        outlets=[f"{name(chance)} {kind}" for kind in ("Herald", "Post", "Tribune", "Today", "Gazette", "Mirror")],
        start=date(2031, 1, 1) + timedelta(days=number * 3 % 90),
        toll=chance.randint(8, 90),
    )


LINES = """
{people} troops captured {town} in {region} on {weekday}, army spokesman {spokesman} said.
The {rebels} said that fighting was still going on in {town}.
At least {dead} people were killed in the shelling of {town}, governor {governor} told the {agency}.
{doctor}, a doctor at the hospital in {town}, said that {hurt} people were killed or wounded.
{people} officials said that about {fled} residents had fled {town}.
The {state} government declined to comment on the shelling.
The {rebels} denied that its fighters had shelled {town}.
{people} forces reportedly withdrew from one of the villages near {town}.
“We will hold {town} as long as we have to,” {spokesman} said.
The claims could not be independently verified.
{governor} said that {fewer} people were killed, correcting an earlier figure.
The {agency} reported, citing an unnamed official, that more troops would be sent to {region}.
""".strip().splitlines()


def sentences(told: Tale, day: int, chance: random.Random) -> list[str]:
    """What can be said of the story on a day."""
    dead = told.toll + day * chance.randint(0, 4)
    figures = {"dead": dead, "hurt": dead + day * 3, "fled": dead * 40, "fewer": max(1, dead - day * 5)}
    return [line.format(**told._asdict(), **{**figures, "weekday": weekday(told, day)}) for line in LINES]


def weekday(told: Tale, day: int) -> str:
    """The weekday of the story's day."""
    return (told.start + timedelta(days=day)).strftime("%A")


def report(told: Tale, day: int, chance: random.Random, wire: list[str]) -> tuple[str, str]:
    """The text of a report and its outlet; some copy the wire word for word."""
    outlet = chance.choice(told.outlets)
    own = sentences(told, day, chance)
    picked = wire if wire and chance.random() < 0.4 else chance.sample(own, chance.randint(4, 8))
    if not wire:
        wire.extend(picked)
    title = chance.choice(
        [
            f"{told.people} army claims {told.town}",
            f"Dozens killed as {told.town} is shelled",
            f"Fighting goes on in {told.town}",
        ]
    )
    body = [f"{chance.choice(OPENINGS)} {line}" if chance.random() < 0.2 else line for line in picked]
    return "\n\n".join([title, *body, "This report is invented."]), outlet


def write(folder: Path, reports: int, stories: int, seed: int) -> None:
    """Writes the reports and what is known of them."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    tales = [tale(chance, n) for n in range(stories)]
    wires: dict[tuple[int, int], list[str]] = {}
    known = {}
    for n in range(reports):
        number = n % stories
        day = chance.randint(0, 6)
        text, outlet = report(tales[number], day, chance, wires.setdefault((number, day), []))
        file = f"{n:05}.txt"
        (folder / file).write_text(text, encoding="utf8")
        published = tales[number].start + timedelta(days=day)
        known[file] = {"outlet": outlet, "published": published.isoformat(), "url": None, "title": None}
    (folder / "reports.json").write_text(json.dumps(known, indent=0), encoding="utf8")


def main() -> None:
    """Reads the arguments and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.reports, asked.stories, asked.seed)


if __name__ == "__main__":
    main()
