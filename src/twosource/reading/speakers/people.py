"""Finds persons where a text brings them in: a name beside a role, a rank or a form of address."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from twosource.reading.speakers import lists
from twosource.reading.speakers.words import Hit, Phrases, Word, part, remembered

__all__ = ["Person", "Role", "full_names", "people", "role_in"]

_SIGNS = ("callsign", "sign", "nickname", "nicknamed", "pseudonym", "guerre", "codename", "alias")
_ENDS = frozenset((",", ";", ")", "—", "–", ".", "“", '"'))
"""Marks that end an apposition."""
_REACH = 14
"""Words looked at on either side of a name: longer appositions are rare, and the reading stays linear."""


class Role(NamedTuple):
    """A role, its group and the body that it belongs to, as far as the words say."""

    role: str
    group: str
    organisation: str | None
    end: int


class Person(NamedTuple):
    """A person as brought in at one place of the text."""

    name: str
    start: int
    end: int
    role: str | None = None
    group: str | None = None
    organisation: str | None = None
    sides: tuple[str, ...] = ()
    sure: bool = True


def people(found: Sequence[Word], *, alone: bool = False) -> list[Person]:
    """The persons that some words bring in. With `alone` a bare name counts too.

    >>> from twosource.reading.speakers.words import words
    >>> [p.name for p in people(words("The mayor of Elmsford, Jan Petersen, met General Omar al-Sabah."))]
    ['Jan Petersen', 'Omar al-Sabah']
    """
    runs = _runs(found)
    taken = _taken(found) if runs else frozenset()
    persons = (_in_run(found, start, end, taken, alone=alone) for start, end in runs)
    return [person for person in persons if person is not None] + _call_signs(found)


def full_names(found: Sequence[Word]) -> list[str]:
    """Runs of two to four capitalised words that hold no party, body, role or medium: they may be full names."""
    out = []
    for start, end in _runs(found):
        name = [i for i in range(start, end) if found[i].text != "."]
        if not 2 <= len(name) <= 4:
            continue
        taken = _taken(found)
        clear = not any(i in taken for i in name) and not any(char.isdigit() for i in name for char in found[i].text)
        thing = start > 0 and found[start - 1].lower in lists.grammar("people", "before_things")
        if clear and not thing:
            out.append(_text(found[start:end]))
    return out


def role_in(found: Sequence[Word]) -> Role | None:
    """The first role that some words name, with its body."""
    hits = lists.roles_in(found)
    if not hits:
        return None
    hit = _main(hits, found)
    return Role(_text(found[hit.start : hit.end]), hit.value, _body(found, hit), hit.end)


def _main(hits: Sequence[Hit[str]], found: Sequence[Word]) -> Hit[str]:
    """Of several roles in a row ("deputy commander", "press officer chief") the last before "of" counts."""
    best = hits[0]
    for hit in hits[1:]:
        if any(word.lower in ("of", "for", ",", "at", "in", "to") for word in found[best.end : hit.start]):
            break
        best = hit
    return best


@remembered
def _taken(found: Sequence[Word]) -> AbstractSet[int]:
    """The indexes of words that cannot be part of a person's name: parties, media, roles, ranks, bodies."""
    taken: set[int] = set()
    bodies, classes = lists.bodies(), lists.classes()
    taken.update([index for index, word in enumerate(found) if word[3] in bodies or word[3] in classes])
    for hits in (lists.parties_in(found), lists.media_in(found), lists.roles_in(found), lists.titles().find(found)):
        for hit in hits:
            taken.update(range(hit.start, hit.end))
    return taken


@remembered
def _runs(found: Sequence[Word]) -> list[tuple[int, int]]:
    """The runs of capitalised words that may be names, by their first index and their end."""
    runs: list[tuple[int, int]] = []
    free = 0
    for index, word in enumerate(found):
        if word[4] and index >= free:
            free = _run(found, index)
            if free > index:
                runs.append((index, free))
    return runs


def _run(found: Sequence[Word], index: int) -> int:
    """The end of a run of capitalised words that begins here."""
    lower = found[index].lower
    given = lower in lists.grammar("people", "months_and_names") and index + 1 < len(found) and found[index + 1].capital
    if not found[index].capital or (lower in lists.grammar("people", "no_name") and not given):
        return index
    end = index + 1
    no_name, particles = lists.grammar("people", "no_name"), lists.grammar("people", "particles")
    while end < len(found):
        word = found[end]
        if word.capital and word.lower not in no_name:
            end += 1
            continue
        small = word.lower in particles and end + 1 < len(found) and found[end + 1].capital
        if not small and not (word.text == "." and _dotted(found[end - 1])):
            break
        end += 1
    while found[end - 1].text == ".":
        end -= 1
    return end


def _dotted(word: Word) -> bool:
    """True of what a dot belongs to: an initial, a form of address ("Dr.", "Lt.")."""
    return len(word.text) == 1 or (len(word.text) <= 3 and word.lower in lists.grammar("people", "dotted"))


def _in_run(found: Sequence[Word], start: int, end: int, taken: AbstractSet[int], *, alone: bool) -> Person | None:
    """The person whose name ends a run of capitalised words."""
    first = start
    for index in range(start, end):
        if index in taken or (found[index].text == "." and not _initial(found, index, first)):
            first = index + 1
    name = found[first:end]
    parts = sum(word.text != "." for word in name)
    if not name or parts > 5 or not any(len(word.text) > 1 for word in name):
        return None
    if any(char.isdigit() for word in name for char in word.text) or (
        name[-1].text.isupper() and len(name[-1].text) < 5
    ):
        return None
    before = _before(found, first, start)
    if first > start > 0 and found[start - 1].text == ",":  # "its spokesman, Colonel NAME": the role outranks the rank
        before = _before(found, start, start) or before
    after = _after(found, end)
    lone = first == start and first > 0 and found[first - 1].lower in lists.grammar("people", "before_things")
    role = after if before is None and not lone else before
    if after is not None and before is not None and (before.organisation is None or not before.group):
        role = after
    if role is None and not (alone and 2 <= parts <= 4 and first == start and not lone):
        return None
    if role is not None and parts == 1 and role is after:
        return None
    left = found[max(0, first - _REACH) : first] if role is before else found[first : first + _REACH]
    if role is None:
        return Person(_text(name), name[0].start, name[-1].end, sure=False)
    group, sides = role.group or lists.rank_group(role.role), _near_sides(left, role, behind=role is before)
    return Person(_text(name), name[0].start, name[-1].end, role.role, group, role.organisation, sides)


def _initial(found: Sequence[Word], index: int, first: int) -> bool:
    """True of the dot behind an initial that is a part of a name: "Ana J. Ruiz", "A. Ruiz"."""
    return index > first and len(found[index - 1].text) == 1 and index + 1 < len(found) and found[index + 1].capital


def _near_sides(words: Sequence[Word], role: Role | None, *, behind: bool) -> tuple[str, ...]:
    """The sides named beside a role; none before "their spokesman, NAME", whose words are of others."""
    if role is None:
        return ()
    told = list(words)
    while behind and told and told[-1].text == ",":
        told.pop()
    comma = max((index for index, word in enumerate(told) if word.text == ","), default=-1)
    if behind and told[comma + 1 :] and told[comma + 1].lower in ("its", "their", "his", "her"):
        return ()
    return lists.sides_of(words)


def _before(found: Sequence[Word], first: int, start: int) -> Role | None:
    """The role before a name: in the same run, just before it, "head of X NAME", or "the head of X, NAME"."""
    low = max(0, first - _REACH)
    at = first - 1
    comma = at >= 0 and found[at].text == ","
    if comma:
        at -= 1
    for index in range(at, low - 1, -1):
        if found[index].text in (",", ";", "“", '"', "(", ":", "—", "–", "”") and not (index == at and comma):
            low = index + 1
            break
    window = part(found, low, at + 1)
    hits = lists.roles().find(window) or [
        Hit(h.start, h.end, "")
        for h in lists.titles().find(window)
        if h.value not in lists.grammar("people", "no_rank")
    ]
    if not hits:
        return None
    for hit in reversed(hits):
        gap = window[hit.end :]
        if all(lists.titles().knows(word.lower) for word in gap if word.plain):
            return Role(_text(window[hit.start : hit.end]), hit.value, _body(window, hit), hit.end)
        joint = gap[0].lower in ("of", "for", "at", "to", "in", "with") if gap else False
        if joint and (comma or (first > start and len(gap) > 1)):
            return Role(_text(window[hit.start : hit.end]), hit.value, _body(window, hit), hit.end)
    return None


def _after(found: Sequence[Word], end: int) -> Role | None:
    """The role in an apposition after a name: "NAME, (a|the) ROLE of X,"."""
    if end >= len(found) or found[end].text not in (",", "(", "—", "–"):
        return None
    stop = end + 1
    while stop < min(len(found), end + 1 + _REACH) and found[stop].text not in _ENDS:
        stop += 1
    window = part(found, end + 1, stop)
    hits = lists.roles().find(window)
    if not hits or window[0].lower in ("who", "which", "and", "but", "where", "while", "as", "when"):
        return None
    hit = _main(hits, window)
    if any(word.lower in lists.grammar("people", "verbs") for word in window[: hit.start]):
        return None
    return Role(_text(window[hit.start : hit.end]), hit.value, _body(window, hit), hit.end)


def _body(window: Sequence[Word], hit: Hit[str]) -> str | None:
    """The body that a role belongs to: after "of" or "for", or before the role."""
    rest = window[hit.end :]
    if hit.value == "journalist" and (medium := lists.medium_in(window[: hit.start])) is not None:
        return medium.value  # "AFP's correspondent in Tolm"
    if len(rest) > 1 and rest[0].lower in ("of", "for", "at", "with", "from", "in"):
        tail = [word for word in rest[1:] if word.text != ","]
        ends = lists.grammar("people", "after_body")
        stop = (i for i, w in enumerate(tail) if i and (w.lower in ends or not (w.plain or w.lower in ("'s", "'"))))
        tail = tail[: next(stop, len(tail))]
        while tail and tail[0].lower in ("the", "a", "an"):
            tail = tail[1:]
        for index in range(len(tail) - 1, 0, -1):
            if tail[index].lower in lists.bodies():
                return _text(tail[: index + 1])
        return _text(tail) or None
    return _body_before(list(window[: hit.start]))


def _body_before(lead: list[Word]) -> str | None:
    """The body named before a role: "the Flood Office spokesman", "Chad's minister", "another police spokesman"."""
    while lead and lead[0].lower in lists.grammar("people", "before_body"):
        lead = lead[1:]
    while lead and (lead[-1].lower in ("'s", "'", ".") or lead[-1].lower in lists.half_titles()):
        lead.pop()  # "Alaska's Lt." of "Alaska's Lt. Governor"
    capitals = [
        i for i, word in enumerate(lead) if word.capital and word.lower not in lists.grammar("people", "no_name")
    ]
    if not lead or (capitals and len(lead) > 1):
        return _text(lead[capitals[0] :]) if capitals else None
    kind = lead[-1].lower
    if f"{kind}s" in lists.grammar("missed", "bodies") and kind not in lists.bodies():
        return f"{kind}s"  # "the rebel spokesman"
    if capitals:
        return kind if kind in lists.bodies() else lead[-1].text
    start = len(lead) - 1
    while start and lead[start - 1].plain and lead[start - 1].lower not in lists.grammar("people", "no_name"):
        start -= 1
    return _text(lead[start:]) if kind in lists.bodies() else None


@cache
def _signs() -> Phrases[str]:
    return Phrases({words: words for words in (*_SIGNS, *lists.grammar("people", "called"))})


def _call_signs(found: Sequence[Word]) -> list[Person]:
    """Persons known by a call sign only: 'with the callsign “Raven”'."""
    if _signs().absent(found):
        return []
    out = []
    for hit in _signs().find(found):
        index = hit.end - 1
        for at in range(index + 1, min(index + 5, len(found))):
            if found[at].capital:
                window = found[max(0, hit.start - 20) : hit.start]
                role = role_in(window)
                out.append(
                    Person(
                        found[at].text, found[at].start, found[at].end, role.role if role else None,
                        role.group if role else "soldier", role.organisation if role else None, lists.sides_of(window),
                    )
                )  # fmt: skip
                break
            if found[at].plain and found[at].lower not in ("is", "of", "the"):
                break
    return out


def _text(found: Sequence[Word]) -> str:
    out = ""
    end = None
    for word in found:
        out += ("" if end is None or end == word.start else " ") + word.text
        end = word.end
    return out
