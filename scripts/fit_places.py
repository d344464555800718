"""Fits the weights of src/twosource/knowledge/data/places_weights.toml to corpora of toponyms.

    python scripts/fit_places.py CORPUS.jsonl …

A corpus has one JSON object a line: `id`, `text`, `places` (`start`, `end`, `lat`, `lon`, `geonameid`; without
coordinates where a name is used otherwise). Documents whose `crc32(id) % 5` is 0 are left for measuring. Two models are
fitted: a logistic one (is it the mention of a place?) and a conditional one (which of the candidates?), both by
gradient descent with a small penalty; every corpus counts the same, however long.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from twosource import knowledge  # noqa: E402
from twosource.model import Document  # noqa: E402
from twosource.reading.places.gazetteer import gazetteer  # noqa: E402
from twosource.reading.places.resolve import Choice, kilometres  # noqa: E402
from twosource.reading.places.survey import survey  # noqa: E402
from twosource.reading.structure import lay_out  # noqa: E402

WEIGHTS = ROOT / "src/twosource/knowledge/data/places_weights.toml"
ROUNDS = 3
PENALTY = 0.0003
BY_HAND = {"unit word": 2.5}
"""Rare in the corpora, and sure: "the X region" is a place, though X be a surname."""
Array = NDArray[np.float64]
Case = tuple[list[dict[str, float]], list[bool], int]
Mention = tuple[dict[str, float], bool, int]


def rows(paths: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The documents outside the measuring fold, with their corpus' number."""
    for corpus, path in enumerate(paths):
        with Path(path).open(encoding="utf8") as lines:
            for row in map(json.loads, lines):
                if zlib.crc32(row["id"].encode()) % 5:
                    yield corpus, row


def right(choice: Choice, gold: dict[str, Any]) -> int:
    """2 for the very place, 1 for one within 30 kilometres, else 0."""
    if choice.entry.geonameid is not None and str(choice.entry.geonameid) == str(gold["geonameid"]):
        return 2
    return int(kilometres(choice.entry.lat, choice.entry.lon, gold["lat"], gold["lon"]) < 30)


def collect(paths: list[str]) -> tuple[list[Mention], list[Case], list[Case]]:
    """Mentions with their clues; candidates with theirs, by themselves and in the scene."""
    mentions: list[Mention] = []
    alone: list[Case] = []
    scene: list[Case] = []
    for corpus, row in rows(paths):
        _, found = survey(lay_out(Document(None, row["text"])), None, gazetteer())
        for group in found:
            for spot in group.spots:
                over = [p for p in row["places"] if spot.start < p["end"] and p["start"] < spot.end]
                gold = next((p for p in over if p["lat"] is not None), None)
                if gold is None and any(p["lat"] is None for p in over):
                    continue
                mentions.append((spot.clues, gold is not None, corpus))
                if gold is None:
                    continue
                ranks = [right(choice, gold) for choice in group.choices]
                if len(ranks) > 1 and max(ranks) and min(ranks) < max(ranks):
                    good = [rank == max(ranks) for rank in ranks]
                    alone.append(([choice.clues for choice in group.choices], good, corpus))
                    joint = [
                        {**choice.clues, **{f"scene {k}": v for k, v in choice.scene.items()}}
                        for choice in group.choices
                    ]
                    scene.append((joint, good, corpus))
    return mentions, alone, scene


def matrix(clues: list[dict[str, float]], names: list[str]) -> Array:
    """The clues as rows of numbers."""
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(clues), len(names)))
    for n, one in enumerate(clues):
        for name, value in one.items():
            table[n, column[name]] = value
    return table


def descend(gradient: Any, size: int, steps: int = 800) -> Array:
    """Adam, from nought."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def shares(corpora: list[int]) -> Array:
    """A weight for each case, such that every corpus has the same sum and all sum to one."""
    counts = np.bincount(corpora)
    return np.asarray(1 / counts[corpora] / np.count_nonzero(counts))


def fit_mentions(mentions: list[Mention]) -> dict[str, float]:
    """Logistic regression."""
    names = sorted({name for clues, _, _ in mentions for name in clues})
    table = matrix([clues for clues, _, _ in mentions], names)
    part = shares([corpus for _, _, corpus in mentions])
    truth = np.array([float(good) for _, good, _ in mentions])

    def gradient(weights: Array) -> Array:
        odds = 1 / (1 + np.exp(-table @ weights))
        return np.asarray(table.T @ ((odds - truth) * part) + PENALTY * weights)

    return dict(zip(names, (float(w) for w in descend(gradient, len(names))), strict=True))


def fit_choices(cases: list[Case]) -> dict[str, float]:
    """Conditional logistic regression: the right candidates against the rest of their group."""
    names = sorted({name for candidates, _, _ in cases for clues in candidates for name in clues})
    table = matrix([clues for candidates, _, _ in cases for clues in candidates], names)
    good = np.array([flag for _, flags, _ in cases for flag in flags])
    part = shares([corpus for _, _, corpus in cases])
    starts = np.cumsum([0, *(len(flags) for _, flags, _ in cases)])[:-1]
    owner = np.repeat(np.arange(len(cases)), [len(flags) for _, flags, _ in cases])

    def gradient(weights: Array) -> Array:
        score = table @ weights
        score -= np.maximum.reduceat(score, starts)[owner]
        mass = np.exp(score)
        every = mass / np.add.reduceat(mass, starts)[owner]
        chosen = mass * good
        wanted = chosen / np.maximum(np.add.reduceat(chosen, starts), 1e-12)[owner]
        return np.asarray(table.T @ ((every - wanted) * part[owner]) + PENALTY * weights)

    return dict(zip(names, (float(w) for w in descend(gradient, len(names))), strict=True))


def stated(weights: dict[str, float]) -> dict[str, float]:
    """What the text says outright ("X, Texas", a dateline) outweighs circumstances, however few the cases of it."""
    held = {"held": max(weights["held"], 2.5), "not held": min(weights["not held"], -2.5)}
    return {**weights, **held, "town of a dateline": 2.0}


def seats(weights: dict[str, float]) -> dict[str, float]:
    """A bare Washington is the seat of the government: the small towns' news of LGL seldom means one."""
    return {**weights, "capital": max(weights["capital"], 1.2)}


def named(weights: dict[str, float]) -> dict[str, float]:
    """A given name before another capitalised word is a person: the corpora have few of them."""
    clue = "given name and capital after"
    return {**weights, clue: min(weights.get(clue, 0.0), -2.0)}


def write(parts: dict[str, dict[str, float]]) -> None:
    """The TOML file."""
    lines = [
        "# How much each clue counts in reading/places/resolve.py and judge.py. Made by scripts/fit_places.py.",
        'source = "fitted to GeoWebNews (Gritta et al. 2020) and LGL (Lieberman et al. 2010); some by hand"',
    ]
    for part, weights in parts.items():
        lines.append(f"\n[{part}]")
        lines += [f'"{name}" = {value:.3f}' for name, value in sorted(weights.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf8")
    knowledge.table.cache_clear()


def main() -> None:
    """Fits, reads again with the new weights, and fits again: a scene depends on the choices."""
    home = {"same country": 0.7}
    for _ in range(ROUNDS):
        mentions, alone, scene = collect(sys.argv[1:])
        joint = fit_choices(scene)
        place = {name: weight for name, weight in joint.items() if not name.startswith("scene ")}
        around = {name[6:]: weight for name, weight in joint.items() if name.startswith("scene ")}
        write(
            {
                "mention": {**named(fit_mentions(mentions)), **BY_HAND},
                "alone": stated(fit_choices(alone)),
                "place": seats(stated(place)),
                "scene": around,
                "home": home,
            }
        )
        print(f"{len(mentions)} spots, {len(scene)} ambiguous mentions")


if __name__ == "__main__":
    main()
