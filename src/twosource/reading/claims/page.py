"""What every step looks at: the report and its layout, with quick ways to what lies within a stretch of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from twosource.model import Event, Figure, Layout, Paragraph, PlaceMention, Quotation, Report, Span, TimeMention
from twosource.model.layout import Sentence
from twosource.reading.claims.turns import Turn
from twosource.reading.encoder import Encoded
from twosource.reading.encoder.heads import Claimed
from twosource.reading.speakers import Cast, Word
from twosource.reading.speakers.words import Sentences, Words
from twosource.reading.structure.dateline import LONGEST, dateline

__all__ = ["Page"]

_LONGEST = 400
"""Characters looked back for a mention that begins before a stretch and reaches into it."""


class Page:
    """A report on the desk: its text, and what was read in it, found by offsets."""

    def __init__(
        self,
        layout: Layout,
        report: Report,
        cast: Cast,
        sentences: Sentences | None = None,
        encoded: Encoded | None = None,
        spoken: Sequence[Turn] = (),
    ) -> None:
        self.layout = layout
        self.report = report
        self.cast = cast
        self.encoded = encoded
        self.claimed = Claimed(encoded) if encoded is not None else None
        self.turns = tuple(spoken)
        self._turn_starts = [turn.start for turn in self.turns]
        self.text = report.text
        self._starts = {
            "figures": [figure.start for figure in report.figures],
            "places": [place.start for place in report.places],
            "times": [time.start for time in report.times],
            "events": [event.start for event in report.events],
            "sentences": [sentence.start for sentence in layout.sentences],
            "quotations": [quotation.start for quotation in layout.quotations],
            "items": [item.start for item in report.items],
        }
        self._sentences = sentences or Sentences(report.text, layout.sentences)
        self._order = {
            name: sorted(range(len(starts)), key=starts.__getitem__) for name, starts in self._starts.items()
        }
        self._sorted = {name: [self._starts[name][n] for n in order] for name, order in self._order.items()}

    def words(self, span: Span) -> Words:
        """The words of a stretch; those of a sentence are cut once and kept."""
        return self._sentences.between(span.start, span.end)

    def words_in(self, spans: Sequence[Span]) -> Words:
        """The words of several stretches, one after the other."""
        if len(spans) == 1:
            return self.words(spans[0])
        return Words([word for span in spans for word in self.words(span)])

    def figures(self, spans: Iterable[Span]) -> list[int]:
        """The indexes of the figures that begin in some stretches."""
        return self._within("figures", spans)

    def places(self, spans: Iterable[Span]) -> list[int]:
        """The indexes of the place mentions that begin in some stretches."""
        return self._within("places", spans)

    def times(self, spans: Iterable[Span]) -> list[TimeMention]:
        """The time expressions that begin in some stretches."""
        return [self.report.times[n] for n in self._within("times", spans)]

    def events(self, spans: Iterable[Span]) -> list[Event]:
        """The events that begin in some stretches."""
        return [self.report.events[n] for n in self._within("events", spans)]

    def place(self, number: int) -> PlaceMention:
        """A place mention by its index."""
        return self.report.places[number]

    def figure(self, number: int) -> Figure:
        """A figure by its index."""
        return self.report.figures[number]

    def sentence_number(self, offset: int) -> int | None:
        """The index of the sentence that holds an offset, or of the last before it."""
        at = bisect_right(self._starts["sentences"], offset) - 1
        return at if at >= 0 else None

    def sentences(self, span: Span) -> list[Sentence]:
        """The sentences that a stretch touches."""
        first = self.sentence_number(span.start) or 0
        out = []
        for sentence in self.layout.sentences[first:]:
            if sentence.start >= span.end:
                break
            if sentence.end > span.start:
                out.append(sentence)
        return out

    def paragraph(self, sentence: Sentence) -> Paragraph | None:
        """The paragraph of a sentence."""
        paragraphs = self.layout.paragraphs
        return paragraphs[sentence.paragraph] if 0 <= sentence.paragraph < len(paragraphs) else None

    def quotations(self, span: Span) -> list[Quotation]:
        """The quotations that overlap a stretch."""
        starts = self._starts["quotations"]
        low = bisect_left(starts, span.start)
        out = []
        if low and self.layout.quotations[low - 1].end > span.start:
            out.append(self.layout.quotations[low - 1])
        for quotation in self.layout.quotations[low:]:
            if quotation.start >= span.end:
                break
            out.append(quotation)
        return out

    def turn(self, offset: int) -> Turn | None:
        """The turn that holds an offset."""
        at = bisect_right(self._turn_starts, offset) - 1
        return self.turns[at] if at >= 0 and offset < self.turns[at].end else None

    def item(self, offset: int) -> int:
        """The index of the item that holds an offset; 0 where there is none."""
        at = bisect_right(self._starts["items"], offset) - 1
        return max(0, at)

    def in_dateline(self, offset: int) -> bool:
        """True where an offset lies in the dateline of its paragraph."""
        paragraph = self.layout.paragraph_at(offset)
        if paragraph is None or offset - paragraph.start > LONGEST:
            return False
        return offset < paragraph.start + dateline(self.text[paragraph.start : paragraph.start + LONGEST])

    def _within(self, name: str, spans: Iterable[Span]) -> list[int]:
        starts, order = self._sorted[name], self._order[name]
        out: list[int] = []
        for span in spans:
            out += order[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return out


def text_of(found: Sequence[Word], text: str) -> str:
    """The words as they stand."""
    return text[found[0].start : found[-1].end] if found else ""
