"""The cast of a report: everybody who may speak in it, gathered over the whole text, and who is meant where."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import SourceKind, Span, Spans
from twosource.reading.speakers import lists
from twosource.reading.speakers.before import paragraph_before, sentence_before
from twosource.reading.speakers.character import PERSONAL
from twosource.reading.speakers.describe import Description, describe
from twosource.reading.speakers.fitting import begun_with, introduced, may_be
from twosource.reading.speakers.names import firm, same_medium, surname
from twosource.reading.speakers.own import own_short
from twosource.reading.speakers.people import Person
from twosource.reading.speakers.press import bare_medium
from twosource.reading.speakers.register import LOOK_BACK, Register
from twosource.reading.speakers.words import NAMES, Word
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


@dataclass(slots=True)
class Cast(Register):
    """Who may speak in a report, and who is meant where. `resolve` is asked in its order, since pronouns look back."""

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
        for _, number in reversed(self._places[max(0, lo - LOOK_BACK) : lo]):
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
        around += [number for _, number in reversed(self._places[max(0, lo - LOOK_BACK) : lo])]
        around += [number for _, number in self._places[lo : lo + LOOK_BACK]]
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
        around = [*self._speakers(said.start), *(n for _, n in reversed(self._places[max(0, lo - LOOK_BACK) : lo]))]
        return next((number for number in around if self.characters[number].may_be_firm), None)
