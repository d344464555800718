"""A report's text cut at every mark, each piece with what was found in it, and what each mark says of itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.desk.words import PRECISION
from twosource.model import Claim, Report, Span
from twosource.tell import wording
from twosource.tell.index import Index, has_words
from twosource.tell.passages import visible

FINE = ("source", "cue", "figure", "place", "time")
"""What is marked besides claims and furniture; each is a link to what it says of itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found in a text: its kind, its stretch, and its index among its like."""

    kind: str
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two edges of marks: the claims it belongs to, and the finest mark on it."""

    text: str
    claims: tuple[str, ...]
    kinds: tuple[str, ...]
    at: str
    first: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces."""

    number: int
    pieces: tuple[Piece, ...]
    furniture: str


def found_in(report: Report) -> list[Found]:
    """All that is marked besides claims and furniture, in the order of the text."""
    found: dict[tuple[str, int, int], Found] = {}

    def add(kind: str, spans: tuple[Span, ...], key: str) -> None:
        for span in spans:
            if has_words(span, report.text):
                found.setdefault((kind, span.start, span.end), Found(kind, span.start, span.end, key))

    for source in report.sources:
        add("source", source.mentions, source.id)
    for attribution in report.attributions:
        add("source", attribution.source, attribution.id)
        add("cue", attribution.cue, attribution.id)
    stretches = {
        "figure": [Span(one.start, one.end) for one in report.figures],
        "place": [Span(one.start, one.end) for one in report.places],
        "time": [Span(one.start, one.end) for one in report.times],
    }
    for kind, held in stretches.items():
        for n, span in enumerate(held):
            add(kind, (span,), str(n))
    return sorted(found.values(), key=lambda one: (one.start, -one.end, one.kind))


def paragraphs(report: Report) -> list[Paragraph]:
    """The text in paragraphs and pieces. Offsets of marks that no text has are passed over."""
    starts = Index((report,)).starts(report.id)
    marks = found_in(report)
    claims = [(span, claim) for claim in report.claims for span in claim.content if has_words(span, report.text)]
    edges = sorted(
        {edge for one in marks for edge in (one.start, one.end)}
        | {edge for span, _ in claims for edge in (span.start, span.end)}
    )
    first_of = _ends(claims, first=True)
    last_of = _ends(claims, first=False)
    made = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(report.text)
        end = start + len(report.text[start:end].rstrip())
        inside = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
        near = [one for one in marks if one.start < end and one.end > start]
        said = [(span, claim) for span, claim in claims if span.start < end and span.end > start]
        pieces = tuple(
            _piece(report.text, a, b, near, said, (first_of, last_of))
            for a, b in zip((start, *inside), (*inside, end), strict=True)
            if b > a
        )
        made.append(Paragraph(n + 1, pieces, _furniture(report, start, end)))
    return made


def _ends(claims: list[tuple[Span, Claim]], *, first: bool) -> dict[int, tuple[str, ...]]:
    """Which claims begin or end at an offset; a claim of several stretches begins with its first."""
    seen: dict[str, int] = {}
    for span, claim in claims:
        edge = span.start if first else span.end
        held = seen.get(claim.id)
        seen[claim.id] = edge if held is None else min(held, edge) if first else max(held, edge)
    found: dict[int, tuple[str, ...]] = {}
    for id_, edge in seen.items():
        found[edge] = (*found.get(edge, ()), id_)
    return found


def _piece(
    text: str,
    start: int,
    end: int,
    marks: list[Found],
    claims: list[tuple[Span, Claim]],
    ends: tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]],
) -> Piece:
    on = [one for one in marks if one.start <= start and end <= one.end]
    held = tuple(dict.fromkeys(claim.id for span, claim in claims if span.start <= start and end <= span.end))
    finest = min(on, key=lambda one: (one.end - one.start, FINE.index(one.kind)), default=None)
    at = "" if finest is None else f"{finest.start}-{finest.end}"
    kinds = tuple(dict.fromkeys(one.kind for one in sorted(on, key=lambda one: one.end - one.start)))
    return Piece(visible(text[start:end]), held, kinds, at, ends[0].get(start, ()), ends[1].get(end, ()))


def _furniture(report: Report, start: int, end: int) -> str:
    return next((part.kind for part in report.boilerplate if part.start <= start and end <= part.end), "")


@dataclass(frozen=True, slots=True)
class Told:
    """What a mark says of itself: a heading, facts with their names, and the rule behind it."""

    kind: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    link: tuple[str, str] | None = None
    where: tuple[float, float] | None = None


def explained(report: Report, start: int, end: int) -> list[Told]:
    """What the marks on a stretch say of themselves, the finest first."""
    on = [one for one in found_in(report) if one.start <= start and end <= one.end]
    on.sort(key=lambda one: (one.end - one.start, FINE.index(one.kind)))
    return [told for one in on for told in _explain(report, one)]


def _explain(report: Report, one: Found) -> Iterator[Told]:
    words = wording.clean(report.text[one.start : one.end])
    if one.kind == "figure":
        yield _figure(report, int(one.key), words)
    elif one.kind == "place":
        yield _place(report, int(one.key), words)
    elif one.kind == "time":
        time = report.times[int(one.key)]
        facts = (
            ("In words", words), ("Means", wording.period(time.period()) or "not to be known"),
            ("TIMEX3", f"{time.type} {time.value}"),
        )  # fmt: skip
        yield Told("time", wording.period(time.period()) or words, facts)
    elif one.kind == "source":
        source = next((s for s in report.sources if s.id == one.key), None)
        if source is None:
            source = next(
                (s for s in report.sources if any(m.start < one.end and one.start < m.end for m in s.mentions)), None
            )
        if source is None:
            yield Told("source", words, (("In words", words),))
        else:
            sides = wording.listed([wording.side(side) for side in source.side or ()])
            about = (
                ("In words", words), ("Kind", str(source.kind)), ("Role", wording.clean(source.role or "")),
                ("Body", wording.clean(source.organisation or "")), ("Speaks for", sides),
            )  # fmt: skip
            yield Told("source", wording.clean(source.name), _given(about), ("sources", source.name))
    else:
        yield _cue(report, one, words)


def _given(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _figure(report: Report, n: int, words: str) -> Told:
    value = report.figures[n]
    notes = []
    if value.same_as is not None and 0 <= value.same_as < len(report.figures):
        other = report.figures[value.same_as]
        notes.append(("Counted with", wording.clean(report.text[other.start : other.end])))
    if value.denied:
        notes.append(("Denied", "the words say that it is not so"))
    if value.background:
        notes.append(("Background", f"the toll of another event: {wording.measure(value.background)}"))
    facts = (
        ("In words", words), ("Bounds", wording.about(value)), ("Measures", wording.measure(value.measure)),
        ("Of", wording.clean(value.of or "")), *notes,
    )  # fmt: skip
    return Told("figure", wording.about(value) or words, _given(facts))


def _place(report: Report, n: int, words: str) -> Told:
    place = report.places[n]
    within = ", ".join(part for part in (place.admin1, place.country) if part)
    known = place.lat is not None and place.lon is not None
    facts = (
        ("In words", words), ("In", wording.clean(within)),
        ("Used", {"literal": "of the place", "metonym": "for a body", "demonym": "as an adjective"}[place.use]),
        ("Precision", PRECISION.get(place.precision or 0, "")),
        ("Where", f"{place.lat:.3f}, {place.lon:.3f}" if known else "not found in the gazetteer"),
        ("Sure", "" if place.confidence is None else f"{place.confidence:.0%}"),
        ("Because", wording.clean(place.reason or "")),
        ("Not taken", "; ".join(_candidate(c.name, c.admin1, c.country) for c in place.candidates[:3])),
    )  # fmt: skip
    where = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    return Told("place", wording.clean(place.name), _given(facts), ("places", place.name), where)


def _candidate(*parts: str | None) -> str:
    return wording.clean(", ".join(part for part in parts if part))


def _cue(report: Report, one: Found, words: str) -> Told:
    held = next((a for a in report.attributions if a.id == one.key), None)
    mode = "" if held is None else held.mode
    said = "" if held is None else wording.clean(" … ".join(span.cut(report.text) for span in held.content))
    who = "" if held is None else wording.clean(" ".join(span.cut(report.text) for span in held.source))
    facts = (
        ("Reports", wording.shorten(said, 200)), ("Of", who or "nobody who is named here"), ("Speech", mode),
    )  # fmt: skip
    return Told("cue", words, _given(facts))
