"""Chooses among the places that share a name: by what the text says of it, by the other places, by size."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from twosource.knowledge import table
from twosource.reading.places.gazetteer import Entry, Gazetteer
from twosource.reading.places.lexicon import words
from twosource.reading.places.names import fold
from twosource.reading.places.tokens import Spot

__all__ = ["Choice", "Group", "Scene", "candidate_clues", "groups", "kilometres", "resolve", "resolve_alone"]

NEAR_KM = 60.0
REGION_KM = 250.0
"""Two distances at which another place of the report supports a candidate: a day's local news, and a province."""

POINTS = 1_000
"""Towns that one scene holds, the surest first: more than a report has, few enough for a text of a million letters."""

Cell = tuple[int, int, int]
Point = tuple[float, float, float]
"""A place on the globe of radius 1, so that nearness needs no sines."""

SAME_NAME = 60.0
"""Of a hundred: Khan Younis and Khan Yunis have 95, Artemivsk and Bakhmut 25, unrelated names seldom above 50."""


@dataclass(slots=True)
class Choice:
    """A candidate with its clues, and how likely it is among its rivals."""

    entry: Entry
    clues: dict[str, float]
    likely: float = 0.0
    scene: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one name that mean one place, with the candidates, likeliest first."""

    key: str
    spots: list[Spot]
    choices: list[Choice] = field(default_factory=list)
    weight: float = 1.0
    apart: list[Choice] | None = None

    @property
    def best(self) -> Choice | None:
        """The likeliest candidate."""
        return self.choices[0] if self.choices else None


@dataclass(slots=True)
class Scene:
    """Where the report's other places lie: how much speaks for each country and unit, and the points of towns."""

    countries: dict[str, float] = field(default_factory=dict)
    units: dict[int, float] = field(default_factory=dict)
    points: dict[Cell, list[tuple[str, float, Point]]] = field(default_factory=dict)
    around: dict[Cell, list[tuple[str, float, Point]]] = field(default_factory=dict)
    named: dict[int, float] = field(default_factory=dict)
    total: float = 0.0


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance.

    >>> round(kilometres(50.45, 30.52, 48.28, 37.18))
    539
    """
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


@lru_cache(1 << 14)
def _place(lat: float, lon: float) -> tuple[Point, Cell]:
    """The point of a place, and the cube that it lies in."""
    point = _point(lat, lon)
    return point, _cell(point)


def _point(lat: float, lon: float) -> Point:
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def _chord(km: float) -> float:
    """The square of the straight line between places so far apart, on the globe of radius 1."""
    return (2 * math.sin(km / 12742)) ** 2


def _cell(point: Point) -> Cell:
    """The cube, as wide as REGION_KM, that a point lies in."""
    x, y, z = point
    return math.floor(x / _WIDTH), math.floor(y / _WIDTH), math.floor(z / _WIDTH)


_NEAR, _REGION = _chord(NEAR_KM), _chord(REGION_KM)
_WIDTH = math.sqrt(_REGION)
_AROUND = [(x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)]


def groups(spotted: list[Spot], atlas: Gazetteer) -> list[Group]:
    """Mentions of one name taken together, apart where the text says that they lie in different places."""
    found: dict[tuple[str, str | None, str | None], Group] = {}
    for spot in spotted:
        container = spot.within_key or (spot.within.key if spot.within and not spot.loose else None)
        group = found.setdefault((spot.key, container, spot.unit), Group(spot.key, []))
        group.spots.append(spot)
    containers: dict[str, list[Spot]] = defaultdict(list)
    for (key, container, _), group in found.items():
        if container:
            containers[key].extend(group.spots)
    for (key, container, unit), group in found.items():
        said = group.spots if container or unit else [*group.spots, *containers[key]]
        group.choices = _choices(group, said, atlas)
    return list(found.values())


def _held(entry: Entry, outer: tuple[Entry, ...]) -> bool:
    return any(
        (other.id in (entry.admin1, entry.admin2) and other.id != entry.id)
        or (other.feature.startswith("PCL") and other.country == entry.country and other.id != entry.id)
        for other in outer
    )  # fmt: skip


def _choices(group: Group, said: list[Spot], atlas: Gazetteer) -> list[Choice]:
    """The candidates of a group with the clues that do not depend on the rest of the report."""
    spot = group.spots[0]
    entries = [atlas.entry(i) for i in spot.ids]
    made = [e for e in entries if e.known and e.feature.startswith("ADM")]
    if made and any(e.feature.startswith("ADM") and not e.known and e.country == made[0].country for e in entries):
        entries = [e for e in entries if e not in made]
    people = sum(e.population for e in entries) + 1
    strict: list[tuple[Entry, ...]] = []
    loose: list[tuple[Entry, ...]] = []
    for other in said:
        if other.within_key:
            strict.append(tuple(atlas.entry(i) for i in atlas.ids([other.within_key]).get(other.within_key, ())[:4]))
        elif other.within is not None:
            outer = tuple(atlas.entry(i) for i in other.within.ids[:12])
            (loose if other.loose else strict).append(outer)
    settled = [e for e in entries if e.feature.startswith("PPL") and e.population > 0]
    towns = {number for e in settled for number in (e.admin1, e.admin2)}
    held = [[any(_held(e, o) for o in strict), any(_held(e, o) for o in loose)] for e in entries]
    any_strict, any_loose = any(h[0] for h in held), any(h[1] for h in held)
    found = []
    for entry, (tight, slack) in zip(entries, held, strict=True):
        clues = candidate_clues(spot, entry, people, entry.id in towns)
        if any_strict:
            clues["held" if tight else "not held"] = 1.0
        if any_loose and not any_strict:
            clues["loosely held" if slack else "not loosely held"] = 1.0
        found.append(Choice(entry, clues))
    return found


def candidate_clues(spot: Spot, entry: Entry, people: int, has_town: bool) -> dict[str, float]:
    """What the name and the size tell of a candidate."""
    clues = {"size": math.log10(entry.population + 1) / 7, "share": entry.population / people}
    name = fold(entry.name)
    if name == spot.key:
        clues["same name"] = 1.0
    elif not entry.known and spot.key not in name and not entry.feature.startswith("PCL"):
        clues["other spelling" if fuzz.ratio(spot.key, name) > SAME_NAME else "other name"] = 1.0
    if entry.known:
        clues["known"] = 1.0
    elif entry.feature.startswith("PCL"):
        clues["country"] = 1.0
    elif entry.feature == "ADM1":
        clues["first order"] = 1.0
        if has_town:
            clues["unit of a town"] = 1.0
        if entry.country == "US" or fold(entry.name) == spot.key:
            clues["plain first order"] = 1.0
    elif entry.feature == "ADM2":
        clues["second order"] = 1.0
    elif entry.feature == "PPLC":
        clues["capital"] = 1.0
    if entry.geonameid is None and not entry.known:
        clues["postal"] = 1.0
    if spot.dated and entry.feature.startswith("PPL"):
        clues["town of a dateline"] = 1.0
    if spot.speaks:
        clues["rules and speaks" if entry.feature in ("PCLI", "PPLC", "GOVB") else "speaks only"] = 1.0
    if spot.unit:
        order = "ADM1" if spot.unit in words("first_order") else "ADM2"
        fits = spot.fits or entry.feature == order or (entry.feature == "ADM2" and spot.unit in words("second_order"))
        clues["unit fits" if fits else "unit misfits"] = 1.0
        if fits and fold(entry.name) == f"{spot.key} {spot.unit}":
            clues["unit's very name"] = 1.0
    return clues


def _scene(found: list[Group]) -> Scene:
    """What the groups' present choices say of the report's whereabouts."""
    scene = Scene()
    points: list[tuple[float, str, Entry]] = []
    for group in found:
        for choice in group.choices[:3]:
            entry, weight = choice.entry, choice.likely * group.weight
            if weight < 0.1:
                continue
            if entry.country:
                scene.countries[entry.country] = scene.countries.get(entry.country, 0) + weight
            if entry.admin1:
                scene.units[entry.admin1] = scene.units.get(entry.admin1, 0) + weight
            if entry.feature.startswith(("ADM", "PCL")):
                scene.named[entry.id] = scene.named.get(entry.id, 0) + weight
            if entry.feature.startswith("PPL") or entry.feature == "ADM2":
                points.append((weight, group.key, entry))
    if len(points) > POINTS:
        points = sorted(points, key=lambda point: (-point[0], point[1], point[2].id))[:POINTS]
    scene.total = sum(scene.countries.values())
    for weight, key, entry in points:
        point, cell = _place(entry.lat, entry.lon)
        scene.points.setdefault(cell, []).append((key, weight, point))
    for (x, y, z), held in sorted(scene.points.items()):
        for a, b, c in _AROUND:
            scene.around.setdefault((x + a, y + b, z + c), []).extend(held)
    return scene


def _neighbours(key: str, entry: Entry, scene: Scene) -> tuple[float, float]:
    """How much of the scene lies near a candidate, and how much in its region; its own name aside."""
    here, cell = _place(entry.lat, entry.lon)
    near = region = 0.0
    for other, weight, there in scene.around.get(cell, ()):
        if other != key:
            far = (here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2 + (here[2] - there[2]) ** 2
            if far < _REGION:
                region += weight
                if far < _NEAR:
                    near += weight
    return near, region


def _own(group: Group) -> list[tuple[Entry, float]]:
    """What a group itself gives to the scene."""
    return [(c.entry, c.likely * group.weight) for c in group.choices[:3] if c.likely * group.weight >= 0.1]


def _scene_clues(
    key: str, entry: Entry, own: list[tuple[Entry, float]], scene: Scene, atlas: Gazetteer
) -> dict[str, float]:
    """What the rest of the report tells of a candidate."""
    country = scene.countries.get(entry.country or "", 0) - sum(w for e, w in own if e.country == entry.country)
    unit = scene.units.get(entry.admin1 or 0, 0) - sum(w for e, w in own if e.admin1 == entry.admin1)
    total = scene.total - sum(w for e, w in own if e.country)
    clues = {
        "country share": max(0.0, country) / (total + 1),
        "country": min(1.0, max(0.0, country)),
        "unit share": max(0.0, unit) / (total + 1),
        "unit": min(1.0, max(0.0, unit)),
    }
    if entry.admin1 and entry.admin1 != entry.id:
        clues["unit named"] = min(1.0, scene.named.get(entry.admin1, 0))
    if entry.admin2 and entry.admin2 != entry.id:
        clues["county named"] = min(1.0, scene.named.get(entry.admin2, 0))
    state = atlas.country(entry.country) if entry.country else None
    if state is not None and state.id != entry.id:
        clues["country named"] = min(1.0, scene.named.get(state.id, 0))
    near, region = _neighbours(key, entry, scene)
    clues["near"] = math.log1p(near)
    clues["in the region"] = math.log1p(region)
    return clues


def _weigh(group: Group, extra: list[dict[str, float]], weights: dict[str, dict[str, float]], home: str | None) -> None:
    """Gives each candidate its likelihood and orders them."""
    place, scene = weights["place"], weights["scene"]
    scores = []
    for choice, more in zip(group.choices, extra, strict=True):
        score = beside = 0.0
        for clue, value in choice.clues.items():
            score += place.get(clue, 0.0) * value
        for clue, value in more.items():
            beside += scene.get(clue, 0.0) * value
        score += beside
        if home and choice.entry.country == home:
            score += weights["home"]["same country"]
        scores.append(score)
    top = max(scores, default=0.0)
    total = sum(math.exp(score - top) for score in scores)
    for choice, score, more in zip(group.choices, scores, extra, strict=True):
        choice.likely, choice.scene = math.exp(score - top) / total, more
    group.choices.sort(key=lambda choice: (-choice.likely, choice.entry.id))


def resolve_alone(found: list[Group], home: str | None) -> None:
    """Orders every group's candidates by what is said of each, without the rest of the report."""
    weights: dict[str, dict[str, float]] = table("places_weights")
    for group in found:
        _weigh(group, [{} for _ in group.choices], {**weights, "place": weights["alone"]}, home)


def resolve(found: list[Group], atlas: Gazetteer, home: str | None, rounds: int = 2) -> None:
    """Orders every group's candidates again, in the light of the other groups' likeliest places."""
    weights: dict[str, dict[str, float]] = table("places_weights")
    for _ in range(rounds):
        scene = _scene(found)
        for group in found:
            own = _own(group)
            extra = [_scene_clues(group.key, choice.entry, own, scene, atlas) for choice in group.choices]
            _weigh(group, extra, weights, home)
