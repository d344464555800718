"""One report marked up: who says what, in which words, how sure; figures, places, times; and its claims listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.model import Report, Span
from twosource.tell import md, terminal, wording
from twosource.tell.blocks import Block, Piece, line_pieces, report_line
from twosource.tell.index import Index, has_words
from twosource.tell.page import environment, report_view, stylesheet
from twosource.tell.passages import Layer, claim_layers, paragraphs
from twosource.tell.view import Line, line_of
from twosource.tell.voices import voice

SIGNS = {
    "claim": ("[", "]"),
    "source": ("{", "}"),
    "cue": ("<", ">"),
    "figure": ("#", "#"),
    "place": ("@", "@"),
    "time": ("~", "~"),
}
"""What stands around marked words where there is only text."""


def report_text(report: Report, width: int | None = None, colour: bool = False) -> str:
    """A report as text: its paragraphs with signs around what was found, then its claims one by one.

    >>> print(report_text(Report("r", None, "It rained.")).splitlines()[-1])
       ¶1  It rained.
    """
    return terminal.render(_blocks(report), width, colour)


def report_markdown(report: Report) -> str:
    """A report as Markdown, marked as in text."""
    return md.render(_blocks(report))


def report_html(report: Report) -> str:
    """A report as one HTML page, its passages marked and its claims listed, each leading to the other."""
    index = Index((report,))
    lines = _lines(index)
    cited = {line.mark.anchor: ((claim_id, f"l{n}"),) for n, (claim_id, line) in enumerate(lines, 1)}
    layers = (*claim_layers(report, index, cited), *_layers(report))
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report_view(report, index, cited),
            paragraphs=paragraphs(report, index, layers),
            lines=lines,
            skipped=_skipped(report, index),
            css=stylesheet(),
        )
    )


def _lines(index: Index) -> list[tuple[str, Line]]:
    """The claims in the order of the text, each with its id."""
    refs = sorted(index, key=lambda ref: min((span.start for span in index.at(ref)[1].content), default=0))
    return [(ref.claim, line_of(ref, voice(index, ref), (), index)) for ref in refs]


def _layers(report: Report) -> tuple[Layer, ...]:
    """What was found in the text besides claims, each stretch once."""
    found: dict[tuple[int, int, str], Layer] = {}
    for css, label, spans in _found(report):
        for span in spans:
            if has_words(span, report.text):
                found.setdefault((span.start, span.end, css), Layer(span.start, span.end, "span", css, label=label))
    return tuple(found.values())


def _found(report: Report) -> Iterator[tuple[str, str, Iterable[Span]]]:
    for source in report.sources:
        yield "source", f"source: {wording.clean(source.name)}", source.mentions
    for attribution in report.attributions:
        yield "source", "source", attribution.source
        yield "cue", "reporting words", attribution.cue
    for figure in report.figures:
        yield "figure", wording.clean(wording.figure(figure)) or "figure", (Span(figure.start, figure.end),)
    for place in report.places:
        label = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
        yield "place", f"place: {wording.clean(label)}", (Span(place.start, place.end),)
    for time in report.times:
        yield "time", f"time: {wording.clean(time.value)}", (Span(time.start, time.end),)


def _blocks(report: Report) -> Iterator[Block]:
    index = Index((report,))
    yield Block("headline", (Piece(report_line(report)),))
    signs = ", ".join(f"{start}{name}{end}" for name, (start, end) in SIGNS.items())
    yield Block("about", (Piece(f"Marked: {signs}.", "faint"),))
    yield Block("heading", (Piece("Text"),))
    marked = _signed(report, index)
    starts = index.starts(report.id)
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(report.text)
        furniture = any(part.start <= start < part.end for part in report.boilerplate)
        told = wording.clean("".join(marked[offset] for offset in range(start, end)))
        words = Piece(told, "faint") if furniture else Piece(told)
        yield Block("paragraph", (Piece(f"¶{number}  ", "mark"), words))
    lines = _lines(index)
    if lines:
        yield Block("heading", (Piece(wording.count(len(lines), "claim")),))
    for claim_id, line in lines:
        yield Block("item", (Piece(f"{claim_id} ", "label"), *line_pieces(line)))
    skipped = _skipped(report, index)
    if skipped:
        yield Block("heading", (Piece("Not read"),))
    for told in skipped:
        yield Block("item", (Piece(told),))


def _signed(report: Report, index: Index) -> list[str]:
    """The text letter by letter, signs set before and after what was found."""
    letters = list(report.text)
    for layer in (*_layers(report), *claim_layers(report, index, {})):
        start, end = SIGNS[layer.css]
        letters[layer.start] = start + letters[layer.start]
        letters[layer.end - 1] += end
    return letters


def _skipped(report: Report, index: Index) -> list[str]:
    """What could not be read, and why."""
    return [
        f"¶{index.paragraph(report.id, part.start)}: {wording.clean(part.reason).replace('_', ' ')}: "
        f"{wording.quote(wording.shorten(wording.clean(report.text[part.start : part.end]), 120))}"
        for part in report.skipped
    ]
