"""A story: its questions, when it was said, figures side by side, who carried whom, and what can be printed now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from twosource.desk import queries
from twosource.desk.asked import Asked
from twosource.desk.pages.today import Cited
from twosource.desk.plots import Plot, figure_plot, timeline
from twosource.ledger.rows import ClaimFilter, ClaimRow
from twosource.model import Brief, Question, Report, Story
from twosource.tell.charts import panels
from twosource.tell.sentences import in_order, sentences
from twosource.tell.view import view as told_view

MOST_QUESTIONS = 60
"""Questions of a story that its page shows; the rest is one click away."""

PLOTTED = 3
"""Questions whose figures are drawn; each needs its reports opened."""

OPENED = 20
"""Reports that are opened for plots: about a third of a millisecond each."""

CARRIERS = 12


@dataclass(frozen=True, slots=True)
class Path:
    """The ways that words took from a source to outlets, and how many claims took them."""

    source: str
    via: tuple[tuple[str, ...], ...]
    outlets: tuple[tuple[str, int], ...]
    claims: int


def view(asked: Asked) -> dict[str, object]:
    """The values of the page."""
    story = asked.desk.story(str(asked.request.path_params["story"]), asked.at)
    values = asked.desk.kept(("story page", story.id, asked.as_of), lambda: _made(asked, story))
    rows: list[ClaimRow] = values["rows"]
    by = asked.word("by", ("side", "type")) or ("side" if any(row.side for row in rows) else "type")
    return {**values, "story": story, "by": by, "timeline": timeline(rows, by)}


def _made(asked: Asked, story: Story) -> dict[str, Any]:
    refs = [ref for question in story.questions for ref in question.claims()]
    with asked.desk.store.looking() as connection:
        rows = queries.claims(connection, ClaimFilter(story=story.id), 0, None, asked.at)
        heads = queries.heads(connection, [*story.reports, *(ref.report for ref in refs)])
    ordered = in_order(story.questions)
    lone = [asked for asked in ordered if _is_lone(asked)]
    several = [asked for asked in ordered if not _is_lone(asked)]
    told = story.sentences or sentences(story, _opened(asked, story.questions[:PLOTTED]))
    cited = [Cited(s.text, tuple((ref, heads[ref.report]) for ref in s.claims if ref.report in heads)) for s in told]
    listed = sorted((heads[r] for r in story.reports if r in heads), key=lambda head: head.published.end or "")
    return {
        "rows": rows,
        "questions": several[:MOST_QUESTIONS],
        "lone": lone[:MOST_QUESTIONS],
        "is_cut": max(len(several), len(lone)) > MOST_QUESTIONS,
        "cited": cited,
        "plots": _plots(asked, story),
        "paths": _paths(rows),
        "heads": listed,
        "outlets": len({head.outlet for head in listed}),
        "claims": len(rows),
    }


def _is_lone(question: Question) -> bool:
    """True where one answer of one group stands alone, and nothing is to be set beside it."""
    alone = question.status in ("single_source", "unverified") and len(question.positions) <= 1
    return alone and question.independent_sources.at_most <= 1


def _opened(asked: Asked, questions: Sequence[Question]) -> list[Report]:
    ids = list(dict.fromkeys(ref.report for question in questions for ref in question.claims()))[:OPENED]
    return list(asked.desk.store.reports(ids=ids, current=False))


def _plots(asked: Asked, story: Story) -> list[Plot]:
    """The figures of the questions that have most of them, at least two."""
    counted = [q for q in story.questions if sum(p.estimate is not None for p in q.positions) > 1]
    counted.sort(key=lambda q: (q.type != "casualties", -len(q.positions)))
    chosen = counted[:PLOTTED]
    if not chosen:
        return []
    reports = _opened(asked, chosen)
    small = story.replace(questions=tuple(chosen), sentences=(), reports=tuple(report.id for report in reports))
    shown = told_view(Brief(tuple(reports), (small,)))
    return [figure_plot(panel) for panel in panels(shown.stories[0], shown.index, PLOTTED)]


def _paths(rows: Sequence[ClaimRow]) -> list[Path]:
    """From sources through carriers to outlets, the most travelled first."""
    held: dict[str, list[ClaimRow]] = {}
    for row in rows:
        if row.source is not None:
            held.setdefault(row.source, []).append(row)
    made = [_path(source, said) for source, said in held.items()]
    return sorted(made, key=lambda path: (-len(path.outlets), -path.claims, path.source))[:CARRIERS]


def _path(source: str, said: Sequence[ClaimRow]) -> Path:
    outlets = Counter(row.outlet or "no outlet named" for row in said)
    via = Counter(tuple(name for name in row.relay[1:-1] if name != source) for row in said)
    ordered = sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))
    return Path(source, tuple(way for way, _ in via.most_common() if way), tuple(ordered), len(said))
