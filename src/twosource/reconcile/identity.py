"""Whether two names are one speaker, and whether two bodies are one body or a body and its part."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

from rapidfuzz import fuzz

from twosource.knowledge import parties, table
from twosource.model import Source
from twosource.reconcile.words import fold, stem

NEAR_SPELLING = 85
"""rapidfuzz ratio of two folded surnames from which they are one name transliterated twice (Trehubenko, Tregubenko)."""

NEAR_FIRST_NAME = 70
"""The same for first names, which differ more (Serhii, Sergey; Oleksandr and Oleksii are below it)."""

_FILLER = frozenset({"the", "a", "an", "of", "for", "and", "in", "s"})
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,9})\)")


@cache
def _rules() -> dict[str, Any]:
    return table("independence")


@lru_cache(maxsize=20_000)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, folded and stemmed; an acronym in brackets stands by itself."""
    bare = _ACRONYM.sub(" ", name)
    return frozenset(stem(fold(word)) for word in re.findall(r"[\w’'-]+", bare) if fold(word) not in _FILLER)


def _acronyms(name: str) -> set[str]:
    return {match.lower() for match in _ACRONYM.findall(name)} | ({name.lower()} if name.isupper() else set())


def _surname(name: str) -> str:
    return fold(name.split()[-1]) if name.split() else ""


_SPELT = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("w", "v"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
)
"""Letters in which romanisations of one name differ (ISO 9, BGN/PCGN and newspapers' own)."""


def _skeleton(name: str) -> tuple[str, ...]:
    """The consonants of first name and surname, as romanisations share them; vowels differ most."""
    parts = (fold(name.split()[0]), fold(name.split()[-1]))
    bare = []
    for part in parts:
        for spelt, plain in _SPELT:
            part = part.replace(spelt, plain)
        bare.append(re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouy'-]", "", part)))
    return tuple(bare) if len(bare[-1]) >= LEAST_CONSONANTS else (name,)


LEAST_CONSONANTS = 3
"""Consonants of a surname below which too many names share them."""


@lru_cache(maxsize=50_000)
def same_person(a: str, b: str) -> bool:
    """True where two names of persons are one: the same surname, and no first names that differ.

    >>> same_person("Serhii Kovalskyi", "Kovalsky"), same_person("Ivan Petrenko", "Olha Petrenko")
    (True, False)
    """
    if fold(a) == fold(b):
        return True
    first_a, first_b = a.split()[:-1], b.split()[:-1]
    if first_a and first_b and _skeleton(a) == _skeleton(b):
        return True
    if fuzz.ratio(_surname(a), _surname(b)) < NEAR_SPELLING:
        return False
    if not first_a or not first_b:
        return True
    return fuzz.ratio(fold(first_a[0]), fold(first_b[0])) >= NEAR_FIRST_NAME


@lru_cache(maxsize=50_000)
def same_body(a: str, b: str) -> bool:
    """True where two names of bodies are one body, under its full name, its acronym or with its state's name before it.

    >>> same_body("Ukraine’s Special Operations Forces", "Special Operations Forces (SOF)")
    True
    """
    if _acronyms(a) & _acronyms(b):
        return True
    x, y = _own_words(a), _own_words(b)
    return bool(x) and x == y and not _sides_differ(a, b)


@lru_cache(maxsize=20_000)
def _own_words(name: str) -> frozenset[str]:
    """A body's words without those of its state, unless the state is all that it is called."""
    lower = name
    for head in _rules()["heads_of_state"]:
        lower = re.sub(rf"^{head} ", "", lower, flags=re.IGNORECASE)
    party_words = {stem(fold(word)) for m in parties.mentions(lower) for word in lower[m.start : m.end].split()}
    own = name_words(lower) - party_words
    return own or name_words(lower)


def _sides_of(name: str) -> set[str]:
    return {mention.party for mention in parties.mentions(name)}


def _sides_differ(a: str, b: str) -> bool:
    x, y = _sides_of(a), _sides_of(b)
    return bool(x and y and not x & y)


@lru_cache(maxsize=20_000)
def states_of(name: str) -> frozenset[str]:
    """The parties that a name stands for when it is states, their governments or their heads and nothing else.

    >>> sorted(states_of("President of Ukraine")), sorted(states_of("Special Operations Forces"))
    (['ukraine'], [])
    >>> sorted(states_of("Hungary and Slovakia")), sorted(states_of("Kenyan government"))
    (['hungary', 'slovakia'], ['kenya'])
    """
    found = [_state_of(part.strip()) for part in re.split(r" and |, ", name)]
    return frozenset(state for state in found if state is not None) if all(found) else frozenset()


def _state_of(name: str) -> str | None:
    lower = name
    for head in _rules()["heads_of_state"]:
        lower = re.sub(rf"^{head} ", "", lower, flags=re.IGNORECASE)
    found = parties.mentions(lower)
    if len(found) != 1 or found[0].start != 0:
        return None
    rest = re.sub(r"^['’]s?", "", lower[found[0].end :]).strip().lower()
    whole = rest in _rules()["state_words"] or (not rest and not found[0].people)
    return found[0].party if whole else None


def is_name(name: str) -> bool:
    """True of a proper name, False of a description ("spokesperson for the army").

    >>> is_name("Serhii Kovalskyi"), is_name("a police spokesman")
    (True, False)
    """
    return name[:1].isupper() and not any(word[:1].islower() and len(word) > 3 for word in name.split())


def _is_general(name: str) -> bool:
    """True of a body that is the whole of a side's forces ("Ukrainian military", "Russia’s Defense Ministry")."""
    bare = name
    for mention in reversed(parties.mentions(name)):
        bare = bare[: mention.start] + bare[mention.end :]
    bare = re.sub(r"\bof (?:the )?[A-Z][\w-]+$|^[A-Z][\w-]+['’]s ", "", bare)
    bare = re.sub(r"^[A-Z][\w-]+(?:ian|ean|an|ese|ish|i)\b", "", bare)
    own = " ".join(word for word in re.findall(r"[a-z]+", bare.lower()) if word not in _FILLER)
    return own in _general_bodies()


@cache
def _general_bodies() -> frozenset[str]:
    held = (name.split() for name in _rules()["general_bodies"])
    return frozenset(" ".join(word for word in words if word not in _FILLER) for words in held)


def _is_unit(name: str) -> bool:
    lower = name.lower()
    if any(re.search(rf"\b{word}s?\b", lower) for word in _rules()["associations"]):
        return False
    return any(re.search(rf"\b{word}s?\b", lower) for word in _rules()["unit_words"])


def _rank(name: str) -> int | None:
    """How high a formation stands, from a squad up; None of what is no formation."""
    ranks = [n for n, words in enumerate(_rules()["formations"]) if re.search(rf"\b(?:{words})\b", name.lower())]
    return max(ranks, default=None)


def _formation_of(part: str, whole: str) -> bool:
    """True where a unit and a joint command of its side speak of one matter: it fights in the command's area."""
    low, high = _rank(part), _rank(whole)
    if low is None or high is None or low >= high:
        return False
    return high == len(_rules()["formations"]) - 1 or bool(_bare(part) & _bare(whole))


def _bare(name: str) -> frozenset[str]:
    """The words of a formation beside its rank and number."""
    plain = re.sub("|".join(rf"\b(?:{words})\b" for words in _rules()["formations"]), " ", name.lower())
    return frozenset(word for word in name_words(plain) if word.isalpha())


def of_state(body: str, state: str) -> bool:
    """True of an office that bears the name of its state.

    >>> of_state("Norra's Defence Ministry", "Norra"), of_state("Norra Telegraph", "Norra")
    (True, False)
    >>> of_state("Kenyan army", "Nairobi"), of_state("Kenyan army", "Somalia")
    (True, False)
    """
    if not any(re.search(rf"\b{word}\b", body.lower()) for word in _rules()["offices"]):
        return False
    states = states_of(state)
    if len(states) == 1 and _sides_of(body) == states and (_is_general(body) or "ministry" in body.lower()):
        return True
    return " " not in state and fold(state) in fold(body.replace("’s", "").replace("'s", "")).split()


def office_of(body: str, person: str) -> bool:
    """True of the office and the aides of a person.

    >>> office_of("Marenko's office", "Ivan Marenko"), office_of("Marenko's party", "Ivan Marenko")
    (True, False)
    """
    staff = "|".join(_rules()["staff"])
    match = re.fullmatch(rf"(?:the )?(?:office of (.+)|(.+?)['’]s? (?:{staff}))", body)
    return match is not None and same_person(match.group(1) or match.group(2), person)


def _owner(name: str) -> frozenset[str]:
    """Whose a body is, where its name says so: the stems of a name, or of irregulars, before an apostrophe.

    >>> sorted(_owner("the rebels’ defence ministry")), sorted(_owner("the corps’ 4th Brigade"))
    (['rebel'], [])
    """
    match = re.match(r"(?:the )?(.+?)(?:['’]s|(?<=s)['’]) ", name)
    if match is None or not (match.group(1)[:1].isupper() or _irregular(match.group(1))):
        return frozenset()
    return name_words(match.group(1))


def part_of(part: str, whole: str, side_a: Collection[str], side_b: Collection[str]) -> bool:
    """True where one body is a part of another: its words are all there and more, or a unit and its side's forces."""
    x, y = _own_words(part), _own_words(whole)
    owner, other = _owner(part), _owner(whole)
    if owner and other and owner != other and not _sides_of(part) & _sides_of(whole):
        return False
    if len(y) >= 2 and y < x and not _sides_differ(part, whole):
        return True
    if len(x & y) >= 2 and len(x & y) / min(len(x), len(y)) > 0.5 and not _sides_differ(part, whole):
        return True
    same_side = bool(set(side_a) & set(side_b)) or bool(_sides_of(part) & _sides_of(whole))
    return same_side and ((_is_general(whole) and _is_unit(part)) or _formation_of(part, whole))


def bodies(source: Source) -> tuple[str, ...]:
    """The bodies that a source speaks for or is."""
    held = [source.organisation] if source.organisation else []
    if source.kind == "organisation":
        held.append(source.name)
    return tuple(held)


def sides(source: Source | None) -> frozenset[str]:
    """The parties that a source speaks for, as far as they are told apart: "other" holds many, and is no party.

    >>> sorted(sides(Source("s1", "The rebels", "organisation", side=("other",))))
    []
    """
    return frozenset((source.side if source else None) or ()) - {"other"}


def irregular(source: Source) -> bool:
    """True of forces that are no state's, of their ministries and of who speaks for them.

    >>> irregular(Source("s1", "Rebel commanders", "collective")), irregular(Source("s2", "army", "organisation"))
    (True, False)
    """
    return _irregular(f"{source.name} {source.organisation or ''}")


def _irregular(name: str) -> bool:
    return any(re.search(rf"\b{word}s?\b", name.lower()) for word in _rules()["irregulars"])


def one_party(a: Source, b: Source) -> bool:
    """True of two that speak for forces which are no state's, unless they are known to be of two sides."""
    apart = sides(a) and sides(b) and not sides(a) & sides(b)
    return irregular(a) and irregular(b) and not apart


def names_nobody(source: Source) -> bool:
    """True of a source that names nobody at all: "reportedly", "sources", "reports"."""
    found = set(re.findall(r"[a-z]+", source.name.lower()))
    return source.kind == "anonymous" and bool(found & set(_rules()["nobody"])) and not source.side


def wishes(text: str, cue: str = "") -> bool:
    """True of words that wish, demand or warn, or are reported so, and assert nothing on the matter.

    >>> wishes("the shelling must stop"), wishes("their exclusion from the talks", "warned against")
    (True, True)
    """
    rules = _rules()
    return any(re.search(pattern, text.lower()) for pattern in rules["wishes"]) or any(
        re.search(pattern, cue.lower()) for pattern in rules["wishing_cues"]
    )


def infers(text: str) -> bool:
    """True of words that conclude something, or remark on what others say or leave unsaid.

    >>> infers("Such losses indicate that the army is weaker"), infers("The bridge fell at noon")
    (True, False)
    """
    return any(re.search(pattern, text.lower()) for pattern in _rules()["inferences"])


def may_be_one(a: Source | None, b: Source | None) -> bool:
    """True where two who are not named may be one another: of no two sides, and of one class where they are classes."""
    if a is None or b is None:
        return False
    if sides(a) and sides(b) and not sides(a) & sides(b):
        return False
    if a.kind != b.kind:
        return names_nobody(a) or names_nobody(b)
    return a.kind == "anonymous" or stem(a.name.split()[-1].lower()) == stem(b.name.split()[-1].lower())


def title_of(a: str, b: str) -> bool:
    """True where one outlet's name is another's with more behind it ("… on Sunday", "… International").

    >>> title_of("Harbour Herald", "Harbour Herald on Sunday"), title_of("Herald", "Herald of Tolm")
    (True, False)
    """
    short, long = sorted((fold(a), fold(b)), key=len)
    return len(short.split()) > 1 and long.startswith(short + " ")
