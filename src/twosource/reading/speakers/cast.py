"""The cast of a report: everybody who may speak in it, gathered over the whole text, and who is meant where."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from twosource.model import Source, SourceKind, Span, Spans
from twosource.reading.speakers import lists
from twosource.reading.speakers.before import paragraph_before, sentence_before
from twosource.reading.speakers.character import PERSONAL, Character
from twosource.reading.speakers.describe import Description, describe
from twosource.reading.speakers.fitting import begun_with, introduced, may_be
from twosource.reading.speakers.names import alike, core_of, firm, head_of, numbered, same_medium, surname
from twosource.reading.speakers.own import own_short
from twosource.reading.speakers.people import Person
from twosource.reading.speakers.press import Press, bare_medium
from twosource.reading.speakers.sides import Sides
from twosource.reading.speakers.words import NAMES, Word, Words
from twosource.reading.structure.dateline import LONGEST, dateline

__all__ = ["OUTLET", "Cast"]

OUTLET = -1
"""Stands for the report's own outlet where it is named as a source."""

_SENTENCE = 600
"""Characters of the sentence before that are looked at."""
_SUBJECT = 8
"""Words of a subject at most."""
_NAMED = 200
"""Persons and bodies named in one sentence before a pronoun: more stand only in one without an end."""
_TITLE = 40
"""Characters of the title before a name at the head of a paragraph at most."""
_FAR = 1500
"""Characters looked back over for the full name of "the ministry"."""
_LOOK_BACK = 40
"""Speakers looked back at for a pronoun or a title: what is further off is hardly ever meant."""


@dataclass(slots=True)
class Cast:
    """Who may speak in a report; `words` cuts its text. `resolve` is asked in its order, since pronouns look back."""

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

    def resolve(self, spans: Spans, sentence: Span) -> int | None:
        """Who is meant by the words for a source: a number in `characters`, OUTLET, or None."""
        parts = [self.words(span.start, span.end) for span in spans]
        found: Sequence[Word] = parts[0] if len(parts) == 1 else [word for part in parts for word in part]
        head = spans[0].start if spans else sentence.start
        if skip := dateline(self.text[head : head + LONGEST]):
            found = [word for word in found if word.start >= head + skip] or found
        who = self._who(describe(found), sentence)
        if who is not None and who >= 0:
            insort(self.spoke, (head, who))
        return who

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
        return [number for _, number in reversed(self.spoke[max(0, at - _LOOK_BACK) : at])]

    # Who is meant.

    def _who(self, said: Description, sentence: Span) -> int | None:
        span = Span(said.start, said.end)
        if said.form == "none":
            return None
        if self.outlet and (same_medium(said.name, self.outlet) or own_short(said, self.outlet, self.text)):
            return OUTLET
        if said.form == "pronoun":
            return self._antecedent(said, sentence)
        if said.form == "person" and said.person is not None:
            number = self.add_person(said.person)
            self._speaks_for(number, said, sentence)
            return number
        if said.form == "vessel":
            last = self._last("organisation", said.start)
            return self._new(said, "organisation") if last is None else last
        if said.form == "role":
            return self._by_role(said)
        if said.form in ("class", "anonymous"):
            kind: SourceKind = "collective" if said.form == "class" else "anonymous"
            number = self._body_or_new(said.name, kind, span)
            self.characters[number].sides = self.characters[number].sides or said.sides
            return number
        return self._by_name(said, span)

    def _speaks_for(self, number: int, said: Description, sentence: Span) -> None:
        """A spokesperson with no body named ("its spokesman") speaks for the body told of or speaking before."""
        who = self.characters[number]
        if "spokesperson" not in who.groups or who.organisation is not None:
            return
        last = self._told_body(sentence)
        last = self._last("organisation", said.start) if last is None else last
        if last is not None and lists.medium_in(NAMES[self.characters[last].name]) is None:
            body = self.characters[last]
            who.organisation, who.sides = body.name, who.sides or body.sides

    def _told_body(self, sentence: Span) -> int | None:
        """The body that the sentence before begins with: "The police tell another story. …, their spokesman said"."""
        before = sentence_before(self.text, sentence.start)
        named = begun_with(self.words(before.start, before.end)) if before is not None else None
        return self._by_name(named, Span(named.start, named.end)) if named is not None else None

    def _antecedent(self, said: Description, sentence: Span) -> int | None:
        pronoun = said.name.lower()
        if pronoun in ("they", "their", "it", "its"):
            who = self._subject(said, sentence)
            if who is not None:
                return self._seen(who, said)
        lo = bisect_left(self._places, (sentence.start, -1))
        hi = bisect_left(self._places, (said.start, -1))
        here = [number for _, number in self._places[max(lo, hi - _NAMED) : hi]]
        wanted = [n for n in here if self.characters[n].may_be(pronoun)]
        if wanted and pronoun not in ("it", "its"):
            return self._seen(wanted[0] if len(wanted) == 1 or pronoun in PERSONAL else wanted[-1], said)
        told = self._told_of(sentence) if pronoun in PERSONAL else None
        if told is None and pronoun in PERSONAL:
            told = self._begun_with(sentence)
        if told is not None:
            return self._seen(told, said)
        for place, number in enumerate(self._speakers(said.start)):
            if self.characters[number].may_be(pronoun) or (
                place == 0 and pronoun in PERSONAL and self.characters[number].unnamed
            ):
                return self._seen(number, said)
        for _, number in reversed(self._places[max(0, lo - _LOOK_BACK) : lo]):
            if self.characters[number].may_be(pronoun):
                return self._seen(number, said)
        return wanted[0] if wanted else None

    def _told_of(self, sentence: Span) -> int | None:
        """The person whom the sentence before, in the same paragraph, names first: it tells of that person."""
        before = sentence_before(self.text, sentence.start)
        if before is None:
            return None
        first = bisect_left(self._places, (before.start, -1))
        last = bisect_left(self._places, (sentence.start, -1))
        named = (number for _, number in self._places[first:last] if self.characters[number].kind == "person")
        told = next(named, None)
        return self._brought_in(before.start, sentence) if told is None else told

    def _begun_with(self, sentence: Span) -> int | None:
        """The person whom the paragraph before begins with, where nobody has spoken since."""
        start = paragraph_before(self.text, sentence.start)
        if start is None or bisect_left(self.spoke, (start, -1)) < bisect_left(self.spoke, (sentence.start, -1)):
            return None
        at = bisect_left(self._places, (start, -1))
        place, number = self._places[at] if at < len(self._places) else (sentence.start, -1)
        opens = place < min(sentence.start, start + _TITLE)
        return number if opens and self.characters[number].kind == "person" else None

    def _brought_in(self, start: int, sentence: Span) -> int | None:
        """The unnamed person whom a sentence begins with: "One survivor, who lost a leg, tells of it. He …"."""
        said = introduced(self.words(start, sentence.start))
        return None if said is None else self._who(said, sentence)

    def _subject(self, said: Description, sentence: Span) -> int | None:
        """The body that is the subject of the sentence before a pronoun: "The army has …, when they said"."""
        found = self.words(sentence.start, min(said.start, sentence.start + _SENTENCE))
        verb = next((i for i, word in enumerate(found) if word.lower in lists.grammar("cutting", "auxiliaries")), 0)
        named = describe(found[:verb]) if 0 < verb < _SUBJECT else None
        if named is None or named.form not in ("body", "class") or not named.sides:
            return None
        who = self._who(named, sentence)
        return who if who is not None and who >= 0 else None

    def _by_role(self, said: Description) -> int:
        around = self._speakers(said.start)
        lo = bisect_left(self._places, (said.start, -1))
        around += [number for _, number in reversed(self._places[max(0, lo - _LOOK_BACK) : lo])]
        around += [number for _, number in self._places[lo : lo + _LOOK_BACK]]
        for number in dict.fromkeys(around):
            if may_be(said, self.characters[number]):
                return self._seen(number, said)
        if said.group == "spokesperson" and said.organisation is None and not said.other:
            named = [number for number, who in enumerate(self.characters) if who.speaks_for and who.role == said.role]
            if len(named) == 1:
                return self._seen(named[0], said)
        return self._new_role(said)

    def _new_role(self, said: Description) -> int:
        name, organisation, sides = said.name, said.organisation, said.sides
        carriers: tuple[str, ...] = ()
        last = self.last_speaker(said.start)
        if said.group == "spokesperson" and organisation is None and last is not None:
            body = self.characters[last]
            if body.kind == "organisation":
                name, organisation, sides = f"{name} for {body.name}", body.name, body.sides
                carriers = body.carriers
        kind: SourceKind = "person" if said.group not in ("official", "civilian") or said.definite else "anonymous"
        number = self._body_or_new(name, kind, Span(said.start, said.end))
        who = self.characters[number]
        who.organisation, who.sides = who.organisation or organisation, who.sides or sides
        who.role, who.carriers = who.role or said.role, who.carriers or carriers
        if said.group:
            who.groups.add(said.group)
        return number

    def _by_name(self, said: Description, span: Span) -> int:
        bare = bare_medium(said.name)
        if bare != said.name:
            said = said._replace(name=bare, organisation=None)
        some = self.text[max(0, said.start - 3) : said.start].strip().lower() in ("a", "an")
        medium = None if some else self.press.meant(said.name, said.start)
        if medium is not None:
            return self._seen(self.body(medium), said)
        alias = self._aliases.get(said.name) or self._by_initials(said.name)
        alias = self._short_of(said.name) if alias is None else alias
        if alias is not None:
            return self._seen(alias, said)
        number = self._same_person(said.name)
        if number is not None and said.name[:1].isupper():
            return self._seen(number, said)
        full = self._fulls.get(surname(said.name)) if said.name[:1].isupper() and " " not in said.name else None
        if full is not None and lists.medium_in(NAMES[full]) is None:
            return self.add_person(Person(full, said.start, said.end))
        number = self._same_body(said)
        if number is None:
            number = self._firm(said)
        if number is None and said.definite and said.name.islower() and said.name in lists.bodies():
            full = self._named_before(said)
            number = None if full is None else self.body(full)
            if number is not None:
                return self._seen(number, said)
        if number is not None and self.characters[number].name != said.name and firm(said.name):
            return self._seen(number, said)
        if number is None:
            number = self._new(said, "organisation")
        who = self.characters[number]
        if len(said.name) > len(who.name) and who.kind == "organisation":
            who.name = said.name
            who.organisation = said.organisation
        if not lists.media_in(NAMES[said.name]):
            who.sides = who.sides or said.sides
        if said.alias:
            self._aliases[said.alias] = number
        self._note(number, span)
        return number

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
        for number in reversed(self._bodies.get(head, [])[-_LOOK_BACK:]):
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

    def _named_before(self, said: Description) -> str | None:
        """The full name of "the ministry" that stands before it: the last that ends with its word."""
        found = self.words(max(0, said.start - _FAR), said.start)
        for at in range(len(found) - 1, 0, -1):
            if found[at].lower == said.name and found[at].capital:
                start = at
                while start and (found[start - 1].capital or found[start - 1].lower in ("'s", "of", "for", "and")):
                    start -= 1
                name = describe(found[start : at + 1])
                return name.name if name.form == "body" and " " in name.name else None
        return None

    def _firm(self, said: Description) -> int | None:
        """The body of a proper name that spoke or stood last before "the company": no medium, no party."""
        if not said.definite or not firm(said.name):
            return None
        lo = bisect_left(self._places, (said.start, -1))
        around = [*self._speakers(said.start), *(n for _, n in reversed(self._places[max(0, lo - _LOOK_BACK) : lo]))]
        return next((number for number in around if self.characters[number].may_be_firm), None)

    def _same_person(self, name: str) -> int | None:
        parts = name.split()
        if not parts:
            return None
        for number in reversed(self._surnames.get(surname(name), [])[-_LOOK_BACK:]):
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
