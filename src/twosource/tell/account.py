"""The line of account under a question: who is independent and why, who is silent, what changed, what says too much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model import ClaimRef, Group, Question, Relation, RelationKind, Stance
from twosource.tell import wording
from twosource.tell.index import Index, Mark
from twosource.tell.voices import voice

MOST = 4
"""Entries of one kind that an account names before it says how many more there are: it is to stay one line."""


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of the account: a label, and words with marks between them."""

    label: str
    pieces: tuple[str | Mark, ...]

    def __str__(self) -> str:
        return "".join(str(piece) for piece in self.pieces)


def notes(question: Question, index: Index) -> tuple[Note, ...]:
    """The account of a question, entry by entry; what there is nothing to say of is left out."""
    sides = [wording.side(wording.clean(side)) for side in question.sides]
    made = [
        Note("Independent sources", (_independence(question),)),
        Note("Speaking for", (wording.listed(sides),)),
        Note("Declined to comment", _silent(question, index, "decline", question.declined)),
        Note("Could not verify", _silent(question, index, "cannot_verify", ())),
        Note("In conflict", _related(question, index, "conflict", " against ")),
        Note("Changed", _related(question, index, "revision", " gives way to ")),
        Note("Says more than its source", _related(question, index, "overstates", " widens ")),
        Note("One statement, told again", _related(question, index, "same_statement", " and ")),
        Note("Why so marked", (_reason(question.status_reason),)),
    ]
    return tuple(note for note in made if any(note.pieces))


def _reason(reason: str | None) -> str:
    return wording.shorten(wording.clean(reason or ""), 200)


def _independence(question: Question) -> str:
    """How many independent sources, which, and why some count together."""
    found = question.independent_sources
    if not found.at_most:
        return "none named"
    told = f"{found.count} certain"
    certain = [_group(group) for group in found.groups if group.certain]
    if certain:
        told += f" ({_joined(certain)})"
    if found.at_most > found.count:
        told += f", at most {found.at_most}"
        possible = [_group(group) for group in found.groups if not group.certain]
        if possible:
            told += f" (with {_joined(possible)})"
    return told


def _joined(parts: Sequence[str]) -> str:
    more = len(parts) - MOST
    return "; ".join(parts[:MOST]) + (f"; {more} more" if more > 0 else "")


def _group(group: Group) -> str:
    names = wording.listed([_named(name) for name in group.names], MOST)
    reason = _reason(group.reason).removeprefix("at most: ")
    if len(group.names) > 1:
        return f"{names}, counted once" + (f": {reason}" if reason else "")
    return f"{names}: {reason}" if reason and not group.certain else names


def _named(name: str) -> str:
    written = wording.shorten(wording.clean(name), 90)
    return "an unnamed source" if written.casefold() == "unspecified" else written


def _silent(question: Question, index: Index, stance: Stance, names: Iterable[str]) -> tuple[str | Mark, ...]:
    """Who declined or could not verify, each with the marks of saying so."""
    found: dict[str, list[Mark]] = {_named(name): [] for name in names}
    for ref in index.held(question.claims()):
        if index.at(ref)[1].stance == stance:
            found.setdefault(voice(index, ref).name, []).append(index.mark(ref))
    pieces: list[str | Mark] = []
    for name, marks in list(found.items())[:MOST]:
        pieces.append(f"{', ' if pieces else ''}{name}")
        for mark in marks[:MOST]:
            pieces += [" ", mark]
    if len(found) > MOST:
        pieces.append(f" and {len(found) - MOST} more")
    return tuple(pieces)


def _related(question: Question, index: Index, kind: RelationKind, joint: str) -> tuple[str | Mark, ...]:
    """The relations of one kind, the two ends in the order in which they are told."""
    told: list[tuple[str | Mark, ...]] = []
    seen: set[tuple[str, str]] = set()
    for relation in question.relations:
        if relation.kind != kind or relation.a not in index or relation.b not in index:
            continue
        pieces = _ends(relation, index, joint)
        key = (str(pieces[1]), str(pieces[-2]))
        if key not in seen:
            seen.add(key)
            told.append(pieces)
    joined: list[str | Mark] = []
    for pieces in told[:MOST]:
        joined += ["; ", *pieces] if joined else pieces
    if len(told) > MOST:
        joined.append(f"; {len(told) - MOST} more")
    return tuple(joined)


def _ends(relation: Relation, index: Index, joint: str) -> tuple[str | Mark, ...]:
    """A relation as words and marks: `X [001 ¶2] against Y [003 ¶4] (why)`."""
    first, second = (relation.b, relation.a) if relation.kind == "overstates" else (relation.a, relation.b)
    reason = _reason(relation.reason)
    names = [_who(relation, index, first), _who(relation, index, second)]
    if names[0] == names[1]:
        names[1] = ""
    pieces: list[str | Mark] = [f"{names[0]} ", index.mark(first), joint]
    pieces += [f"{names[1]} " if names[1] else "", index.mark(second), f" ({reason})" if reason else ""]
    return tuple(pieces)


def _who(relation: Relation, index: Index, ref: ClaimRef) -> str:
    """Whose telling it is: the outlet's where a report says too much, the speaker's otherwise."""
    report, claim = index.at(ref)
    if relation.kind == "overstates" and ref == relation.b:
        return wording.clean(report.outlet or "") or "an unnamed outlet"
    name = voice(index, ref).name
    said = claim.said
    if relation.kind == "revision" and said and said.start and said.start == said.end:
        return f"{name} on {wording.day(said.start)}"
    return name
