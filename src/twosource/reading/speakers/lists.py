"""The lists that tell who may speak: parties, roles, ranks, classes, bodies, media. Loaded when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table
from twosource.reading.speakers.words import Hit, Phrases, Word, remembered

__all__ = ["bodies", "classes", "grammar", "media", "parties", "platforms", "roles", "sides_of", "titles", "words_of"]


class Party(NamedTuple):
    """What the name of a party stands for: a side; `named` is False of a people ("Russian"); `iso` only of states."""

    side: str
    named: bool
    iso: str | None = None


@cache
def parties() -> Phrases[Party]:
    """Names of states, their peoples, armed groups and international bodies."""
    known: dict[str, Party] = {}
    data = table("parties")
    for state in data["state"]:
        side = "west" if state.get("west") else state["id"]
        for name in state["names"]:
            known.setdefault(name, Party(side, True, state["iso"]))
        for people in state["people"]:
            known.setdefault(people, Party(side, False, state["iso"]))
            known.setdefault(people + "s", Party(side, False, state["iso"]))
    for kind in ("group", "body"):
        for party in data[kind]:
            for name in party["names"]:
                known[name] = Party(party["id"], True)
    return Phrases(known, cased=True)


@remembered
def sides_of(found: Sequence[Word]) -> tuple[str, ...]:
    """The sides that some words name, each once, in their order.

    >>> from twosource.reading.speakers.words import words
    >>> sides_of(words("undisclosed Ukrainian and U.S. officials"))
    ('ukraine', 'west')
    """
    if any("-" in word[2] for word in found):
        found = [_run_by(word) for word in found]
    hits = parties_in(found)
    if not hits:
        return ()
    inside = {index for hit in media_in(found) for index in range(hit.start, hit.end)}
    return tuple(dict.fromkeys(hit.value.side for hit in hits if hit.start not in inside))


@remembered
def parties_in(found: Sequence[Word]) -> Sequence[Hit[Party]]:
    """All parties that some words name."""
    return parties().find(found)


@remembered
def media_in(found: Sequence[Word]) -> Sequence[Hit[str]]:
    """All media of the list that some words name."""
    return media().find(found)


@remembered
def roles_in(found: Sequence[Word]) -> Sequence[Hit[str]]:
    """All roles that some words name."""
    return roles().find(found)


def _run_by(word: Word) -> Word:
    """Of "Hamas-run" the party that runs; other words as they are."""
    name, _, verb = word.text.rpartition("-")
    return word._replace(text=name) if name and verb in words_of("grammar", "sides", "running") else word


@cache
def states() -> dict[str, str]:
    """The side of each state by its ISO 3166 code."""
    return {state["iso"]: "west" if state.get("west") else state["id"] for state in table("parties")["state"]}


@cache
def roles() -> Phrases[str]:
    """Words for a role that one person holds: the group of roles that may stand for one another."""
    return Phrases({word: group for group, members in table("roles")["roles"].items() for word in members})


@cache
def titles() -> Phrases[str]:
    """Ranks and forms of address that stand before a name."""
    return _all("roles", "titles")


@cache
def classes() -> frozenset[str]:
    """Words for a class of people."""
    return frozenset(table("roles")["classes"]["words"])


@cache
def bodies() -> frozenset[str]:
    """Words that head the name of a body."""
    return frozenset(table("roles")["bodies"]["words"])


@cache
def generic() -> frozenset[str]:
    """Words that the bodies of many states share, cut to five letters: "Ministry of Defence" names none of them."""
    return frozenset(word[:5] for word in (*bodies(), *words_of("grammar", "sides", "shared")))


@cache
def media() -> Phrases[str]:
    """Names of media, as written."""
    names: Iterable[str] = table("media")["names"]
    return Phrases({name.removeprefix("The "): name for name in names}, cased=True)


@cache
def platforms() -> frozenset[str]:
    """What carries words without being a medium."""
    return frozenset(table("media")["platforms"])


@cache
def grammar(step: str, name: str) -> frozenset[str]:
    """A list of small words that a step finds its way by."""
    return words_of("grammar", step, name)


@cache
def words_of(name: str, *keys: str) -> frozenset[str]:
    """A list of single words in a data file."""
    data = table(name)
    for key in keys:
        data = data[key]
    return frozenset(data)


@cache
def _all(name: str, key: str) -> Phrases[str]:
    return Phrases({word: word for word in table(name)[key]["words"]})


def _named(word: Word) -> bool:
    """True of what may follow the first word of a medium's name: a name or a number, no day."""
    return (word.capital and word.lower not in grammar("people", "no_name")) or word.text.isdigit()


@remembered
def medium_in(found: Sequence[Word]) -> Hit[str] | None:
    """The first medium that some words name: a listed one, or a name that ends as those of media do."""
    known = media().first(found)
    if known is not None and not _longer(found, known):
        return known
    if known is not None:
        later = medium_in(found[known.end :])
        return Hit(later.start + known.end, later.end + known.end, later.value) if later is not None else None
    kinds = words_of("media", "words")
    for index, word in enumerate(found[:-1]):
        both = f"{found[index - 1].lower} {word.lower}" if index else ""
        after = found[index + 1]
        told = (word.lower in kinds and not word.capital) or both in kinds
        if told and (after.capital or after.text.isdigit()) and after.lower not in grammar("people", "no_name"):
            end = index + 2
            while end < len(found) and found[end].capital and found[end].lower not in grammar("people", "no_name"):
                end += 1
            return Hit(index + 1, end, " ".join(part.text for part in found[index + 1 : end]))
    heads, fronts, days = words_of("media", "heads"), words_of("media", "fronts"), grammar("people", "no_name")
    start = None
    for index, word in enumerate(found):
        if not word.capital:
            start = None
        elif start is None:
            start = index
        if start is not None and word.text in heads and index > start:
            start += found[start].lower in grammar("press", "openings")  # "But The Buffalo News"
            start += found[start].lower == "the" and index > start
            end = index + 1
            while end < len(found) and _goes_on(found[end], word):
                end += 1
            return Hit(start, end, " ".join(part.text for part in found[start:end]))
        if word.text in fronts and index + 1 < len(found) and _named(found[index + 1]):
            end = index + 2
            while end < len(found) and found[end].capital and found[end].lower not in days:
                end += 1
            return Hit(index, end, " ".join(part.text for part in found[index:end]))
    return None


def _goes_on(after: Word, head: Word) -> bool:
    """True of what follows the head of a medium's name and belongs to it: "News Agency", "Daily Review"."""
    return after.text in words_of("media", "tails") or (
        head.text in words_of("media", "fronts") and after.capital and _named(after)
    )


def _longer(found: Sequence[Word], hit: Hit[str]) -> bool:
    """True where a word that many names begin with goes on: the National Guard is not The National."""
    after = found[hit.end] if hit.end < len(found) else None
    common = found[hit.end - 1].text in words_of("media", "common")
    return common and after is not None and after.capital and after.text not in words_of("media", "heads")


@cache
def half_titles() -> frozenset[str]:
    """Words that begin a rank of two words and name no body: "lt", "vice"."""
    return frozenset(rank.split()[0] for rank in table("roles")["titles"]["words"] if " " in rank) - bodies()


@cache
def _ranks() -> dict[str, str]:
    return {rank: group for group, ranks in table("roles")["ranks"].items() for rank in ranks}


def rank_group(rank: str) -> str | None:
    """The group of the role that a rank or a short form of an office stands for.

    >>> rank_group("Gov"), rank_group("Maj. Gen"), rank_group("Mr")
    ('governor', 'commander', None)
    """
    return _ranks().get(rank.lower().replace(".", ""))


def kin(group: str) -> frozenset[str]:
    """The roles that a bare title of one role may stand for, its own among them.

    >>> sorted(kin("president"))
    ['premier', 'president']
    """
    return frozenset(table("roles")["kin"].get(group, (group,)))
