"""The invented passages that teach what no public corpus holds: claims with their type, stance and certainty.

    python -m training.markup training/invented/*.txt

checks the files and counts what they hold. A file holds passages, apart by a line `---`. In a passage

    <s i="1">Governor Ivo Halas</s> <q i="1">said</q> <c i="1" t="attack" st="assert" k="probable">a drone <h>probably</h>
    hit the depot <l>in the northern district</l></c>.

`s` is the words that name the source, `q` the cue and `c` the content of a claim, joined by the number `i`; a claim in
the outlet's own voice has a `c` alone. A broken content is several `c` of one number; the first carries the attributes.
`h` is a hedge and `l` a limit (scope) within a content. What stands in no `c` is no claim: colour, comment, background.
Claims may nest.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

TYPES = (
    "control", "movement", "attack", "casualties", "strength", "losses_materiel", "capability", "personnel",
    "diplomacy", "sanctions", "humanitarian", "denial", "forecast", "other",
)  # fmt: skip
STANCES = ("assert", "deny", "decline", "cannot_verify", "acknowledge")
CERTAINTIES = ("certain", "probable", "possible")

_TAG = re.compile(r'<(?P<close>/?)(?P<name>s|q|c|h|l)(?P<rest>(?: \w+="[^"<>]*")*)>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')

Offsets = tuple[int, int]


class MarkedClaim(msgspec.Struct):
    """A claim of an invented passage; offsets into the passage's text, ends exclusive."""

    content: list[Offsets]
    source: list[Offsets] = []
    cue: list[Offsets] = []
    hedges: list[Offsets] = []
    scope: list[Offsets] = []
    type: str = "other"
    stance: str = "assert"
    certainty: str = "certain"


class Passage(msgspec.Struct):
    """An invented passage with all its claims."""

    id: str
    text: str
    claims: list[MarkedClaim]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. Raises ValueError, naming the passage, where the markup is not sound."""
    for number, block in enumerate(re.split(r"(?m)^---[ \t]*$", path.read_text(encoding="utf8")), 1):
        if block.strip():
            name = f"{path.stem}-{number}"
            try:
                yield _passage(name, block.strip())
            except (ValueError, KeyError) as error:
                raise ValueError(f"{path}, passage {number} ({block.strip()[:60]!r}): {error}") from error


def _passage(name: str, block: str) -> Passage:
    text: list[str] = []
    length = at = 0
    open_tags: list[tuple[str, dict[str, str], int]] = []
    claims: dict[str, MarkedClaim] = {}
    parts: list[tuple[str, str, Offsets]] = []
    inner: list[tuple[str, str, Offsets]] = []
    for match in _TAG.finditer(block):
        piece = block[at : match.start()]
        text.append(piece)
        length += len(piece)
        at = match.end()
        kind = match["name"]
        if not match["close"]:
            open_tags.append((kind, dict(_ATTRIBUTE.findall(match["rest"])), length))
            continue
        if not open_tags or open_tags[-1][0] != kind:
            raise ValueError(f"</{kind}> closes nothing")
        _, attributes, start = open_tags.pop()
        span = (start, length)
        if span[0] >= span[1]:
            raise ValueError(f"an empty <{kind}>")
        if kind in ("h", "l"):
            holder = next((a["i"] for k, a, _ in reversed(open_tags) if k == "c"), None)
            if holder is None:
                raise ValueError(f"<{kind}> outside of a <c>")
            inner.append((kind, holder, span))
            continue
        parts.append((kind, attributes["i"], span))
        if kind == "c" and "t" in attributes:
            if attributes["i"] in claims:
                raise ValueError(f"claim {attributes['i']} has its attributes twice")
            claims[attributes["i"]] = _claim(attributes)
    text.append(block[at:])
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is never closed")
    whole = "".join(text)
    if "<" in whole or ">" in whole:
        raise ValueError("a stray < or >")
    for kind, holder, span in sorted(parts, key=lambda part: part[2]):
        claim = claims[holder]
        {"s": claim.source, "q": claim.cue, "c": claim.content}[kind].append(span)
    for kind, holder, span in inner:
        claim = claims[holder]
        (claim.hedges if kind == "h" else claim.scope).append(span)
    return Passage(name, whole, sorted(claims.values(), key=lambda claim: claim.content))


def _claim(attributes: dict[str, str]) -> MarkedClaim:
    kind, stance, certainty = attributes["t"], attributes.get("st", "assert"), attributes.get("k", "certain")
    for value, known in ((kind, TYPES), (stance, STANCES), (certainty, CERTAINTIES)):
        if value not in known:
            raise ValueError(f"{value!r} is none of {', '.join(known)}")
    return MarkedClaim([], type=kind, stance=stance, certainty=certainty)


def main(names: list[str]) -> int:
    """Checks files and prints what they hold."""
    counts: dict[str, Counter[str]] = {"type": Counter(), "stance": Counter(), "certainty": Counter(), "voice": Counter()}
    number = words = hedges = scopes = 0
    faults = 0
    for name in names:
        try:
            for passage in passages(Path(name)):
                number += 1
                words += len(passage.text.split())
                for claim in passage.claims:
                    counts["type"][claim.type] += 1
                    counts["stance"][claim.stance] += 1
                    counts["certainty"][claim.certainty] += 1
                    counts["voice"]["attributed" if claim.cue or claim.source else "own"] += 1
                    hedges += len(claim.hedges)
                    scopes += len(claim.scope)
        except ValueError as error:
            faults += 1
            print(error, file=sys.stderr)
    print(f"{number} passages, {words} words, {hedges} hedges, {scopes} limits")
    for name, count in counts.items():
        print(name, dict(count.most_common()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
