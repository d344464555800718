"""The reporting verbs of cues.toml with all their forms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple, get_args

from twosource.errors import KnowledgeError
from twosource.knowledge import table

CueClass = Literal[
    "say", "claim", "deny", "admit", "confirm", "decline", "cannot_verify", "think",
    "know", "show", "warn", "complain", "promise",
    "intend", "order", "question", "judge", "support", "speak", "hearsay",
]  # fmt: skip
Form = Literal["base", "s", "past", "participle", "ing"]


class Verb(NamedTuple):
    """A reporting verb: its complements, each with the class of the cue that it makes, and its particle, if any."""

    lemma: str
    particle: tuple[str, ...]
    frames: dict[str, CueClass]


def _regular(lemma: str, doubling: bool) -> dict[Form, str]:
    stem = lemma + lemma[-1] if doubling else lemma
    if lemma.endswith("ee"):
        return {"s": lemma + "s", "past": lemma + "d", "participle": lemma + "d", "ing": lemma + "ing"}
    if lemma.endswith("e"):
        return {"s": lemma + "s", "past": lemma + "d", "participle": lemma + "d", "ing": lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in set("aeiou"):
        return {
            "s": lemma[:-1] + "ies",
            "past": lemma[:-1] + "ied",
            "participle": lemma[:-1] + "ied",
            "ing": lemma + "ing",
        }
    plural = lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return {"s": plural, "past": stem + "ed", "participle": stem + "ed", "ing": stem + "ing"}


def forms_of(lemma: str) -> Iterable[tuple[str, Form]]:
    """Every form of a verb.

    >>> sorted(forms_of("deny"))
    [('denied', 'participle'), ('denied', 'past'), ('denies', 's'), ('deny', 'base'), ('denying', 'ing')]
    """
    morphology = table("cues")["morphology"]
    forms = _regular(lemma, lemma in morphology["doubling"].split())
    for line in morphology["irregular"]:
        base, past, participle = line.split()
        if base == lemma:
            forms |= {"past": past, "participle": participle}
    yield lemma, "base"
    for form, word in forms.items():
        yield word, form


@cache
def verbs() -> dict[str, tuple[tuple[Verb, frozenset[Form]], ...]]:
    """The reporting verbs by each of their forms; a verb with a particle stands before the bare one."""
    frames: dict[tuple[str, ...], dict[str, CueClass]] = {}
    for group in table("cues")["verbs"]:
        if group["class"] not in get_args(CueClass):
            raise KnowledgeError(
                f"cues.toml has a class {group['class']!r} that is none; use one of {get_args(CueClass)}"
            )
        for entry in group["lemmas"].split():
            held = frames.setdefault(tuple(entry.split("_")), {})
            for frame in group["frames"]:
                held.setdefault(frame, group["class"])
    found: dict[str, list[tuple[Verb, set[Form]]]] = {}
    for parts, held in sorted(frames.items(), key=lambda item: -len(item[0])):
        verb = Verb(parts[0], parts[1:], held)
        for word, form in forms_of(parts[0]):
            entries = found.setdefault(word, [])
            mine = next((forms for known, forms in entries if known is verb), None)
            if mine is None:
                entries.append((verb, {form}))
            else:
                mine.add(form)
    return {word: tuple((verb, frozenset(forms)) for verb, forms in entries) for word, entries in found.items()}
