"""A report's text with its passages marked, as HTML: all of it escaped, each claim with the id that links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from twosource.model import Report
from twosource.tell import wording
from twosource.tell.index import Index, has_words


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a text to be marked: the element, its class, and for a claim its id and where it is cited."""

    start: int
    end: int
    tag: str
    css: str
    anchor: str = ""
    label: str = ""
    cited: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Writer:
    """Writes nested elements, cutting those that would cross."""

    text: str
    out: list[str] = field(default_factory=list)
    open: list[Layer] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def start(self, layer: Layer) -> None:
        anchor = ""
        if layer.anchor and layer.anchor not in self.named:
            self.named.add(layer.anchor)
            anchor = f' id="{escape(layer.anchor)}"'
        title = f' title="{escape(layer.label)}"' if layer.label else ""
        self.out.append(f'<{layer.tag}{anchor} class="{escape(layer.css)}"{title}>')
        self.open.append(layer)

    def close_until(self, offset: int) -> None:
        """Ends what ends at or before an offset; what stood within it and goes on is opened again."""
        kept: list[Layer] = []
        while any(layer.end <= offset for layer in self.open):
            layer = self.open.pop()
            self.out.append(f"</{layer.tag}>")
            if layer.end > offset:
                kept.append(layer)
            elif layer.cited:
                self.out.append(_backlinks(layer))
        for layer in reversed(kept):
            self.start(layer)

    def write(self, start: int, end: int) -> None:
        self.out.append(str(escape(visible(self.text[start:end]))))


def visible(text: str) -> str:
    """Text without the characters that HTML does not allow."""
    return text if text.isprintable() else "".join(map(wording.visible, text))


def _backlinks(layer: Layer) -> str:
    links = (
        f'<a class="back" href="#{escape(anchor)}" aria-label="Back to {escape(key)}">{escape(key)}</a>'
        for key, anchor in layer.cited
    )
    return f"<sup>{' '.join(links)}</sup>"


def mark_up(text: str, layers: Iterable[Layer]) -> Markup:
    """A stretch of text with its layers as nested elements.

    >>> str(mark_up("a < b", [Layer(0, 1, "mark", "claim", "x")]))
    '<mark id="x" class="claim">a</mark> &lt; b'
    """
    return _marked(text, 0, len(text), sorted(layers, key=_order), set())


def _order(layer: Layer) -> tuple[int, int]:
    return layer.start, -layer.end


def _marked(text: str, start: int, end: int, layers: Sequence[Layer], named: set[str]) -> Markup:
    writer = _Writer(text, named=named)
    at = start
    for layer in layers:
        at = _advance(writer, at, max(layer.start, start))
        if layer.end > at:
            writer.start(layer)
    _advance(writer, at, end)
    writer.close_until(end)
    while writer.open:
        writer.out.append(f"</{writer.open.pop().tag}>")
    return Markup("".join(writer.out))  # noqa: S704 every piece of text went through escape


def _advance(writer: _Writer, at: int, to: int) -> int:
    """Writes on to an offset, ending on the way what ends."""
    while True:
        stop = min((layer.end for layer in writer.open if layer.end <= to), default=None)
        if stop is None:
            break
        writer.write(at, stop)
        at = stop
        writer.close_until(stop)
    writer.write(at, to)
    return to


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of a report as HTML."""

    number: int
    html: Markup
    furniture: bool


def paragraphs(report: Report, index: Index, layers: Iterable[Layer]) -> tuple[ParagraphView, ...]:
    """The paragraphs of a report with their marked passages.

    A passage that runs over several paragraphs has its id in the first.
    """
    starts = index.starts(report.id)
    queue = sorted((layer for layer in layers if layer.end > layer.start), key=_order)
    named: set[str] = set()
    made: list[ParagraphView] = []
    running: list[Layer] = []
    n = 0
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(report.text)
        end = start + len(report.text[start:end].rstrip())
        running = [layer for layer in running if layer.end > start]
        while n < len(queue) and queue[n].start < end:
            if queue[n].end > start:
                running.append(queue[n])
            n += 1
        held = sorted((_clip(layer, start, end) for layer in running), key=_order)
        html = _marked(report.text, start, end, held, named)
        made.append(ParagraphView(number, html, _covered(report, start, end)))
    return tuple(made)


def _clip(layer: Layer, start: int, end: int) -> Layer:
    cited = layer.cited if layer.end <= end else ()
    return Layer(max(layer.start, start), min(layer.end, end), layer.tag, layer.css, layer.anchor, layer.label, cited)


def _covered(report: Report, start: int, end: int) -> bool:
    """True where boilerplate holds the whole paragraph."""
    return any(part.start <= start and end <= part.end for part in report.boilerplate)


def claim_layers(report: Report, index: Index, cited: Mapping[str, tuple[tuple[str, str], ...]]) -> list[Layer]:
    """A layer for each stretch of each claim; `cited` says by anchor where the brief cites it."""
    layers = []
    for ref, claim in index.claims_of(report.id):
        anchor = index.mark(ref).anchor
        spans = sorted(span for span in claim.content if has_words(span, report.text))
        for n, span in enumerate(spans):
            back = cited.get(anchor, ()) if n == len(spans) - 1 else ()
            layers.append(Layer(span.start, span.end, "mark", "claim", anchor, "", back))
    return layers
