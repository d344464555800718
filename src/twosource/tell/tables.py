"""Lists of stories, questions, claims and sources as aligned lines, and one thing shown whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from twosource.model import ClaimRef, Question, Report, Source, Story
from twosource.tell import wording
from twosource.tell.index import Index
from twosource.tell.voices import voice

GAP = "  "


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> tuple[str, ...]:
    """Rows as lines under their heads, columns aligned; the last column takes what room `width` leaves.

    >>> table(("id", "title"), [("s1", "A dam"), ("s20", "A bridge")])
    ('id   title', 's1   A dam', 's20  A bridge')
    """
    held = [tuple(heads), *(tuple(wording.clean(cell) for cell in row) for row in rows)]
    sizes = [max(cell_len(row[n]) for row in held) for n in range(len(heads))]
    if width is not None:
        sizes[-1] = max(10, min(sizes[-1], width - sum(sizes[:-1]) - len(GAP) * (len(sizes) - 1)))
    return tuple(GAP.join(_cell(cell, size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in held)


def _cell(text: str, size: int) -> str:
    if cell_len(text) > size:
        text = set_cell_size(text, size - 1).rstrip() + "…"
    return set_cell_size(text, size)


def stories(found: Iterable[Story], width: int | None = None) -> tuple[str, ...]:
    """One line a story: its id, period, number of reports and of questions, title."""
    rows = [(s.id, wording.period(s.period) or "–", str(len(s.reports)), str(len(s.questions)), s.title) for s in found]
    return table(("story", "period", "reports", "questions", "title"), rows, width)


def questions(found: Iterable[Question], width: int | None = None) -> tuple[str, ...]:
    """One line a question: its id, status, independent sources (certain and at most), positions, text."""
    rows = []
    for q in found:
        count = q.independent_sources
        sources = f"{count.count}–{count.at_most}" if count.at_most > count.count else str(count.count)
        rows.append((q.id, wording.standing(q.status, count.count), sources, str(len(q.positions)), q.text))
    return table(("question", "status", "sources", "positions", "text"), rows, width)


def claims(
    reports: Iterable[Report], refs: Iterable[ClaimRef] | None = None, width: int | None = None
) -> tuple[str, ...]:
    """One line a claim: how `show` and `explain` call it, the day it was said, type, who, the words.

    Without `refs`, every claim of the reports.
    """
    index = Index(reports)
    rows = []
    for ref in index.held(refs) if refs is not None else index:
        claim = index.at(ref)[1]
        said = claim.said.end or claim.said.start or "–" if claim.said else "–"
        who = wording.shorten(voice(index, ref).name, 32)
        rows.append((f"{ref.report}/{ref.claim}", said, claim.type, claim.stance, who, index.words(ref)))
    return table(("claim", "said", "type", "stance", "who", "words"), rows, width)


def sources(reports: Iterable[Report], width: int | None = None) -> tuple[str, ...]:
    """One line a source, by name: how many claims in how many reports, kind, sides, role and body."""
    found: dict[str, list[tuple[Report, Source]]] = {}
    for report in reports:
        for source in report.sources:
            found.setdefault(source.name, []).append((report, source))
    rows = []
    for name, held in sorted(found.items(), key=lambda pair: (-_claims_of(pair[1]), pair[0])):
        sides = dict.fromkeys(wording.side(side) for _, source in held for side in source.side or ())
        about = dict.fromkeys(part for _, source in held for part in (source.role, source.organisation) if part)
        kinds = ", ".join(dict.fromkeys(source.kind for _, source in held))
        reports_of = str(len({report.id for report, _ in held}))
        rows.append((str(_claims_of(held)), reports_of, kinds, ", ".join(sides) or "–", name, ", ".join(about)))
    return table(("claims", "reports", "kind", "side", "name", "about"), rows, width)


def _claims_of(held: Iterable[tuple[Report, Source]]) -> int:
    return sum(claim.source == source.id for report, source in held for claim in report.claims)
