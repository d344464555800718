"""Says through whom a statement came: media that carried it, persons who tell of another's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.model import Span, Spans
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.speakers import OUTLET, Word, bodies, describe, grammar, medium_in, same_medium, sides_of, words

__all__ = ["UNNAMED", "carriers_in", "cited", "relay_of", "remember"]

UNNAMED = "unnamed outlet"
"""Ends the relay of a report whose outlet is not known."""

_CALL_SIGN = re.compile(r"[KW][A-Z]{3}")
"""What stations in the United States are called."""
_NAME = 6
"""Words of the name of a medium at most."""
_SPOKEN = 6
"""Words between "an interview" and "published by" at most."""
_KIND = 4
"""Words before "television" in the description of a medium at most."""
_CITING = frozenset(("citing", "cited", "quoting", "quoted", "cites", "quotes"))


def carriers_in(page: Page, frame: Spans, who: int, source: Spans = ()) -> tuple[str, ...]:
    """The media named around a content that are neither the source nor the outlet: they carried it.

    "told Reuters", "in an interview with the BBC", "according to AFP" where somebody else is the source.
    """
    name = page.cast.characters[who].name if who != OUTLET else ""
    out: list[str] = []
    for span in frame:
        found = page.words(span)
        at = 0
        while at < len(found):
            hit = medium_in(found[at:] if at else found)
            if hit is None:
                break
            start, end = at + hit.start, at + hit.end
            at = end
            medium = hit.value
            mine = page.report.outlet is not None and same_medium(medium, page.report.outlet)
            beside = any(span.start <= found[start].start < span.end for span in source)
            inside = beside and not _quoted_by(found, start, end)
            if mine or inside or same_medium(medium, name) or _only_named(found, start):
                continue
            if _part_of(name, medium):
                continue
            out.append(page.cast.characters[page.cast.body(medium)].name)
        out += [*_told_to(page, found), *_quoting(page, found), *_citing(page, found, who)]
        out += [] if out else _named_before(page, found, name)
        out += [] if out else _documented(page, found, name)
    out += _reporter_of(page, who)
    return tuple(dict.fromkeys(out))


def _told_to(page: Page, found: Sequence[Word]) -> list[str]:
    """Of "told Action 9", "told the Lot newspaper", "told local radio" the medium that no list knows."""
    for index, word in enumerate(found[:-1]):
        spoke = index > 0 and found[index - 1].lower in grammar("relays", "spoken") and word.lower in ("to", "with")
        if word.lower not in ("told", "tells", "telling") and not spoke:
            continue
        start = index + 1 + (found[index + 1].lower in ("the", "a", "an"))
        end = start
        while end < len(found) and (found[end].capital or found[end].text.isdigit() or found[end].text == "-"):
            end += 1
        signs = grammar("relays", "signs") | grammar("press", "media")
        kind = end if end < len(found) and found[end].lower in signs else None
        name = found[start:end]
        if kind is not None and kind + 1 < len(found) and found[kind + 1].capital:  # "the Arvian channel K-1"
            start = end = kind + 1
            while end < len(found) and (found[end].capital or found[end].text.isdigit() or found[end].text == "-"):
                end += 1
            name = found[start:end]
        if not name:
            continue
        headed = len(name) > 1 and start > index + 1 and name[-1].lower in grammar("relays", "heads")
        signed = kind is not None or headed or any(_signs(part) for part in name)
        foreign = len(name) > 1 and name[0].lower in grammar("relays", "articles")
        listed = medium_in(name) is not None or sides_of(name)
        if (signed or foreign) and not listed and page.cast.known_person(_text(page, name)) is None:
            return [page.cast.characters[page.cast.body(_text(page, name))].name]
    return []


def _text(page: Page, found: Sequence[Word]) -> str:
    return page.text[found[0].start : found[-1].end]


def _signs(word: Word) -> bool:
    """True of a part of a name that people do not have: a number, "FM"."""
    return (
        bool(_CALL_SIGN.fullmatch(word.text))
        or any(char.isdigit() for char in word.text)
        or word.lower in grammar("relays", "signs")
    )


def _documented(page: Page, found: Sequence[Word], name: str) -> list[str]:
    """Of "…, according to an arrest affidavit" behind another's words the document."""
    for index in range(len(found) - 3):
        if found[index].lower != "according" or found[index + 1].lower != "to":
            continue
        rest = found[index + 2 : index + 2 + _NAME]
        end = next((i for i, word in enumerate(rest) if not word.plain and word.lower != "'s"), len(rest))
        last = rest[end - 1].lower if end else ""
        if last in grammar("relays", "papers") and rest[0].lower in ("a", "an", "the", "court", "police"):
            told = rest[1:end] if rest[0].lower in ("a", "an", "the") else rest[:end]
            text = _text(page, told)
            return [] if text == name else [text]
    return []


def _reporter_of(page: Page, who: int) -> list[str]:
    """The medium whose correspondent speaks: his words come through it."""
    if who == OUTLET:
        return []
    character = page.cast.characters[who]
    medium = medium_in(words(character.organisation or "")) if "journalist" in character.groups else None
    if medium is None or (page.report.outlet is not None and same_medium(medium.value, page.report.outlet)):
        return []
    return [page.cast.characters[page.cast.body(medium.value)].name]


def _named_before(page: Page, found: Sequence[Word], name: str) -> list[str]:
    """Of "told the paper", "to the same newspaper", "seen by Lot": the medium that the text names elsewhere."""
    press = page.cast.press
    for index, word in enumerate(found):
        if index == 0 or found[index - 1].lower not in grammar("press", "before"):
            continue
        if any_of(found[max(0, index - 4) : index], "stances", "cues", "deny"):
            continue
        medium = word.text if word.capital and press.named(word.text) else None
        at = index + (word.lower in ("the", "this", "that"))
        at += at + 1 < len(found) and found[at].lower == "same"
        if at > index and at < len(found):
            longer = " ".join(part.lower for part in found[at : at + 2])
            medium = press.meant(longer, word.start) or press.meant(found[at].lower, word.start)
            named = medium_in(found[at : at + _NAME]) if any(part.capital for part in found[at + 1 : at + 3]) else None
            if medium is not None and named is not None:
                medium = named.value  # "to the broadcaster NRT" looks back at nobody
            if medium is None and word.lower == "it" and found[index - 1].lower in ("told", "tells", "telling"):
                medium = press.meant("outlet", word.start)
            if medium is None and found[at].capital and found[index - 1].lower in ("told", "tells", "telling"):
                medium = press.called(found[at].text, word.start)
        if medium is not None and not same_medium(medium, name):
            return [page.cast.characters[page.cast.body(medium)].name]
    return []


def _quoted_by(found: Sequence[Word], start: int, end: int) -> bool:
    """True of a medium behind "quoted by", before "also cited": it carries, though it stands beside the source."""
    if start and found[start - 1].lower in ("which", "who", "whom"):
        return any(word.lower in grammar("relays", "carried") for word in found[end : end + 2])
    before = [word.lower for word in found[max(0, start - 3) : start]]
    return any(one in grammar("relays", "carried") and two in ("by", "in") for one, two in pairwise(before))


def _quoting(page: Page, found: Sequence[Word]) -> list[str]:
    """Of "quoted by the Lantern Review" the name behind "by", be it on a list of media or not."""
    for index in range(len(found) - 2):
        low, after = found[index].lower, found[index + 1].lower
        if low not in grammar("relays", "carried") or after not in ("by", "in"):
            continue
        before = {word.lower for word in found[max(0, index - _SPOKEN) : index]}
        quoted = low in ("quoted", "cited") or (after == "by" and bool(before & grammar("relays", "spoken")))
        if quoted or after == "by":
            start = index + 2 + (found[index + 2].lower in ("the", "a", "an"))
            end = start
            while end < len(found) and (found[end].capital or found[end].text.isdigit()) and end - start < _NAME:
                end += 1
            listed = medium_in(found[start:end]) if end > start else None
            if listed is not None and listed.start == 0:
                return []
            kind = next((i for i in range(end, min(end + _KIND, len(found))) if _is_kind(found[i])), None)
            if kind is not None:  # "state-run television", "the German agency": a name may follow, or it is the name
                listed = medium_in(found[start : kind + _NAME])
                if listed is not None:
                    return []
                last = kind + 1
                while last < len(found) and found[last].capital and last - kind <= _NAME:
                    last += 1
                if last > kind + 1:  # "the satellite channel Al-Fajr"
                    return [page.cast.characters[page.cast.body(_text(page, found[kind + 1 : last]))].name]
                meant = page.cast.press.meant(found[kind].lower, found[kind].start)
                return [meant or page.text[found[start].start : found[kind].end]]
            if not quoted:
                return []
            name = page.text[found[start].start : found[end - 1].end] if end > start else ""
            if not name or page.cast.known_person(name) is not None or sides_of(found[start:end]):
                return []
            outlet = page.report.outlet
            return [] if outlet and same_medium(name, outlet) else [page.cast.characters[page.cast.body(name)].name]
    return []


def _is_kind(word: Word) -> bool:
    """True of what media are called: "agency", "television"."""
    return word.lower in grammar("press", "kinds") or word.lower in grammar("press", "media")


def _citing(page: Page, found: Sequence[Word], who: int) -> list[str]:
    """Of "The Lantern reported on Friday, citing X": the Lantern, whatever its kind."""
    at = next((i for i, word in enumerate(found) if word.lower in ("citing", "quoting")), None)
    if at is None or who == OUTLET:
        return []
    verb = next((i for i in range(at - 1, 0, -1) if found[i].lower in grammar("relays", "carrying")), None)
    comma = max((i for i in range(verb or 0) if found[i].text == ","), default=-1)
    if verb is None or verb - comma - 1 > _NAME:
        return []
    named = describe(found[comma + 1 : verb])
    if named.form != "body" or named.sides or not named.name[:1].isupper():
        return []
    if any(word.lower in bodies() for word in words(named.name)) and medium_in(words(named.name)) is None:
        return []
    number = page.cast.body(named.name)
    outlet = page.report.outlet
    return [] if number == who or (outlet and same_medium(named.name, outlet)) else [named.name]


def cited(page: Page, frame: Spans, who: int) -> tuple[int, tuple[str, ...]] | None:
    """Where a medium is the grammatical source but cites somebody ("Reuters reported, citing X"): X, through it."""
    if who == OUTLET or not _may_carry(page, who):
        return None
    for span in frame:
        found = page.words(span)
        for index, word in enumerate(found):
            if word.lower not in _CITING or index + 1 >= len(found):
                continue
            rest = found[index + 1 :]
            stop = next((i for i, w in enumerate(rest) if w.lower in ("that", "said", "reported", "as")), len(rest))
            stop = next((i for i, w in enumerate(rest[:stop]) if w.text in (";", ".") and i), stop)
            if not rest[:stop]:
                continue
            named = Span(rest[0].start, rest[:stop][-1].end)
            inner = page.cast.resolve((named,), span)
            if inner is not None and inner not in (OUTLET, who):
                return inner, (page.cast.characters[who].name,)
    return None


def remember(
    page: Page, who: int | None, carriers: tuple[str, ...], seen: set[tuple[int, int]], item: int
) -> tuple[str, ...]:
    """Who first spoke through a carrier goes on speaking through it in this story, where no other is named.

    `seen` holds who has spoken in which item before; only the first statement of each is remembered.
    """
    if who is None:
        return carriers
    character = page.cast.characters[who]
    if (who, item) not in seen:
        seen.add((who, item))
        if character.item not in (None, item):
            character.carriers = ()
        character.carriers, character.item = carriers or character.carriers, item
        return character.carriers
    if character.kind != "person":
        return carriers
    return character.carriers if not carriers or set(carriers) <= set(character.carriers) else carriers


def relay_of(page: Page, who: int | None, carriers: tuple[str, ...]) -> tuple[str, ...]:
    """The whole way of a statement: original first, carriers, this outlet last."""
    outlet = page.report.outlet or UNNAMED
    if who is None:
        return (outlet,)
    name = page.cast.characters[who].name
    between = [carrier for carrier in carriers if carrier != name and not same_medium(carrier, outlet)]
    return (name, *between, outlet)


def _named(page: Page, who: int) -> Sequence[Word]:
    return words(page.cast.characters[who].name)


def _may_carry(page: Page, who: int) -> bool:
    """True of a medium, and of a name of no person, state or office: who cites others carries them."""
    named = _named(page, who)
    if medium_in(named) is not None:
        return True
    character = page.cast.characters[who]
    if character.kind == "person" and "journalist" in character.groups:
        return True
    if character.kind != "organisation" or character.sides or not any(word.capital for word in named):
        return False
    return not any(word.lower in bodies() for word in named)


def _only_named(found: Sequence[Word], start: int) -> bool:
    """True where a medium is the matter and no carrier: "denied X's article"."""
    return any_of(found[max(0, start - 4) : start], "stances", "cues", "deny")


def _part_of(name: str, medium: str) -> bool:
    return medium.lower() in name.lower().split() or medium.lower() == name.lower()
