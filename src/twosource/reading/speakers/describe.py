"""Reads the words that name a source: a person and the role, a body, a class, somebody unnamed, a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from twosource.reading.speakers import lists
from twosource.reading.speakers.people import Person, people, role_in
from twosource.reading.speakers.shorts import short_form
from twosource.reading.speakers.words import Word, Words, remembered

__all__ = ["Description", "describe"]

Form = Literal["pronoun", "person", "role", "body", "class", "anonymous", "vessel", "name", "none"]

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "both"))

_OWN = frozenset(("their", "its"))
_OTHER = frozenset(("another", "second", "third", "fourth", "fifth", "other"))
"""Words that tell a person from those who spoke before: "a second commander", "another witness"."""


class Description(NamedTuple):
    """What the words for a source say by themselves, before anybody asks who is meant."""

    form: Form
    name: str
    start: int
    end: int
    person: Person | None = None
    role: str | None = None
    group: str | None = None
    organisation: str | None = None
    sides: tuple[str, ...] = ()
    definite: bool = False
    alias: str | None = None
    through: bool = False
    other: bool = False


@remembered
def describe(found: Sequence[Word]) -> Description:
    """What some words for a source say.

    >>> from twosource.reading.speakers.words import words
    >>> describe(words("Major Ana Kovač, a spokeswoman for the Border Guard")).person.name
    'Ana Kovač'
    >>> described = describe(words("a statement released by the Border Guard"))
    >>> described.form, described.name
    ('body', 'Border Guard')
    """
    kept = _bare(found)
    if not kept:
        return Description("none", "", 0, 0)
    if len(kept) == 1 and kept[0].lower in lists.grammar("describe", "pronouns"):
        return Description("pronoun", kept[0].text, kept[0].start, kept[0].end, definite=True)
    inner = _out_of_vessel(kept)
    if inner is None:
        return _vessel(kept)
    medium = lists.medium_in(inner)
    if medium is not None and medium.start and medium.end == len(inner) and len(inner) - len(medium.value.split()) <= 2:
        start, end = inner[medium.start].start, inner[medium.end - 1].end
        return Description("body", medium.value, start, end, None, None, None, medium.value, definite=True)
    if inner[0].lower in ("his", "her") and inner[-1].lower in lists.bodies():
        return Description("pronoun", inner[0].text, inner[0].start, inner[0].end, definite=True)
    named = people(inner, alone=True)
    if named:
        person = next((one for one in named if one.sure), named[0])  # "Arvia Works spokesman Jon Barr"
        return Description(
            "person", person.name, person.start, person.end, person, person.role, person.group,
            person.organisation, person.sides or lists.sides_of(inner), True,
        )  # fmt: skip
    return _nameless(inner, through=len(inner) != len(kept))


def _bare(found: Sequence[Word]) -> Words:
    """The words without marks at the ends."""
    start, end = 0, len(found)
    while start < end and not found[start].plain:
        start += 1
    while end > start and not found[end - 1].plain:
        if found[end - 1].text == ")" and any(word.text == "(" for word in found[start:end]):
            break
        end -= 1
    return found if isinstance(found, Words) and end - start == len(found) else Words(found[start:end])


def _out_of_vessel(found: Words) -> Words | None:
    """Whoever speaks in "a statement by X" or "X's report"; None where the vessel is all there is."""
    vessels = lists.words_of("roles", "vessels", "words")
    joints = {"by", "from", "of"}
    for index, word in enumerate(found[:8]):
        if word.lower not in vessels or (word.capital and index == 1 and found[0].text == "the"):  # "the Post"
            continue
        if index and found[index - 1].lower in ("'s", "'") and index >= len(found) - 2:
            return _bare(found[: index - 1])
        named = index > 0 and (found[index - 1].capital or found[index - 1].lower in lists.bodies())
        if named and index == len(found) - 1 and not _all_empty(found[:index]):
            return _bare(found[:index])
        for after in range(index + 1, min(index + 3, len(found) - 1)):
            if found[after].lower in joints or (found[after].lower == "in" and _names_media(found[after + 1 :])):
                return _bare(found[after + 1 :])
        if _all_empty(found[:index]):
            if index == len(found) - 1 or found[index + 1].lower in lists.grammar("describe", "after_vessel"):
                return None
            return found
    return found


def _all_empty(found: Sequence[Word]) -> bool:
    """True of words that name nobody: "the latest", "some unconfirmed"."""
    return all(part.lower in lists.grammar("describe", "empty") for part in found)


def _names_media(found: Sequence[Word]) -> bool:
    """True where the words name media, by name or as a class."""
    kinds = lists.words_of("media", "words")
    return bool(lists.media().find(found)) or any(word.lower in kinds for word in found[:4])


def _vessel(found: list[Word]) -> Description:
    """A bare "the report", "his statement" stands for somebody named before; bare "reports" for nobody."""
    first = found[0].lower
    name = " ".join(word.text for word in found if word.lower not in ("the", "a", "an"))
    if first in ("his", "her", "their", "its"):
        return Description("pronoun", found[0].text, found[0].start, found[0].end, definite=True)
    issued = first in ("a", "an") and found[-1].lower in lists.grammar("describe", "issued")
    if first in _DEFINITE or issued:
        return Description("vessel", name, found[0].start, found[-1].end, definite=True)
    if len(found) == 1:
        name = f"unspecified {found[0].lower}"
    return Description("anonymous", name[:1].lower() + name[1:], found[0].start, found[-1].end)


def _nameless(whole: list[Word], *, through: bool) -> Description:
    """A body, a class, a role or somebody unnamed."""
    found = _without_alias(whole)
    alias = _alias(whole)
    head = _head(found)
    definite = found[0].lower in _DEFINITE or any(word.lower in ("'s", "'") for word in head)
    while head and (head[0].lower in ("the", "a", "an") or (len(head) > 1 and head[0].lower in _OWN)):
        head = head[1:]
    head = _undated(head)
    if not head:
        return Description("none", "", 0, 0)
    name = " ".join(_glued(head))
    start, end = head[0].start, head[-1].end
    sides = lists.sides_of(found)
    lower = [word.lower for word in found]
    hidden = lists.words_of("roles", "anonymous", "words")
    last = head[-1].lower
    if any(word in hidden for word in lower) or "condition of anonymity" in " ".join(lower):
        return Description("anonymous", name, start, end, None, last, "official", None, sides, definite)
    if last in ("source", "sources", "insider", "insiders") or (
        len(head) == 1 and last in lists.words_of("roles", "anonymous", "alone")
    ):
        return Description("anonymous", name, start, end, None, last, "official", None, sides, definite)
    party = lists.parties().at(head, 0)
    if party is not None and party.end == len(head) and party.value.named:
        return Description("body", name, start, end, None, None, None, name, sides, definite, alias, through)
    if any(word.lower in lists.classes() for word in head) and not _is_body(head):
        return Description("class", name, start, end, None, last, None, None, sides, definite, through=through)
    if _joined_parties(head):
        return Description("class", name, start, end, None, None, None, None, sides, definite)
    if head[0].lower in lists.grammar("describe", "several"):
        return Description("class", name, start, end, None, last, None, None, sides, definite, through=through)
    role = role_in(found)
    if role is not None and not _is_body(head):
        other = bool(_OTHER.intersection(lower[: len(found) - len(head) + 2]))
        return Description(
            "role", name, start, end, None, role.role, role.group, role.organisation, sides, definite, other=other
        )
    return Description("body", name, start, end, None, None, None, name, sides, definite, alias, through)


def _head(found: list[Word]) -> list[Word]:
    """The words up to the first comma, relative clause or remark in brackets."""
    for index, word in enumerate(found):
        if index and (word.lower in lists.grammar("describe", "ends") or word.text in (",", "(", ";", "—", "–", ":")):
            if word.text == "," and _listed(found, index):
                continue
            if word.text == "," and not any(part.capital for part in found[1:index]):
                # "the grid operator, Wendnet,": the name is the better
                name = _name_after(found, index + 1)
                if name:
                    return name
            if word.text == "," and len(found) - index > 2 and found[index + 1].lower == "the":
                # "the security agency, the State Committee": the name is the better
                after = _head(found[index + 1 :])
                if any(part.capital for part in after[1:]) and not any(part.capital for part in found[:index]):
                    return after
                if any(part.capital for part in after[1:]) and found[index - 1].lower in ("agency", "body", "ministry"):
                    return after
            return found[:index]
    return found


def _undated(head: list[Word]) -> list[Word]:
    """The words without the day behind them: "jury on Tuesday", "Norland late Saturday"."""
    end = len(head)
    if end > 1 and head[-1].lower in lists.grammar("describe", "days"):
        end -= 1
        while end > 1 and head[end - 1].lower in ("on", "late", "early", "last", "this"):
            end -= 1
    return head[:end]


def _name_after(found: list[Word], start: int) -> list[Word]:
    """The capitalised words that are all there is up to the next comma or the end."""
    end = next((i for i in range(start, len(found)) if found[i].text == ","), len(found))
    name = found[start:end]
    return name if 1 <= len(name) <= 4 and all(word.capital or word.text == "&" for word in name) else []


def _listed(found: list[Word], index: int) -> bool:
    """True of the comma in "Western, Korean, and Polish agencies"."""
    rest = found[index + 1 :]
    return any(word.lower in ("and", "or") for word in rest[:5]) and bool(rest) and rest[0].plain and not any(
        word.lower in lists.grammar("describe", "determiners") for word in rest[:2]
    )  # fmt: skip


def _is_body(head: Sequence[Word]) -> bool:
    """True where the last word, or the word before "of", heads the name of a body."""
    for index, word in enumerate(head):
        if word.lower in ("of", "for", "in", "at", "on") and index:
            return head[index - 1].lower in lists.bodies()
    return head[-1].lower in lists.bodies()


def _joined_parties(head: Sequence[Word]) -> bool:
    """True of "North Korea and Russia", "Kyiv and its allies"."""
    first = lists.parties().at(head, 0)
    return first is not None and first.value.named and first.end < len(head) - 1 and head[first.end].lower == "and"


def _alias(found: Sequence[Word]) -> str | None:
    """The short form in brackets: "the Border Guard (BG)"."""
    for before, word, after in zip(found, found[1:], found[2:], strict=False):
        if before.text == "(" and after.text == ")" and short_form(word.text):
            return word.text
    return None


def _without_alias(found: list[Word]) -> list[Word]:
    """The words without a short form in brackets."""
    for index in range(len(found) - 2):
        if found[index].text == "(" and found[index + 2].text == ")" and short_form(found[index + 1].text):
            return found[:index] + found[index + 3 :]
    return found


def _glued(found: Sequence[Word]) -> list[str]:
    """The words as they stand, marks put back to the words that they follow."""
    out: list[str] = []
    end = -1
    for word in found:
        if out and word.start == end:
            out[-1] += word.text
        else:
            out.append(word.text)
        end = word.end
    return out
