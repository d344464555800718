"""Small reports made by hand: a line a claim, with who says it. All names and events are invented."""

from __future__ import annotations

from typing import Any

from twosource.model import Claim, Figure, Item, Period, PlaceMention, Published, Report, Source, Span


def place(name: str, precision: int = 1) -> PlaceMention:
    """A place mention whose offsets do not matter."""
    return PlaceMention(0, 1, name, 10.0, 20.0, precision=precision)


def killed(low: float | None, high: float | None, measure: Any = "killed", **more: Any) -> Figure:
    """A figure of people."""
    return Figure(0, 1, measure, low, high, "people", **more)


def said(words: str, by: Source | None = None, **fields: Any) -> dict[str, Any]:
    """A line of a report: its words, who says it, and fields of the claim.

    `figures` and `places` are records here; `said` and `when` are days, `when` also the first and the last day.
    """
    return {"words": words, "by": by, **fields}


def person(name: str, organisation: str | None = None, *side: str, kind: Any = "person") -> Source:
    """A source; its id is its name."""
    return Source(name, name, kind, organisation, side=side or None)


def report(name: str, day: str | None, *lines: dict[str, Any], outlet: str | None = "The Varenia Herald") -> Report:
    """A report whose text is its lines, a paragraph each."""
    text, claims, figures, places = "", [], [], []
    sources: dict[str, Source] = {}
    published = Published(day, day, "given") if day else Published()
    for n, line in enumerate(lines, 1):
        start = len(text)
        text += line["words"] + ".\n\n"
        by = line["by"]
        if by is not None:
            sources.setdefault(by.id, by)
        mine = list(line.get("figures", ()))
        where = list(line.get("places", ()))
        fields = {k: v for k, v in line.items() if k not in ("words", "by", "figures", "places", "said", "when", "via")}
        when = line.get("when", day)
        first, last = when if isinstance(when, tuple) else (when, when)
        spoken = line.get("said", day)
        carriers = [*line.get("via", ()), outlet or "unnamed outlet"]
        claims.append(
            Claim(
                f"c{n}",
                (Span(start, start + len(line["words"])),),
                source=by.id if by else None,
                relay=tuple([by.name, *carriers] if by else carriers),
                said=Period(spoken, spoken) if spoken else None,
                when=Period(first, last) if when else None,
                figures=tuple(range(len(figures), len(figures) + len(mine))),
                places=tuple(range(len(places), len(places) + len(where))),
                part=fields.pop("part", "body"),
                **fields,
            )
        )
        figures += mine
        places += where
    return Report(
        id=name,
        origin=f"{name}.txt",
        text=text,
        outlet=outlet,
        published=published,
        items=(Item(0, len(text)),),
        sources=tuple(sources.values()),
        figures=tuple(figures),
        places=tuple(places),
        claims=tuple(claims),
    )
