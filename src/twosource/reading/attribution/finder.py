"""Puts the rules together: units in order, each with its attributions, and quotations that run on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from twosource.model import Attribution, Layout, Span
from twosource.model.report import Mode
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.lexicon import CueClass
from twosource.reading.attribution.nominal import nominal
from twosource.reading.attribution.phrases import colon, phrases
from twosource.reading.attribution.spoken import spoken, tags
from twosource.reading.attribution.words import Unit, Word, units

__all__ = ["Traced", "find", "trace"]


class Traced(NamedTuple):
    """An attribution with its reason: the class of its cue and the rule that found it."""

    attribution: Attribution
    kind: CueClass
    rule: str


@dataclass
class _Draft:
    """An attribution that later units may still add words to."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    kind: CueClass
    rule: str
    paragraph: int
    mode: Mode
    open: bool


@dataclass
class _Drafts:
    """The attributions so far, and the one whose speaker still has the floor."""

    text: str
    made: list[_Draft] = field(default_factory=list)
    speaking: _Draft | None = None
    monologue: _Draft | None = None
    held: Unit | None = None
    ends_quoted: bool = False

    def add(self, unit: Unit) -> None:
        """Reads one more unit; a quotation waits for the speaker who may be named right after its last mark."""
        held, self.held = self.held, None
        if held is not None:
            if held.paragraph == unit.paragraph and tags(unit):
                unit = Unit((*held.words, *unit.words), unit.paragraph, held.first, unit.last)
            else:
                self._read(held)
        if all(word.kind in ("quote", "mark") for word in unit.words) and not unit.last:
            self.held = unit
        else:
            self._read(unit)

    def end(self) -> None:
        """Reads what still waits."""
        if self.held is not None:
            self._read(self.held)
            self.held = None

    def _read(self, unit: Unit) -> None:
        if self._goes_on(unit):
            return
        if self.monologue is not None and self.monologue.paragraph == unit.paragraph:
            last = self.monologue.content[-1]
            self.monologue.content[-1] = Span(last.start, unit.words[-1].end)
        found = spoken(unit)
        found.extend(phrases(unit))
        found.extend(nominal(unit, found))
        found.sort(key=lambda one: one.cue)
        mark = colon(unit, found)
        if mark is not None:
            found.append(mark)
        self.speaking = None if unit.first else self.speaking
        for one in found:
            if (one.content or one.open) and _sound(one):
                self._draft(unit, one)
        self.ends_quoted = bool(unit.words) and unit.words[-1].kind == "quote"

    def _goes_on(self, unit: Unit) -> bool:
        """Adds a unit that is nothing but quotation to what the last speaker said."""
        words = unit.words
        if (
            self.speaking is None
            or words[0].kind != "quote"
            or any(w.kind not in ("quote", "stop", "mark") for w in words)
        ):
            return False
        apart = unit.paragraph - self.speaking.paragraph
        if apart > 1 or (apart == 1 and not (self.ends_quoted or self.speaking.open)):
            return False
        self.speaking.content.extend(Span(w.start, w.end) for w in words if w.kind == "quote")
        self.speaking.paragraph = unit.paragraph
        self.speaking.open = False
        self.ends_quoted = True
        return True

    def _draft(self, unit: Unit, one: Found) -> None:
        words = [w for a, b in one.content for w in unit.words[a:b]]
        mode = _mode(words)
        draft = _Draft(
            [unit.span(*one.source)] if one.source else [], [unit.span(*one.cue)], [unit.span(*r) for r in one.content],
            one.kind, f"{one.rule}|{one.lemma}", unit.paragraph, mode, one.open,
        )  # fmt: skip
        self.made.append(draft)
        if one.rule == "colon" and one.open:
            self.monologue = draft
        elif mode != "indirect" or one.open:
            self.speaking = draft


def find(layout: Layout) -> tuple[Attribution, ...]:
    """All that the text attributes, thoughts and intentions included, in the order of the text."""
    return tuple(traced.attribution for traced in trace(layout))


def trace(layout: Layout) -> tuple[Traced, ...]:
    """The attributions of a text with the rule that found each."""
    drafts = _Drafts(layout.text)
    for unit in units(layout):
        drafts.add(unit)
    drafts.end()
    whole = [draft for draft in drafts.made if draft.content]
    whole.sort(key=lambda draft: min(draft.cue + draft.content + draft.source))
    return tuple(
        Traced(
            Attribution(f"a{number}", tuple(draft.source), tuple(draft.cue), tuple(draft.content), draft.mode),
            draft.kind,
            draft.rule,
        )
        for number, draft in enumerate(whole, 1)
    )


def _sound(one: Found) -> bool:
    """True where no range is empty and the content's ranges follow one another; a rule that errs finds nothing."""
    ranges = (one.cue, *one.content, *((one.source,) if one.source else ()))
    return all(a < b for a, b in ranges) and all(a[1] <= b[0] for a, b in pairwise(one.content))


def _mode(words: Sequence[Word]) -> Mode:
    """Direct where all is quoted, mixed where some is. Words that follow in quotation leave the mode as it is."""
    spoken_words = [word for word in words if word.kind == "quote" or word.low[:1].isalnum()]
    quoted = sum(word.kind == "quote" for word in spoken_words)
    if not spoken_words or quoted == len(spoken_words):
        return "direct"
    return "mixed" if quoted else "indirect"
