"""Invented reports as a reader would leave them, for filling ledgers: reading real texts of this number takes days.

A story has a town, a toll, five speakers and sixty words of its own, most of them common ones, so that stories share
words as real ones do; first names are drawn from 256, since ten for all would make strangers namesakes. Towns of
stories below `OWN_TOWN` are their own, others share 4,096 names. A story's size
follows Zipf's law, up to 10,000 claims. Of its reports three in ten are copies of an earlier one under another outlet's
name, and one in ten revises the toll; the others say some of the story's sentences in other words. Every number gives
the same story, and always the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table
from twosource.model import Claim, ClaimType, Figure, Item, Period, PlaceMention, Published, Report, Source, Span
from twosource.model import content_id as id_of

OUTLETS = tuple(f"{name} {kind}" for name in ("Ahr", "Sel", "Dorne", "Varn", "Orlen") for kind in ("Post", "Courier"))
PARTS = ("bar", "del", "gor", "hal", "ker", "lom", "mir", "nor", "ost", "pel", "ran", "sil", "tor", "ulm", "var", "zan")
LARGEST = 10_000
"""Claims of the largest story."""
OWN_TOWN = 1000
"""The number from which on stories may share a town: those below stay of one size, whatever else a ledger holds."""


class Tale(NamedTuple):
    """What stays the same in one story."""

    number: int
    town: str
    speakers: tuple[str, ...]
    words: tuple[str, ...]
    start: date
    toll: int


@cache
def _common() -> tuple[list[str], list[float]]:
    words = table("word_ranks")["words"].split()[300:12_000]
    return words, [1 / (300 + place) for place in range(len(words))]


def tale(number: int) -> Tale:
    """The story of a number."""
    chance = random.Random(number)

    def name(parts: int = 3) -> str:
        return "".join(chance.choices(PARTS, k=parts)).capitalize()

    words, weights = _common()
    speakers = tuple(f"{name(2)} {name()}" for _ in range(5))
    day = date(2031, 1, 1) + timedelta(days=chance.randrange(1000))
    town = name(4 if number < OWN_TOWN else 3)
    return Tale(number, town, speakers, tuple(chance.choices(words, weights, k=60)), day, chance.randint(5, 200))


def zipf(claims: int) -> Iterator[int]:
    """Sizes of stories, in claims, that come to so many together."""
    sizes = 0.0
    count = 0
    while sizes < claims:  # the harmonic sum that fits
        count += 1
        sizes += claims / 12 / count
        if claims / 12 / count < 20:
            break
    left, rank = claims, 1
    while left > 0:
        size = int(min(LARGEST, max(20, claims / 12 / rank), left))
        yield size
        left -= size
        rank += 1


def reports_of(told: Tale, count: int, claims: int, begin: int = 0) -> Iterator[Report]:
    """So many reports of a story, each with so many claims."""
    for n in range(begin, begin + count):
        chance = random.Random(told.number * 1_000_003 + n)
        kind = chance.random()
        copied = n > 0 and kind < 0.3
        chosen = random.Random(told.number * 1_000_003 + (chance.randrange(n) if copied else n))
        toll = told.toll + (chosen.randint(1, 9) if 0.3 <= kind < 0.4 else 0)
        yield _report(told, n, claims, chosen, toll, chance.choice(OUTLETS))


TYPES: tuple[ClaimType, ...] = ("casualties", "attack", "control", "humanitarian", "other")


def _report(told: Tale, n: int, count: int, chance: random.Random, toll: int, outlet: str) -> Report:
    day = (told.start + timedelta(days=n * 20 // max(20, n + 1))).isoformat()
    text = f"{told.town} {' '.join(chance.choices(told.words, k=5))} ({n})\n\n"
    sources: list[Source] = []
    places: list[PlaceMention] = []
    figures: list[Figure] = []
    claims: list[Claim] = []
    for m in range(count):
        speaker = chance.choice(told.speakers)
        kind = TYPES[m % len(TYPES)]
        said = {
            "casualties": f"at least {toll} people were killed in {told.town}",
            "attack": f"{told.town} was shelled again",
            "control": f"the army had captured {told.town}",
        }.get(kind, f"people left {told.town}")
        start = len(text)
        text += f"{said} {' '.join(chance.choices(told.words, k=9))}, {speaker} said.\n\n"
        span = Span(start, text.index(f", {speaker}", start))
        at = text.index(told.town, start)
        if speaker not in [source.name for source in sources]:
            sources.append(Source(f"s{len(sources)}", speaker, "person", organisation=f"{told.town} Council"))
        source = next(source for source in sources if source.name == speaker)
        places.append(PlaceMention(at, at + len(told.town), told.town, 1.0, 2.0, feature="PPL", precision=1))
        counted: tuple[int, ...] = ()
        if kind == "casualties":
            counted = (len(figures),)
            digits = text.index(str(toll), start)
            figures.append(Figure(digits, digits + len(str(toll)), "killed", toll, None, "people"))
        claims.append(
            Claim(
                f"c{m}", (span,), None, source.id, (speaker, outlet), type=kind, said=Period.day(day),
                when=Period.day(day), places=(m,), figures=counted, item=0, part="body",
            )
        )  # fmt: skip
    return Report(
        id_of("r", [text, outlet, n]), f"{told.number}-{n}", text, outlet, "given", None, text.split("\n")[0], (), "en",
        Published(day, day, "given"), items=(Item(0, len(text), Span(0, text.index("\n"))),), sources=tuple(sources),
        places=tuple(places), figures=tuple(figures), claims=tuple(claims), made_by="bench",
    )  # fmt: skip
