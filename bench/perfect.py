"""An editor's account of a folder, and its reports as a perfect reader would print them.

A folder holds `reports/` (texts) and `expected/` (or `gold/`) with `reports.json`, `claims.jsonl` and `questions.json`,
in the shapes that samples/README.md describes. So reconciling can be measured alone, whatever reading makes of a text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from twosource.model import Report
from twosource.pipeline import read_paths

Dated = str | tuple[str | None, str | None] | None
Words = str | list[str] | None

PRECISION = {"settlement": 1, "admin1": 4, "country": 6}
"""UCDP's where_prec of a kind of place; of every other kind 2, near a named place."""


class FigureTold(msgspec.Struct):
    """A figure with its bounds."""

    text: str
    measure: str
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool
    of: str | None


class PlaceTold(msgspec.Struct):
    """A place that a claim names."""

    text: str
    name: str
    lat: float | None
    lon: float | None
    kind: str
    admin1: str | None = None


class ClaimTold(msgspec.Struct):
    """One attributed statement as the editor wrote it down."""

    id: str
    report: str
    content: str | list[str]
    cue: str | list[str] | None
    source: str | list[str] | None
    source_name: str
    source_kind: str
    source_org: str | None
    side: str | list[str] | None
    relay: list[str]
    direct: bool
    stance: str
    certainty: str
    hedges: list[str]
    scope: str | list[str] | None
    type: str
    said: Dated
    when: Dated
    places: list[PlaceTold]
    figures: list[FigureTold]
    nth: int = 1
    part: str = "body"


class PositionTold(msgspec.Struct):
    """One answer and the claims that give it."""

    answer: str
    claims: list[str]


class RelationTold(msgspec.Struct):
    """How two claims stand."""

    a: str
    b: str
    kind: str


class CountTold(msgspec.Struct):
    """How many independent sources there are."""

    count: int
    at_most: int


class QuestionTold(msgspec.Struct):
    """Claims by what they are about."""

    id: str
    text: str
    claims: list[str]
    positions: list[PositionTold]
    relations: list[RelationTold]
    independent_sources: CountTold
    status: str


class ItemTold(msgspec.Struct):
    """A story of a digest."""

    heading: str | None = None


class ReportTold(msgspec.Struct):
    """What is known of a report."""

    id: str
    outlet: str | None
    published: str | None
    published_known: str
    published_range: tuple[str | None, str | None] | None
    title: str | None
    boilerplate: list[str]
    items: list[ItemTold]


class Told(msgspec.Struct):
    """The editor's account of a folder."""

    reports: list[ReportTold]
    claims: list[ClaimTold]
    questions: list[QuestionTold]
    folder: Path


def load(folder: Path) -> Told:
    """The editor's account of a folder."""
    kept = next(path for name in ("expected", "gold") if (path := folder / name).is_dir())
    lines = (kept / "claims.jsonl").read_bytes().splitlines()
    return Told(
        reports=msgspec.json.decode((kept / "reports.json").read_bytes(), type=list[ReportTold]),
        claims=[msgspec.json.decode(line, type=ClaimTold) for line in lines],
        questions=msgspec.json.decode((kept / "questions.json").read_bytes(), type=list[QuestionTold]),
        folder=folder,
    )


def perfect(told: Told) -> list[Report]:
    """The reports of a folder with every claim as the editor has it. Claims keep their ids."""
    return [_Page(about, _text(told.folder, about.id)).report(told.claims) for about in told.reports]


def _text(folder: Path, name: str) -> str:
    """The text as given; of a page what the program takes out of it."""
    plain = folder / "reports" / f"{name}.txt"
    if plain.exists():
        return plain.read_bytes().decode("utf8")
    (page,) = (path for path in (folder / "reports").glob(f"{name}.*"))
    (read,) = (thing for thing in read_paths([str(page)], processes=1) if isinstance(thing, Report))
    return read.text


def _days(value: Dated) -> dict[str, str | None] | None:
    if value is None:
        return None
    first, last = (value, value) if isinstance(value, str) else value
    return {"from": first, "to": last}


def _parts(words: Words) -> list[str]:
    return [] if words is None else [words] if isinstance(words, str) else words


class _Page:
    """A report in the making."""

    def __init__(self, about: ReportTold, text: str) -> None:
        self.about, self.text = about, text
        self.sources: dict[str, dict[str, Any]] = {}
        self.figures: list[dict[str, Any]] = []
        self.places: list[dict[str, Any]] = []
        self.attributions: list[dict[str, Any]] = []
        self.cuts = self._cuts()

    def _cuts(self) -> list[int]:
        found = {self.text.rfind(item.heading) for item in self.about.items if item.heading}
        return [0, *sorted(at for at in found if at > 0), len(self.text)]

    def report(self, claims: list[ClaimTold]) -> Report:
        """The whole report."""
        about = self.about
        built = [self.claim(claim) for claim in claims if claim.report == about.id]
        days = _days(about.published or about.published_range) or {"from": None, "to": None}
        return Report.from_dict(
            {
                "id": f"told-{about.id}",
                "origin": f"{about.id}.txt",
                "outlet": about.outlet,
                "outlet_basis": "stated",
                "title": about.title,
                "language": "en",
                "published": {**days, "basis": about.published_known},
                "text": self.text,
                "items": [{"start": a, "end": b} for a, b in zip(self.cuts, self.cuts[1:], strict=False) if b > a],
                "sources": list(self.sources.values()),
                "attributions": self.attributions,
                "figures": self.figures,
                "places": self.places,
                "claims": [claim for claim in built if claim is not None],
            }
        )

    def claim(self, told: ClaimTold) -> dict[str, Any] | None:
        """A claim; None where a page's text lacks its words."""
        spans = self.spans(told.content, told.nth)
        if spans is None:
            return None
        at = spans[0]["start"]
        item = sum(1 for cut in self.cuts[1:-1] if cut <= at)
        return {
            "id": told.id,
            "content": spans,
            "attribution": self.attribution(told, spans),
            "source": self.source(told),
            "relay": told.relay,
            "stance": told.stance,
            "certainty": told.certainty,
            "hedges": [span for words in told.hedges for span in self.inside(words)],
            "scope": [span for words in _parts(told.scope) for span in self.inside(words)],
            "type": told.type,
            "said": _days(told.said),
            "when": _days(told.when),
            "figures": [self.figure(figure, at) for figure in told.figures],
            "places": [self.place(place, at) for place in told.places],
            "item": item,
        }

    def spans(self, content: str | list[str], nth: int) -> list[dict[str, int]] | None:
        """Where the words stand."""
        spans: list[dict[str, int]] = []
        for words in _parts(content):
            at = -1
            for _ in range(nth if not spans else 1):
                at = self.text.find(words, max(at + 1, spans[-1]["end"] if spans else 0))
                if at < 0:
                    return None
            spans.append({"start": at, "end": at + len(words)})
        return spans

    def inside(self, words: str) -> list[dict[str, int]]:
        """The first place of some words, if there is one."""
        at = self.text.find(words)
        return [{"start": at, "end": at + len(words)}] if at >= 0 else []

    def attribution(self, told: ClaimTold, spans: list[dict[str, int]]) -> str | None:
        """The id of who reports it in which words; None where no words report it."""
        cue = [span for words in _parts(told.cue) for span in self.inside(words)]
        if not cue:
            return None
        name = f"a{len(self.attributions) + 1}"
        source = [span for words in _parts(told.source) for span in self.inside(words)]
        mode = "direct" if told.direct else "indirect"
        self.attributions.append({"id": name, "source": source, "cue": cue, "content": spans, "mode": mode})
        return name

    def source(self, told: ClaimTold) -> str | None:
        """The source's id; None for the outlet's own voice."""
        if told.source_name == "outlet":
            return None
        known = self.sources.setdefault(
            told.source_name,
            {
                "id": f"s{len(self.sources) + 1}",
                "name": told.source_name,
                "kind": told.source_kind,
                "organisation": told.source_org,
                "side": sorted(_parts(told.side)) or None,
            },
        )
        return str(known["id"])

    def figure(self, told: FigureTold, at: int) -> int:
        """The index of a figure."""
        start = max(self.text.find(told.text, at), at)
        self.figures.append({"start": start, "end": start + len(told.text), **msgspec.to_builtins(told)})
        return len(self.figures) - 1

    def place(self, told: PlaceTold, at: int) -> int:
        """The index of a place."""
        start = self.text.find(told.text, at)
        start = start if start >= 0 else max(0, self.text.find(told.text))
        precision = PRECISION.get(told.kind, 2)
        self.places.append(
            {"start": start, "end": start + len(told.text), **msgspec.to_builtins(told), "precision": precision}
        )
        return len(self.places) - 1
