"""A brief as one HTML file: no scripts, nothing loaded, every mark a link to its passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from twosource.model import Brief, Report
from twosource.tell import wording
from twosource.tell.blocks import web_address
from twosource.tell.charts import MOST_PANELS, Panel, Timeline, panels, timeline
from twosource.tell.drawing import panel_svg, timeline_svg
from twosource.tell.index import Index, Mark
from twosource.tell.passages import ParagraphView, claim_layers, paragraphs
from twosource.tell.view import BriefView, StoryView, view

PRINTED = 20
"""Up to so many reports a printed brief holds their texts; of more, paper would be all texts and no brief."""


FEW = 12
"""Up to so many stories each gets all of its plots, more get one each: a plot takes a tenth of a second to draw."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report at the end of the file."""

    anchor: str
    label: str
    title: str
    outlet: str
    day: str
    basis: str
    url: str | None
    language: str | None
    claims: int
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a story and what stands in the tables beneath them."""

    timeline: Timeline | None
    timeline_svg: Markup
    panels: tuple[tuple[Panel, Markup], ...]


def html(brief: Brief) -> str:
    """The brief as one HTML file.

    It holds no script and loads nothing, so it may be kept, sent and printed. All text of reports is escaped.

    >>> html(Brief((), ())).startswith("<!doctype html>")
    True
    """
    shown = view(brief)
    cited = _cited(shown)
    template = environment().get_template("brief.html")
    return template.render(
        view=shown,
        title=shown.stories[0].title if len(shown.stories) == 1 else shown.headline,
        pictures={story.anchor: _pictures(story, shown) for story in shown.stories},
        reports=[report_view(report, shown.index, cited) for report in shown.index.reports.values()],
        css=stylesheet(),
        printed=len(shown.index.reports) <= PRINTED,
    )


@cache
def environment() -> Environment:
    """The templates; whatever goes into them is escaped."""
    made = Environment(
        loader=PackageLoader("twosource.tell", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(w=wording, mark=_mark, is_mark=lambda piece: isinstance(piece, Mark), symbols=SYMBOLS)
    return made


SYMBOLS = {
    "disputed": "≠",
    "denied": "×",
    "revised": "→",
    "unverified": "?",
    "corroborated": "=",
    "single_source": "1",
}
"""Signs of the statuses, so that none is told by its colour alone."""


@cache
def stylesheet() -> Markup:
    """The style sheet that stands in the page."""
    return Markup(files("twosource.tell").joinpath("templates", "style.css").read_text(encoding="utf8"))  # noqa: S704


def _mark(mark: Mark) -> Markup:
    """A mark as a link to its passage."""
    text = str(mark).replace(" ", "\u00a0")
    return Markup('<a class="mark" href="#{}">{}</a>').format(mark.anchor, text)


def _pictures(story: StoryView, view_of: BriefView) -> Pictures:
    shown = timeline(story, view_of.index)
    drawn = timeline_svg(shown, f"{story.anchor}-t") if shown else ""
    bars = panels(story, view_of.index, MOST_PANELS if len(view_of.stories) <= FEW else 1)
    made = tuple((panel, Markup(panel_svg(panel, f"{story.anchor}-f{n}"))) for n, panel in enumerate(bars, 1))  # noqa: S704
    return Pictures(shown, Markup(drawn), made)  # noqa: S704 a drawing is serialised by ElementTree, which escapes


def _cited(shown: BriefView) -> dict[str, tuple[tuple[str, str], ...]]:
    """Where the brief cites each claim: by the claim's anchor, the key and anchor of each position."""
    found: dict[str, list[tuple[str, str]]] = {}
    for story in shown.stories:
        for question in story.questions:
            for position in question.positions:
                for ref in position.refs:
                    target = question.anchor if question.is_lone else position.anchor
                    found.setdefault(shown.index.mark(ref).anchor, []).append((position.key, target))
    return {anchor: tuple(dict.fromkeys(places)) for anchor, places in found.items()}


def report_view(report: Report, index: Index, cited: Mapping[str, tuple[tuple[str, str], ...]]) -> ReportView:
    """A report with its passages marked."""
    return ReportView(
        index.anchor(report.id),
        index.labels[report.id],
        wording.clean(report.title or "") or "Untitled report",
        wording.clean(report.outlet or "") or "unnamed outlet",
        wording.period(report.published) or "no date known",
        report.published.basis,
        web_address(report),
        _language(report.language),
        len(report.claims),
        paragraphs(report, index, claim_layers(report, index, cited)),
    )


def _language(tag: str | None) -> str | None:
    """A language tag where it is well formed."""
    return tag if tag and all(part.isalnum() and len(part) <= 8 for part in tag.split("-")) and tag.isascii() else None


def framed(page: str) -> str:
    """A page for a notebook: a frame of its own, so that neither styles nor ids meet those of the notebook."""
    # a frame's links are relative to the notebook, not to the frame, unless it says otherwise
    page = page.replace("<head>", '<head>\n<base href="about:srcdoc">', 1)
    style = "width:100%;height:42rem;border:1px solid #999"
    return f'<iframe title="twosource" sandbox="allow-popups" style="{style}" srcdoc="{escape(page)}"></iframe>'
