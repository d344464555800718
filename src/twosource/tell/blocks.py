"""A brief as blocks of styled pieces: what text and Markdown have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from twosource.model import Report
from twosource.tell import wording
from twosource.tell.account import Note
from twosource.tell.index import Mark
from twosource.tell.view import BriefView, Folded, Line, PositionView, QuestionView, StoryView

Style = Literal["plain", "strong", "words", "mark", "status", "faint", "label"]
Kind = Literal["headline", "story", "about", "heading", "question", "position", "line", "note", "item", "paragraph"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a brief, before it is wrapped."""

    kind: Kind
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def blocks(shown: BriefView) -> Iterator[Block]:
    """The whole brief, block by block."""
    yield Block("headline", (Piece(shown.headline),))
    for story in shown.stories:
        yield from _story(story)
    if shown.index.reports:
        yield Block("heading", (Piece("Reports"),))
    for report in shown.index.reports.values():
        yield Block("item", (Piece(f"[{shown.index.labels[report.id]}]", "mark"), Piece(f" {report_line(report)}")))


def report_line(report: Report) -> str:
    """A report with its outlet, day, title and where it came from."""
    outlet = wording.clean(report.outlet or "") or "unnamed outlet"
    day = wording.period(report.published) or "no date known"
    if report.published.basis in ("inferred", "stated") and report.published:
        day += f" ({report.published.basis})"
    title = wording.shorten(wording.clean(report.title or ""), 160) or "untitled"
    return ". ".join(
        part for part in (f"{outlet}, {day}", title, wording.clean(web_address(report) or report.origin or "")) if part
    )


def web_address(report: Report) -> str | None:
    """The address of a report where it is one of the web's; any other kind is never made a link."""
    url = report.url or ""
    return url if url.startswith(("https://", "http://")) and url.isprintable() and " " not in url else None


def _story(story: StoryView) -> Iterator[Block]:
    yield Block("story", (Piece(f"{story.number}. {story.title}"),))
    counted = wording.count(len(story.reports), "report")
    about = f"Story {story.number}: {counted}: {story.outlets}. {story.period[:1].upper()}{story.period[1:]}."
    yield Block("about", (Piece(about, "faint"),))
    for sentence in story.sentences:
        yield Block("item", (Piece(sentence.text), *_marks(sentence.marks)))
    for question in story.full:
        yield from _question(question)
    if story.lone:
        yield Block("heading", (Piece(f"{story.number}. One voice each"),))
    for question in story.lone:
        line = next(line for position in question.positions for line in position.lines)
        yield Block("item", (Piece(f"{question.number} {question.text} ", "strong"), *line_pieces(line)))


def _question(question: QuestionView) -> Iterator[Block]:
    status = wording.standing(question.status, question.certain).upper()
    yield Block("question", (Piece(f"{question.number} {question.text} ", "strong"), Piece(status, "status")))
    for position in question.positions:
        yield from _position(position)
    if question.account:
        yield Block("note", (Piece(f"{question.number} account: ", "label"), *note_pieces(question.account)))


def _position(position: PositionView) -> Iterator[Block]:
    yield Block("position", (Piece(f"{position.key}  ", "label"), Piece(position.heading, "strong")))
    for line in position.lines:
        yield Block("line", line_pieces(line))
    if position.folded:
        yield Block("line", folded_pieces(position.key, position.folded))


def line_pieces(line: Line) -> tuple[Piece, ...]:
    """One line: who, through whom, when, how sure, within which limits, the words, the mark."""
    detail = "; ".join(
        part
        for part in (line.voice.detail, f"for {wording.listed(line.voice.sides)}" if line.voice.sides else "")
        if part
    )
    pieces = [Piece(line.voice.name, "strong"), Piece(f" ({detail})" if detail else "")]
    pieces.append(Piece(f" {', '.join(circumstances(line))}: "))
    pieces.append(Piece(wording.quote(line.words) if line.direct else line.words, "words"))
    return (*pieces, *_marks((line.mark,)), *_also(line.also))


def circumstances(line: Line) -> list[str]:
    """How a line came to us, how sure it is and how it is limited, in words."""
    way = "in its own voice" if line.voice.own else f"through {wording.listed(line.voice.via)}"
    told = [" ".join(part for part in (line.verb, line.said, way, f"({line.part})" if line.part else "") if part)]
    told += [f"dated {line.when}"] if line.when else []
    hedges = ", ".join(wording.quote(hedge) for hedge in line.hedges)
    told.append(f"as {line.certainty}" + (f" ({hedges})" if hedges else ""))
    told += [f"limited to {wording.listed([wording.quote(limit) for limit in line.limits])}"] if line.limits else []
    return told


def folded_pieces(key: str, folded: Iterable[Folded]) -> tuple[Piece, ...]:
    """Who else holds a position in words that are told elsewhere or are too many to repeat."""
    pieces = [Piece(f"{key} also: ", "faint")]
    for n, voice in enumerate(folded):
        pieces += [Piece(f"{', ' if n else ''}{voice.name}"), *_marks(voice.marks)]
    return tuple(pieces)


def note_pieces(account: Iterable[Note]) -> tuple[Piece, ...]:
    """The account on one line, entry after entry."""
    pieces: list[Piece] = []
    for n, note in enumerate(account):
        pieces.append(Piece(f"{' ' if n else ''}{note.label}: ", "label"))
        pieces += [Piece(str(piece), "mark") if isinstance(piece, Mark) else Piece(piece) for piece in note.pieces]
        pieces.append(Piece("."))
    return tuple(pieces)


def _marks(marks: Iterable[Mark]) -> list[Piece]:
    return [piece for mark in dict.fromkeys(str(mark) for mark in marks) for piece in (Piece(" "), Piece(mark, "mark"))]


def _also(marks: Iterable[Mark]) -> list[Piece]:
    told = _marks(marks)
    return [Piece("; also", "faint"), *told] if told else []
