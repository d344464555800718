"""Those who may speak in a report: who was brought in, under which names, and where they are mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from twosource.model import Source, SourceKind, Span
from twosource.reading.speakers import lists
from twosource.reading.speakers.character import Character
from twosource.reading.speakers.describe import Description
from twosource.reading.speakers.names import alike, core_of, head_of, numbered, surname
from twosource.reading.speakers.people import Person
from twosource.reading.speakers.press import Press
from twosource.reading.speakers.sides import Sides
from twosource.reading.speakers.words import NAMES, Word, Words

__all__ = ["LOOK_BACK", "Register"]

LOOK_BACK = 40
"""Speakers and names looked back at: what is further off is hardly ever meant."""


@dataclass(slots=True)
class Register:
    """The persons and bodies of a report, and what each is called; `words` cuts its text."""

    text: str
    outlet: str | None
    words: Callable[[int, int], Words]
    characters: list[Character] = field(default_factory=list)
    spoke: list[tuple[int, int]] = field(default_factory=list)
    known_sides: Sides = field(default_factory=Sides)
    press: Press = field(default_factory=Press)
    _surnames: dict[str, list[int]] = field(default_factory=dict)
    _bodies: dict[str, list[int]] = field(default_factory=dict)
    _aliases: dict[str, int] = field(default_factory=dict)
    _places: list[tuple[int, int]] = field(default_factory=list)
    _fulls: dict[str, str] = field(default_factory=dict)
    _shorts: dict[str, str] = field(default_factory=dict)
    _inside: set[int] = field(default_factory=set)
    _ready: bool = False

    def sources(self, used: set[int]) -> tuple[tuple[Source, ...], dict[int, str]]:
        """The records of those who speak, in the order of the text, and their ids."""
        order = sorted(used, key=lambda n: (min(self.characters[n].mentions, default=Span(0, 0)), n))
        ids = {number: f"s{place}" for place, number in enumerate(order, 1)}
        made = []
        for number in order:
            who = self.characters[number]
            self.sides_of(number)
            made.append(
                Source(
                    ids[number], who.name, who.kind, who.organisation, who.role, who.sides or None,
                    tuple(sorted(who.mentions)),
                )
            )  # fmt: skip
        return tuple(made), ids

    def sides_of(self, number: int) -> tuple[str, ...]:
        """The sides that somebody speaks for, learnt from the whole text where the words for the source do not tell."""
        who = self.characters[number]
        if not who.sides and not lists.media_in(NAMES[who.name]):
            who.sides = self.known_sides.of(who.organisation or who.name, who.groups, who.kind)
        return who.sides

    def anonymous(self, name: str = "unspecified") -> int:
        """Somebody whom nobody names ("reportedly")."""
        return self._body_or_new(name, "anonymous", None)

    def body(self, name: str) -> int:
        """A body known by name only."""
        return self._body_or_new(name, "organisation", None)

    def person_of(self, name: str, start: int) -> int:
        """Somebody who is known by a label only: an account, an office."""
        return self._body_or_new(name, "person", Span(start, start + len(name)))

    def full_names(self) -> list[str]:
        """The full names that stand somewhere with no role beside them."""
        return list(self._fulls.values())

    def add_person(self, person: Person) -> int:
        """Adds a person as brought in, or what is new about somebody known."""
        span = Span(person.start, person.end)
        number = self._same_person(person.name)
        if number is None and " " not in person.name:
            person = person._replace(name=self._fulls.get(surname(person.name), person.name))
        if number is None:
            number = len(self.characters)
            self.characters.append(Character(person.name, "person"))
            self._surnames.setdefault(self.characters[number].surname, []).append(number)
        who = self.characters[number]
        if len(person.name.split()) > len(who.name.split()):
            who.name = person.name
        who.role = who.role or person.role
        who.organisation = who.organisation or person.organisation
        if person.group:
            who.groups.add(person.group)
        who.sides = who.sides or person.sides
        self._note(number, span)
        return number

    def known_person(self, name: str) -> int | None:
        """The person of this name, if there is one in the cast."""
        number = self._same_person(name)
        return number if number is not None and self.characters[number].kind == "person" else None

    def note_name(self, full: str) -> None:
        """Notes a full name that stands somewhere, with no role beside it."""
        self._fulls.setdefault(surname(full), full)

    def note_short(self, short: str, full: str) -> None:
        """Notes the short form of a body's name."""
        self._shorts.setdefault(short, full)

    def last_speaker(self, before: int) -> int | None:
        """Whoever spoke last before an offset."""
        return next(iter(self._speakers(before)), None)

    def _speakers(self, before: int) -> list[int]:
        """Those who spoke before an offset, the last first."""
        at = bisect_left(self.spoke, (before, -1))
        return [number for _, number in reversed(self.spoke[max(0, at - LOOK_BACK) : at])]

    def _new(self, said: Description, kind: SourceKind) -> int:
        number = self._body_or_new(said.name, kind, Span(said.start, said.end))
        self.characters[number].organisation = said.organisation
        return number

    def _body_or_new(self, name: str, kind: SourceKind, span: Span | None) -> int:
        for number in self._bodies.get(head_of(name), []):
            if self.characters[number].name == name:
                break
        else:
            number = len(self.characters)
            self.characters.append(Character(name, kind))
            self._bodies.setdefault(head_of(name), []).append(number)
        if span is not None:
            self._note(number, span)
        return number

    def _by_initials(self, name: str) -> int | None:
        """The body whose initials are these letters: PDMA for the Provincial Disaster Management Authority."""
        full = self._shorts.get(name)
        if full is None:
            return None
        for number in self._bodies.get(head_of(full), []):
            if core_of(self.characters[number].name) == core_of(full):
                return number
        number = self._body_or_new(full, "organisation", None)
        self.characters[number].organisation = full
        self.characters[number].sides = lists.sides_of(NAMES[full])
        return number

    def _short_of(self, name: str) -> int | None:
        """The body whose short form follows words of its own name: "the Arvian MoD"."""
        before, _, short = name.rpartition(" ")
        number = self._aliases.get(short) if before else None
        fits = number is not None and core_of(before) <= core_of(self.characters[number].name)
        return number if fits else None

    def _same_body(self, said: Description) -> int | None:
        head, core = head_of(said.name), core_of(said.name)
        bare = said.definite and len(core) == 1 and (said.name.islower() or said.name.lower() in lists.bodies())
        for number in reversed(self._bodies.get(head, [])[-LOOK_BACK:]):
            who = self.characters[number]
            theirs = core_of(who.name)
            if who.kind != "organisation":
                continue
            if bare or core == theirs:
                return number
            if said.sides and not who.sides and not (theirs - lists.generic()) and not any(map(numbered, theirs)):
                continue
            if core and (core <= theirs or theirs <= core) and len(core & theirs) >= 2:
                return number
        return None

    def _same_person(self, name: str) -> int | None:
        parts = name.split()
        if not parts:
            return None
        for number in reversed(self._surnames.get(surname(name), [])[-LOOK_BACK:]):
            known = self.characters[number].name.split()
            if len(parts) == 1 or len(known) == 1 or known[0][0] == parts[0][0] or alike(known[0], parts[0]):
                return number
        return None

    def _last(self, kind: SourceKind, before: int) -> int | None:
        return next((number for number in self._speakers(before) if self.characters[number].kind == kind), None)

    def _seen(self, number: int, said: Description) -> int:
        self._note(number, Span(said.start, said.end))
        return number

    def _note(self, number: int, span: Span) -> None:
        mentions = self.characters[number].mentions
        if span in mentions:
            return
        mentions.add(span)
        if not self._ready:
            self._inside.update(range(span.start, span.end))
            self._places.append((span.start, number))

    def settle(self, found: Sequence[Word]) -> None:
        """Notes every later mention of a surname, so that pronouns can look back. Called once, after gathering."""
        for word in found:
            if word.capital:
                for number in self._surnames.get(surname(word.text), [])[-1:]:
                    if word.start not in self._inside:
                        self._note(number, Span(word.start, word.end))
        self._places.sort()
        self._ready = True
