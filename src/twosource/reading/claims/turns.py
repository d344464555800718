"""Finds texts in turns, who speaks where: interviews, transcripts, threads, statements printed whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from twosource.knowledge import table
from twosource.model import Layout, Paragraph, Span
from twosource.reading.speakers import Cast, Person, bodies, describe, medium_in, roles_in, words
from twosource.reading.speakers.names import same_medium

__all__ = ["Turn", "turns"]

_LABEL = re.compile(
    r"(?:[-–—•*]\s+)?(?P<name>@\w{2,30}|[^\W\d_][\w.'’\- ]{0,44}?)(?:, (?P<office>[\w ]{2,40}))?\s*"
    r"(?:\((?P<remark>[^()\n]{1,50})\))?\s*:\s+(?=\S)"
)
"""A name or role, perhaps a remark in brackets, and a colon at the head of a paragraph."""
_POST = re.compile(r"\d{1,2}/(?:\d{1,2})?\s+")
"""The number of a post in a thread."""
_HANDLE = re.compile(r"@\w{2,30}")
_QUESTION = re.compile(r"\d{1,2}[.)]\s")
_FEW = 3
"""Paragraphs with a label that make a text one in turns; of accounts with a handle, and of posts, two do."""
_SHARE = 0.3
"""Share of the paragraphs that have a label then: a list of headlines with a colon here and there has fewer."""
_TOP = 8
"""Paragraphs at the head of a text among which the line stands that says whose statement follows."""
_LINE = 120
"""Characters of such a line at most."""

_SAYS = re.compile(
    r"(?:^|[,.;\n] ?|\b(?:today|yesterday|statement|and|as) )(?P<who>(?:[^\W\d_][\w.’'-]*,?[ ]){1,12}?)"
    r"(?:also |then |later |has |today )?(?:said|says|stated|wrote|writes|added|declared|announced|commented|"
    r"(?:issued|released|made|gave|published|posted|provided|read|sent)(?: (?:the|this|a|an))?(?: following)?(?: \w+)?"
    r" (?:statement|message|remarks?|comments?|declaration))"
    r"(?: (?:in|on|after|at|to|today|yesterday|by|from|the|following)\b[^:\n]{0,60})?\s*:\s*\Z"
)
"""The end of a paragraph that says whose words follow: "Minister Ana Ruiz said in a statement:"."""
_COLON = re.compile(r"(?P<who>(?:[^\W\d_][\w.’'-]*,?[ ]){1,12}?)(?:said|says|stated|commented): (?=\S)")
"""The same at the head of a paragraph: "Minister Ana Ruiz said: We have …"."""
_FIRST = re.compile(r"\b(?:I|we|We|our|Our|my|My|us)\b")
_QUOTES = '"“«'
_REPORTED = re.compile(r"(?<![Ww]e )(?<!\bI )\b(?:said|told|says)\b")


class Turn(NamedTuple):
    """What one speaker says: with the label from `start`, without it from `begin`. `who` is None of the outlet."""

    start: int
    begin: int
    end: int
    who: int | None


class _Label(NamedTuple):
    """The label of a paragraph: the name as printed, the remark in brackets, where the words begin."""

    paragraph: Paragraph
    name: str
    remark: str
    begin: int
    office: str = ""


def turns(layout: Layout, cast: Cast) -> list[Turn]:
    """The turns of a text in their order; none where it is not told in turns.

    >>> from twosource.model import Document
    >>> from twosource.reading.speakers import gather
    >>> from twosource.reading.structure import lay_out
    >>> text = "HOST: How many?\\n\\nOLEK (by phone): Nine are dead.\\n\\nHOST: And you?\\n\\nOLEK: I was not there."
    >>> layout = lay_out(Document(None, text))
    >>> [turn.who for turn in turns(layout, gather(layout, None))]
    [None, 0, None, 0]
    """
    body = [paragraph for paragraph in layout.paragraphs if not paragraph.furniture]
    found = _labelled(layout, cast, body) or _posts(layout, cast, body)
    found = found or _answers(layout, cast, body) or _issued(layout, cast, body)
    found = found or _stated(layout, cast, body)
    return sorted(found)


# Labels.


def _labelled(layout: Layout, cast: Cast, body: Sequence[Paragraph]) -> list[Turn]:
    labels = [label for paragraph in body if (label := _label(layout.text, paragraph)) is not None]
    handles = sum(label.name.startswith("@") for label in labels)
    labels = [label for label in labels if handles >= 2 or _may_speak(label, cast)]
    again = len(labels) > len({label.name.split()[-1] for label in labels})
    if not (handles >= 2 or (again and len(labels) >= _FEW and len(labels) >= _SHARE * len(body))):
        return []
    known: dict[str, int | None] = {}
    out: list[Turn] = []
    heads = {label.paragraph.start: label for label in labels}
    for paragraph in body:
        head = heads.get(paragraph.start)
        if head is not None:
            who = _who(layout.text, head, cast, known)
            out.append(Turn(paragraph.start, head.begin, paragraph.end, who))
        elif out and _bulleted(layout.text, paragraph) and _bulleted(layout.text, out[-1]):
            out.append(Turn(paragraph.start, paragraph.start, paragraph.end, out[-1].who))
    return out


def _bulleted(text: str, stretch: Paragraph | Turn) -> bool:
    return text[stretch.start : stretch.start + 2] in ("- ", "– ", "— ", "• ", "* ")


def _label(text: str, paragraph: Paragraph) -> _Label | None:
    match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LINE))
    if match is None or len(match["name"].split()) > 6:
        return None
    name = re.sub(r" on [\w ]+\Z", "", match["name"])
    return _Label(paragraph, name, match["remark"] or "", match.end(), match["office"] or "")


def _may_speak(label: _Label, cast: Cast) -> bool:
    """True of names in capitals, of hosts, of persons whom the text knows, of the outlet and its initials."""
    name = label.name
    plain = [part for part in name.split() if part.lower().rstrip(".") not in _words("addressed")]
    if not plain:
        return name[:1].isupper() and not name.isupper()
    if all(part.lower() in _words("hosts") | _words("answers") for part in plain) or _own(name, cast):
        return True
    if any(char.isdigit() for char in name) or not name[:1].isupper():
        return False
    if _initialled(name, cast) is not None:
        return True
    shouted = [part for part in plain if part.isupper() and len(part.strip(".")) > 1]
    if shouted and all(part.isupper() or part.islower() for part in plain):
        return True
    return len(plain) <= 3 and cast.known_person(" ".join(plain)) is not None


def _own(name: str, cast: Cast) -> bool:
    """True of the outlet's name and of its initials."""
    outlet = cast.outlet or ""
    initials = "".join(part[0] for part in outlet.split() if part[0].isupper())
    return bool(outlet) and (same_medium(name, outlet) or (len(initials) > 1 and name == initials))


def _initialled(name: str, cast: Cast) -> str | None:
    """The full name whose initials a label is: JH of J. Hald."""
    if not (name.isupper() and 2 <= len(name) <= 4 and name.isalpha()):
        return None
    known = (*(who.name for who in cast.characters if who.kind == "person"), *cast.full_names())
    return next((full for full in known if "".join(part[0] for part in full.split()) == name), None)


def _who(text: str, label: _Label, cast: Cast, known: dict[str, int | None]) -> int | None:
    """Whose label it is; None of the outlet's own."""
    plain = [part for part in label.name.split() if part.lower().rstrip(".") not in _words("addressed")]
    at = label.paragraph.start
    key = (plain or [label.name])[-1].lower()
    if label.name.startswith("@"):
        return known.setdefault(label.name, cast.person_of(label.name, at))
    if any(part.lower() in _words("hosts") for part in label.office.split()):
        known.update(dict.fromkeys((part.lower() for part in plain), None))
        return None
    if _own(label.name, cast) or any(part.lower() in _words("hosts") for part in plain):
        return None
    if plain and all(part.lower() in _words("answers") for part in plain):
        return _first_person(cast)
    if key in known:
        return known[key]
    bracketed = _name_in(label.remark)
    titled = len(plain) < len(label.name.split()) and not roles_in(words(" ".join(plain)))
    if bracketed and not titled:
        span = text.find(bracketed, label.paragraph.start)
        who = cast.add_person(Person(bracketed, span, span + len(bracketed), role=" ".join(plain).lower()))
        for part in plain:
            known[part.lower()] = who
        return who
    if not plain:
        named = cast.resolve((Span(at + text[at:].index(label.name), label.begin - 2),), Span(at, label.begin))
        known[key] = named if named is not None and named >= 0 else None
        return known[key]
    name = _initialled(label.name, cast) or " ".join(plain)
    if roles_in(words(name)):
        number = cast.known_person(name)
        number = cast.person_of(name, at) if number is None else number
    else:
        bare = " ".join(part.capitalize() if part.isupper() and len(part) > 3 else part for part in name.split())
        number = cast.add_person(Person(bare if " " not in name else name, at, at + len(label.name)))
    known[key] = None if _reports(text, cast, number) else number
    return known[key]


def _name_in(remark: str) -> str | None:
    """The person's name in brackets behind a role: "(Col. P. Adair)"."""
    parts = [part for part in remark.split() if part.lower().rstrip(".") not in _words("addressed")]
    named = len(parts) > 1 and all(part[:1].isupper() for part in parts) and "," not in remark
    plain = named and not any(part.lower() in _words("remarks") | bodies() for part in parts)
    return " ".join(parts) if plain else None


def _reports(text: str, cast: Cast, number: int) -> bool:
    """True of the outlet's own reporter: "our correspondent X", "X is there"."""
    who = cast.characters[number]
    if "journalist" in who.groups:
        return True
    last = re.escape(who.name.split()[-1])
    there = rf"{last} (?:is|was|reports|joins us|has more) ?(?:there|in|at|on|outside|from|live)?\b"
    return (
        re.search(rf"(?i:our (?:correspondent|reporter|colleague)) (?:\w+ ){{0,2}}{last}\b|{there}", text) is not None
    )


def _first_person(cast: Cast) -> int | None:
    """The person whom the text names first."""
    persons = [
        (min(who.mentions), number)
        for number, who in enumerate(cast.characters)
        if who.kind == "person" and who.mentions
    ]
    return min(persons)[1] if persons else None


# Posts of a thread, answers to questions, documents.


def _posts(layout: Layout, cast: Cast, body: Sequence[Paragraph]) -> list[Turn]:
    """The numbered posts of the one account that the text names."""
    found = [(p, m) for p in body if (m := _POST.match(layout.text, p.start, p.end)) is not None]
    handles = {match.group().rstrip("_") for p in body for match in _HANDLE.finditer(layout.text, p.start, p.end)}
    if len(found) < 2 or len(handles) > 1:
        return []
    name = next(iter(handles), None)
    who = cast.person_of(name, found[0][0].start) if name else _first_person(cast)
    return [] if who is None else [Turn(p.start, m.end(), p.end, who) for p, m in found]


def _answers(layout: Layout, cast: Cast, body: Sequence[Paragraph]) -> list[Turn]:
    """The quoted paragraphs right behind questions: whoever is introduced first gives them."""
    out = []
    asked = False
    for paragraph in body:
        text = paragraph.cut(layout.text)
        if asked and text[0] in '"“«' and text[-1] in '"”»':
            out.append(paragraph)
        asked = text.endswith("?") or _QUESTION.match(text) is not None
    who = _first_person(cast) if len(out) >= 2 else None
    return [] if who is None else [Turn(p.start, p.start, p.end, who) for p in out]


def _issued(layout: Layout, cast: Cast, body: Sequence[Paragraph]) -> list[Turn]:
    """The paragraphs of a statement that an outlet prints whole: its issuer speaks."""
    if cast.outlet is None or _publishes(cast.outlet):
        return []
    for number in range(min(_TOP, len(body))):
        name = _issuer(layout.text, body, number)
        if name is None or same_medium(name, cast.outlet):
            continue
        who = cast.body(name)
        return [Turn(p.start, p.start, p.end, who) for p in _until_end(layout.text, body[number + 1 :])]
    return []


def _stated(layout: Layout, cast: Cast, body: Sequence[Paragraph]) -> list[Turn]:
    """What follows "The minister said:" without quotation marks and speaks as "we" or "I"."""
    out: list[Turn] = []
    for number, paragraph in enumerate(body):
        if out and paragraph.start < out[-1].end:
            continue
        match = _opening(layout.text, paragraph)
        if match is None:
            continue
        begin = min(match.end(), paragraph.end)
        told = _quoted(layout.text, body[number + 1 :]) if "statement" in match.group() else []
        told = told or [p for p in _until_told(layout.text, body[number + 1 :]) if p.part == "body"]
        said = [Span(begin, paragraph.end)] if begin < paragraph.end else []
        said += [Span(p.start, p.end) for p in told]
        if not any(_FIRST.search(layout.text, span.start, span.end) for span in said[:_FEW]):
            continue
        who = cast.resolve((Span(*match.span("who")),), Span(paragraph.start, paragraph.end))
        if who is not None and who >= 0:
            labels = [paragraph.start if span.start == begin else span.start for span in said]
            out += [Turn(start, span.start, span.end, who) for start, span in zip(labels, said, strict=True)]
    return out


def _opening(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """The words that say whose statement follows, at the end of a paragraph or, before plain words, at its head."""
    if text[paragraph.end - 1] == ":":
        return _SAYS.search(text, max(0, paragraph.start - 1, paragraph.end - _LINE), paragraph.end)
    head = _COLON.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LINE))
    return head if head is not None and not _told(text, Span(head.end(), paragraph.end)) else None


def _quoted(text: str, body: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in quotation marks right behind "the following statement:"."""
    return list(takewhile(lambda paragraph: text[paragraph.start] in _QUOTES, body))


def _told(text: str, span: Span) -> bool:
    """True of words in which somebody else reports, or quotes."""
    return text[span.start] in _QUOTES or _REPORTED.search(text, span.start, span.end) is not None


def _until_told(text: str, body: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs up to one in which somebody else reports, or quotes."""
    for paragraph in _until_end(text, body):
        if _told(text, Span(paragraph.start, paragraph.end)):
            return
        yield paragraph


def _publishes(outlet: str) -> bool:
    """True of a body that publishes its own words: a ministry, the police. A medium is none."""
    named = words(outlet)
    return medium_in(named) is None and any(word.lower in bodies() - _words("media") for word in named)


def _issuer(text: str, body: Sequence[Paragraph], number: int) -> str | None:
    """The body in "STATEMENT OF THE X", or in the line above "Press statement"."""
    line = body[number].cut(text)
    low = line.lower()
    if len(line) > _LINE or line.endswith((".", "?", "!")):
        return None
    kind = next((kind for kind in table("turns")["documents"]["kinds"] if low.startswith(kind)), None)
    if kind is None:
        return None
    rest = line[len(kind) :].strip()
    joint = next(
        (joint for joint in table("turns")["documents"]["joints"] if rest.lower().startswith(joint + " ")), None
    )
    if joint is not None:
        return _body_name(rest[len(joint) :].strip())
    return _body_name(body[number - 1].cut(text)) if number else None


def _body_name(line: str) -> str | None:
    """The name of a body that is all of a line, in plain letters if it shouts."""
    said = describe(words(line))
    if said.form != "body" or len(line) > 80 or not any(word.lower in bodies() for word in words(line)):
        return None
    small = {"of", "the", "for", "and", "in"}
    name = said.name
    return (
        " ".join(w.lower() if w.lower() in small else w.capitalize() for w in name.split()) if name.isupper() else name
    )


def _until_end(text: str, body: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs up to the line that ends the document."""
    ends = tuple(table("turns")["documents"]["ends"])
    for paragraph in body:
        low = paragraph.cut(text).lower().strip(" .")
        if low in ends or (low.startswith(("(ends", "[ends", "(end of")) and len(low) < _LINE):
            return
        yield paragraph


def _words(key: str) -> frozenset[str]:
    return frozenset(table("turns")["labels"][key].split())
