"""Finds the outlet and the authors of a report in its text, where nobody gave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from twosource.knowledge import outlets, table
from twosource.model import Basis, Document, Layout
from twosource.reading.structure.bylines import authors_in
from twosource.reading.structure.stamps import opens_with_dateline

__all__ = ["authors", "home", "outlet"]

WORD = r"(?:[\w&’'+-]|\.(?=\w)){0,30}"
NAME = rf"(?:[Tt]he )?[A-Z]{WORD}(?:[ /-](?:of |and |for |the |& )?[A-Z0-9]{WORD}){{0,5}}"
"""A name as running text writes it: capitalised words, with small ones inside."""

_NAME, _NAME_BEFORE = re.compile(NAME), re.compile(rf"{NAME}\Z")
_LETTERS = str.maketrans("’İıſ", "'iis")
"""Letters that a pattern takes for others, whatever the case; none becomes two."""

RIGHTS = re.compile(
    rf"(?i:copyright|©|\(c\))\W*(?:©|\([Cc]\))?\W*(?:\d{{4}}\W*(?:\d{{4}}\W*)?)?(?:by )?(?P<name>{NAME})"
)

WEIGHTS = {"own": 3, "likely": 2, "to": 1, "cited": -2}
"""One sure sign, or two weaker ones, name the outlet; that a medium is cited outweighs a talk with it."""

ENOUGH = 3
REACH = 60
"""Characters within which a name stands beside the words; no outlet's name is longer."""

EDGE = 3
"""Lines at either edge of a page where an outlet that no table knows prints its name."""

PAGE_END = 12
"""Lines at the end of a page among which an outlet's name stands."""


def outlet(document: Document, layout: Layout) -> tuple[str | None, Basis]:
    """The outlet's name and how it is known; None and `unknown` where the text does not show it.

    >>> from twosource.reading.structure import lay_out
    >>> document = Document(None, "The mayor left, he told the Kyiv Post. The Kyiv Post could not verify his words.")
    >>> outlet(document, lay_out(document))
    ('Kyiv Post', 'stated')
    """
    if document.outlet is not None:
        return document.outlet, document.outlet_basis if document.outlet_basis != "unknown" else "given"
    printed = _printed(layout)
    if printed is not None:
        return printed, "stated"
    link = document.url or _own_link(layout)
    found = outlets.from_domain(_host(link)) if link else None
    if found is not None:
        return found.name, "inferred"
    shown = _shown(layout)
    if shown is not None:
        return shown, "stated"
    wire = _wire(layout)
    if wire is not None:
        return wire, "stated"
    unlisted = _unlisted(layout)
    if unlisted is not None:
        return unlisted, "stated"
    address = _address(layout) or _site(document, layout)
    return (address, "inferred") if address is not None else (None, "unknown")


def authors(document: Document, layout: Layout) -> tuple[str, ...]:
    """The names in the bylines, editors left out.

    >>> from twosource.reading.structure import lay_out
    >>> text = "Dam holds\\n\\nBy Ana Novak and Jan Bok\\n\\nThe dam held through the night, its keeper said."
    >>> document = Document(None, text)
    >>> authors(document, lay_out(document))
    ('Ana Novak', 'Jan Bok')
    """
    if document.authors:
        return document.authors
    names: dict[str, None] = {}
    for span in layout.byline:
        line = span.cut(layout.text)
        if not re.match(r"(?:edit|translat|compil|photo)", line, re.I):
            names.update(dict.fromkeys(authors_in(line)))
    return tuple(names)


def home(outlet: str | None) -> str | None:
    """The ISO 3166 code of the country where an outlet sits; None where it is not known.

    >>> home("The Kyiv Post")
    'UA'
    """
    return outlets.country(outlet)


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def _known(name: str) -> str:
    """The name as the table of outlets writes it, else as written without "The"."""
    found = outlets.find(name)
    return found.name if found else re.sub(r"^[Tt]he ", "", name)


def _printed(layout: Layout) -> str | None:
    """The outlet's name where the page prints it: in a byline, on its own, in a line on rights or in a sign-off."""
    marked = [p for p in layout.paragraphs if p.furniture]
    for paragraph in marked:
        line = paragraph.cut(layout.text).strip(" •|*")
        if len(line) > 200:
            continue
        end = outlets.outlet_at(line)
        if outlets.is_outlet(line.rstrip(".")):
            return _known(line.rstrip("."))
        if end is not None and end < len(line) and line[end : end + 1].isupper():
            return _known(line[:end])  # a name that runs into the author's
        rights = RIGHTS.match(line)
        if rights and outlets.looks_like_medium(_cut_name(rights["name"])):
            return _known(_cut_name(rights["name"]))
    for span in layout.byline:
        name = _in_byline(span.cut(layout.text))
        if name is not None:
            return name
    return _sign_off(layout)


def _cut_name(name: str) -> str:
    """The name without what rights lines add: `All Rights Reserved`."""
    return re.split(r"[.,]|\b(?:All|Inc|LLC|Ltd)\b", name)[0].strip()


def _in_byline(line: str) -> str | None:
    """The outlet after an author's name: `By Ana Novak, The Daily Example`."""
    for part in re.split(r"[,|•·;]| - | – | — | for | of ", line)[1:]:
        if outlets.is_outlet(part.strip(" .")):
            return _known(part.strip(" ."))
    return None


def _sign_off(layout: Layout) -> str | None:
    """The name under a report: `Example Times International—Monitoring`."""
    for paragraph in layout.paragraphs[-PAGE_END:]:
        line = paragraph.cut(layout.text)
        if not paragraph.furniture or len(line) > 90 or re.search(r"\bby\b", line, re.I):
            continue
        words = re.split(r"\s*[—–|]\s*|\s+-\s+|/", line)[0].split()
        last = max((n for n, word in enumerate(words) if outlets.is_medium_noun(word)), default=0)
        if 1 <= last <= 4 and all(
            word[0].isupper() or word in ("of", "the", "and", "for", "&") for word in words[: last + 1]
        ):
            name = " ".join(words[: last + 1])
            if not name.casefold().startswith(
                ("latest", "more", "top", "related", "breaking", "all", "share", "google", "follow")
            ):
                return _known(name)
    return None


class _Cue(NamedTuple):
    """A pattern of words that stand beside a name, those words, their kind, and whether the name comes first."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    kind: str
    first: bool

    def places(self, low: str) -> list[int]:
        """Where the pattern may match in a text in lower case; looked up word by word, which is far quicker."""
        found: list[int] = []
        for words in self.words:
            at = low.find(words)
            while at >= 0:
                found += (at - 1, at) if self.first and at else (at,)
                at = low.find(words, at + 1)
        return sorted(set(found))


@cache
def _cues() -> tuple[_Cue, ...]:
    out = []
    for kind in WEIGHTS:
        for first in (True, False):
            phrases = sorted((p for p in table("masthead")[kind] if p.startswith("X") == first), key=len, reverse=True)
            bare = tuple(p.replace("X", "").strip() for p in phrases)
            words = "|".join(re.escape(p).replace("'", "['’]") for p in bare)
            if words:
                pattern = re.compile(rf"[ ]?(?:{words})\b" if first else rf"(?:\b|(?=©))(?:{words}) ", re.I)
                out.append(_Cue(pattern, tuple(map(str.lower, bare)), kind, first))
    return tuple(out)


def _mentions(text: str) -> Iterator[tuple[str, str]]:
    """Names that stand beside words of `masthead.toml`, and the kind of the words."""
    low = text.translate(_LETTERS).lower()
    for cue in _cues():
        free = 0
        for at in cue.places(low):
            match = cue.pattern.match(text, at) if at >= free else None
            if match is None:
                continue
            free = match.end()
            if cue.first:
                found = _NAME_BEFORE.search(text, max(0, match.start() - REACH), match.start())
            else:
                found = _NAME.match(text, match.end(), match.end() + REACH)
            if found:
                yield found.group(), cue.kind


def _shown(layout: Layout) -> str | None:
    """The medium that the text treats as its own: it could not verify, people spoke to it, it is not cited."""
    votes: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for name, kind in _mentions(layout.text):
        medium = _medium_in(name)
        if medium is not None:
            votes[medium] += WEIGHTS[kind]
            asked[medium] += kind in ("own", "likely")
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] >= ranked[0][1]):
        return None
    name, total = ranked[0]
    return name if asked[name] or total > ENOUGH else None


def _unlisted(layout: Layout) -> str | None:
    """An outlet that no table knows: it says what only an outlet does, and its name stands at an edge of the page.

    That is a short line at the head or the foot that begins or ends with the name, or the agency in the dateline.
    """
    text, paragraphs = layout.text, layout.paragraphs
    lines = [p.cut(text).strip(" •|*") for p in (*paragraphs[:EDGE], *paragraphs[-EDGE:])]
    lines = [re.split(r" ?[|•·–—] ?", line)[0].strip() for line in lines]
    for name in dict.fromkeys(name for name, kind in _mentions(text) if kind == "own"):
        bare = re.sub(r"^[Tt]he ", "", name).removesuffix("'s").removesuffix("’s")
        if bare.casefold() in {agency.casefold() for agency in _agencies(layout)}:
            return bare
        for line in (line for line in lines if 0 < len(line) <= REACH and line[-1] not in ".?!"):
            short = re.sub(r"^[Tt][Hh][Ee] ", "", line)
            if re.match(rf"{re.escape(bare)}\b", short, re.I) or re.search(rf"\b{re.escape(bare)}\Z", short, re.I):
                whole = _NAME.fullmatch(short.title() if short.isupper() else short)
                return whole.group() if whole and len(short.split()) <= EDGE else bare
    return None


def _agencies(layout: Layout) -> list[str]:
    """The agency in the dateline of the first paragraphs, known or not."""
    body = [p for p in layout.paragraphs if not p.furniture and p.part == "body"][:2]
    found = [opens_with_dateline(paragraph.cut(layout.text)) for paragraph in body]
    return [match["agency"] for match in found if match is not None and match["agency"]]


def _medium_in(name: str) -> str | None:
    """The medium that a run of capitalised words is or ends on: `Sunday The Example Times`."""
    words = name.split(" ")
    parts = [" ".join(words[first:]) for first in range(len(words))]
    parts += [" ".join(words[:last]) for last in range(len(words) - 1, 0, -1)]
    bare = [part.removesuffix("'s").removesuffix("’s").rstrip(".") for part in parts]
    known = next((part for part in (*parts, *bare) if outlets.is_outlet(part)), None)
    if known is None and outlets.looks_like_medium(bare[0]):
        known = bare[0]
    return _known(known) if known else None


def _wire(layout: Layout) -> str | None:
    """The agency in the dateline of the first paragraph: `KYIV, Jan. 3 (Agency) — `."""
    for paragraph in [p for p in layout.paragraphs if not p.furniture and p.part == "body"][:2]:
        found = opens_with_dateline(paragraph.cut(layout.text))
        if found and found["agency"] and outlets.is_outlet(found["agency"]):
            return _known(found["agency"])
    return None


_LINK = re.compile(r"https?://[^\s/]+\S*")


def _own_link(layout: Layout) -> str | None:
    """The report's own address, where somebody pasted it above the text: a first line that begins with one."""
    if not layout.paragraphs:
        return None
    found = _LINK.match(layout.paragraphs[0].cut(layout.text))
    return found.group() if found else None


def _site(document: Document, layout: Layout) -> str | None:
    """The site that a report is from, by its host name: a name to count by where no table knows the outlet."""
    host = _host(document.url or _own_link(layout) or "")
    return host.removeprefix("www.") or None


def _address(layout: Layout) -> str | None:
    """The outlet whose site an address at the end of the page names."""
    tail = layout.paragraphs[-PAGE_END:]
    for paragraph in reversed(tail):
        for match in re.finditer(r"[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+){1,3})", paragraph.cut(layout.text)[-2000:]):
            found = outlets.from_domain(match.group(1))
            if found is not None:
                return found.name
    return None
