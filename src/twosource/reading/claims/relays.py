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
_TOLD = frozenset(("told", "tells", "telling"))
_ARTICLES = frozenset(("the", "a", "an"))
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
            out.append(_kept(page, medium))
        out += [*_told_to(page, found), *_quoting(page, found), *_citing(page, found, who)]
        out += [] if out else _named_before(page, found, name)
        out += [] if out else _documented(page, found, name)
    out += _reporter_of(page, who)
    return tuple(dict.fromkeys(out))


def _told_to(page: Page, found: Sequence[Word]) -> list[str]:
    """Of "told Action 9", "in comments to the Lot newspaper", "told the channel K-1" the medium that no list knows."""
    for index, word in enumerate(found[:-1]):
        spoke = index > 0 and found[index - 1].lower in grammar("relays", "spoken") and word.lower in ("to", "with")
        if word.lower not in _TOLD and not spoke:
            continue
        article = found[index + 1].lower in _ARTICLES
        start = index + 1 + article
        end = _name_end(found, start)
        kind = end < len(found) and (found[end].lower in grammar("relays", "signs") or _is_kind(found[end]))
        behind = _name_end(found, end + 1) if kind else end
        name = found[end + 1 : behind] if behind > end + 1 else found[start:end]
        if not name:
            continue
        headed = len(name) > 1 and article and name[-1].lower in grammar("relays", "heads")
        foreign = len(name) > 1 and name[0].lower in grammar("relays", "articles")
        if not (kind or headed or foreign or any(map(_signs, name))) or medium_in(name) is not None or sides_of(name):
            continue
        if page.cast.known_person(_text(page, name)) is None:
            return [_kept(page, _text(page, name))]
    return []


def _name_end(found: Sequence[Word], start: int) -> int:
    """The end of the capitalised words, numbers and hyphens that begin at a place."""
    end = start
    while end < len(found) and end - start < _NAME:
        if not (found[end].capital or found[end].text.isdigit() or (end > start and found[end].text == "-")):
            break
        end += 1
    return end


def _kept(page: Page, medium: str) -> str:
    """The name under which the report keeps a medium."""
    return page.cast.characters[page.cast.body(medium)].name


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
        if last in grammar("relays", "papers") and (rest[0].lower in _ARTICLES or rest[0].lower in ("court", "police")):
            told = rest[1:end] if rest[0].lower in _ARTICLES else rest[:end]
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
    return [_kept(page, medium.value)]


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
            if medium is None and word.lower == "it" and found[index - 1].lower in _TOLD:
                medium = press.meant("outlet", word.start)
            if medium is None and found[at].capital and found[index - 1].lower in _TOLD:
                medium = press.called(found[at].text, word.start)
        if medium is not None and not same_medium(medium, name):
            return [_kept(page, medium)]
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
        quoted = low in ("quoted", "cited") and after in ("by", "in")
        if not quoted and not (low in grammar("relays", "carried") and after == "by"):
            continue
        start = index + 2 + (found[index + 2].lower in _ARTICLES)
        end = _name_end(found, start)
        kind = next((i for i in range(end, min(end + _KIND, len(found))) if _is_kind(found[i])), None)
        named = found[start : end if kind is None else kind + _NAME]
        listed = medium_in(named) if named else None
        if listed is not None and (kind is not None or listed.start == 0):
            return []
        if kind is not None:
            return [_described(page, found, start, kind)]
        before = {word.lower for word in found[max(0, index - _SPOKEN) : index]}
        name = _text(page, named) if named and (quoted or before & grammar("relays", "spoken")) else ""
        if not name or page.cast.known_person(name) is not None or sides_of(named):
            return []
        outlet = page.report.outlet
        return [] if outlet and same_medium(name, outlet) else [_kept(page, name)]
    return []


def _described(page: Page, found: Sequence[Word], start: int, kind: int) -> str:
    """The name behind "the satellite channel", else the medium that "the agency" means, else "state television"."""
    end = _name_end(found, kind + 1)
    if end > kind + 1:
        return _kept(page, _text(page, found[kind + 1 : end]))
    return page.cast.press.meant(found[kind].lower, found[kind].start) or _text(page, found[start : kind + 1])


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
