"""Puts the steps together: cut, name the speaker, then stance, certainty, type, time, place and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.model import Claim, Layout, Report, Source, Span
from twosource.reading import masthead
from twosource.reading.claims.about import about_of
from twosource.reading.claims.attributed import attributed, outermost, running
from twosource.reading.claims.context import settle_types
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.grading import confidence_of
from twosource.reading.claims.headings import name_heading_sources
from twosource.reading.claims.kind import classify
from twosource.reading.claims.learnt import believed, learn, set_learnt_stance, set_learnt_type
from twosource.reading.claims.missed import missed
from twosource.reading.claims.modality import certainty_of, hedges_of, scope_of
from twosource.reading.claims.own import own_voice
from twosource.reading.claims.page import Page
from twosource.reading.claims.periods import set_periods
from twosource.reading.claims.relays import relay_of
from twosource.reading.claims.setting import Topics, set_figures, set_places
from twosource.reading.claims.spoken import spoken
from twosource.reading.claims.stance import set_stance
from twosource.reading.claims.turns import turns
from twosource.reading.encoder import Encoded
from twosource.reading.speakers import Word, gather
from twosource.reading.speakers.words import Sentences

__all__ = ["build"]

_AROUND = 2000
"""Characters around a claim that are looked at: hardly a sentence is longer."""


def build(
    layout: Layout,
    report: Report,
    encoded: Encoded | None = None,
    grade: Callable[[Page, Draft], float] = confidence_of,
) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """The sources and claims of a report that holds all else (times, places, figures, events, attributions).

    `grade` says how likely a claim is read right.

    >>> from twosource.model import Attribution, Document, Layout, Report
    >>> from twosource.reading.structure import lay_out
    >>> text = "The mayor, Ana Ruiz, said that two people were killed in the flood."
    >>> said = Attribution("a1", (Span(0, 19),), (Span(21, 25),), (Span(31, 67),))
    >>> report = Report("r1", None, text, attributions=(said,))
    >>> sources, claims = build(lay_out(Document(None, text)), report)
    >>> sources[0].name, report.words(claims[0]), claims[0].type
    ('Ana Ruiz', 'two people were killed in the flood', 'casualties')
    """
    cut = Sentences(report.text, layout.sentences)
    cast = gather(layout, report.outlet, masthead.home(report.outlet), cut)
    page = Page(layout, report, cast, cut, encoded, turns(layout, cast))
    drafts, reporting = attributed(page)
    spoke = [said for draft in drafts if (said := outermost(page, draft)) is not None]
    drafts += spoken(page, _covered(drafts, reporting))
    reporting += [Span(turn.start, turn.begin if turn.who is None else turn.end) for turn in page.turns]
    drafts += running(page, _covered(drafts, reporting), sorted(spoke))
    drafts += missed(page, _covered(drafts, reporting))
    drafts += own_voice(page, _covered(drafts, reporting))
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    drafts = _once(page, drafts)
    learn(page, drafts)
    drafts = believed(drafts)
    for draft in drafts:
        _fill(page, draft)
    settle_types(page, drafts)
    for draft in drafts:
        _set_matter(page, draft)
        set_learnt_type(page, draft)
    topics = Topics(page)
    for draft in drafts:
        set_places(page, draft, topics)
        draft.about = about_of(page, draft)
    set_periods(page, drafts)
    name_heading_sources(page, drafts)
    sources, ids = page.cast.sources({draft.who for draft in drafts if draft.who is not None})
    return sources, tuple(
        _claim(page, draft, number, ids, grade(page, draft)) for number, draft in enumerate(drafts, 1)
    )


def _covered(drafts: Sequence[Draft], reporting: Sequence[Span]) -> list[Span]:
    """The stretches that attributed claims take: what the attribution holds, not only what was kept of it."""
    spans: set[Span] = set(reporting)
    for draft in drafts:
        spans.update(draft.content)
        if draft.attribution is not None:
            spans.update((*draft.attribution.source, *draft.attribution.cue, *draft.attribution.content))
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _once(page: Page, drafts: list[Draft]) -> list[Draft]:
    """A heading that is repeated word for word is one claim."""
    seen: dict[str, bool] = {}
    out = []
    for draft in drafts:
        words = " ".join(span.cut(page.text) for span in draft.content).casefold()
        paragraph = page.paragraph(draft.sentence)
        heading = paragraph is not None and paragraph.part in ("title", "heading")
        if words in seen and (heading or seen[words]):
            continue
        seen[words] = seen.get(words, False) or heading
        out.append(draft)
    return out


def _fill(page: Page, draft: Draft) -> None:
    """What can be said of a claim by itself."""
    words = page.words_in(draft.content)
    cue = page.words_in(draft.cue)
    paragraph = page.paragraph(draft.sentence)
    draft.item = page.item(draft.start)
    items = page.report.items
    if paragraph is not None and paragraph.part != "body":
        draft.part = paragraph.part
    elif draft.item < len(items) and items[draft.item].kind == "teaser":
        draft.part = "teaser"
    draft.figures = tuple(page.figures(draft.content))
    _set_kind(page, draft, words, cue)
    set_figures(page, draft)
    quiet = draft.stance in ("decline", "cannot_verify")
    draft.certainty, why = ("certain", "a silence is a fact") if quiet else certainty_of(words, cue)
    draft.because("certainty", why)
    draft.hedges = hedges_of(_without_cue(draft, words))
    draft.scope = scope_of(words)
    event = next((event for event in page.events(draft.content) if event.code), None)
    draft.plover = event.code if event else None


def _near(draft: Draft) -> Span:
    """The sentence of a claim; of one without an end what stands around the claim."""
    sentence = draft.sentence
    return Span(max(sentence.start, draft.start - _AROUND), min(sentence.end, draft.end + _AROUND))


def _set_kind(page: Page, draft: Draft, words: Sequence[Word], cue: Sequence[Word]) -> None:
    measures = [page.figure(number).measure for number in draft.figures]
    if draft.stance == "assert":
        draft.type = classify(words, measures)[0]
        set_stance(page, draft, words, cue)
        groups = page.cast.characters[draft.who].groups if draft.who is not None else ()
        set_learnt_stance(draft, words, cue, frozenset(groups))
    silent = draft.stance in ("decline", "cannot_verify")
    told = page.words(_near(draft)) if silent else words
    draft.type, why = classify(told, measures, stance=draft.stance, cue=cue)
    if silent and draft.type == "forecast":
        draft.type = "other"
    draft.because("type", why)


def _set_matter(page: Page, draft: Draft) -> None:
    """A silence that neither its sentence nor its neighbours give a matter has that of its paragraph."""
    if draft.type == "other" and draft.stance in ("decline", "cannot_verify"):
        draft.type, why = classify(_matter(page, draft))
        draft.because("type", why)


def _matter(page: Page, draft: Draft) -> list[Word]:
    """What a silence is about: the words around it, and the paragraph before."""
    paragraph = page.paragraph(draft.sentence)
    if paragraph is None:
        return []
    start = paragraph.start
    if page.sentences(paragraph)[0].start == draft.sentence.start and draft.sentence.paragraph:
        start = page.layout.paragraphs[draft.sentence.paragraph - 1].start
    return page.words(Span(start, draft.end))


def _without_cue(draft: Draft, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if not any(span.start <= word.start < span.end for span in draft.cue)]


def _claim(page: Page, draft: Draft, number: int, ids: dict[int, str], confidence: float) -> Claim:
    return Claim(
        id=f"c{number}",
        content=draft.content,
        attribution=draft.attribution.id if draft.attribution else None,
        source=ids[draft.who] if draft.who is not None else None,
        relay=relay_of(page, draft.who, draft.carriers),
        stance=draft.stance,
        certainty=draft.certainty,
        hedges=draft.hedges,
        scope=draft.scope,
        type=draft.type,
        plover=draft.plover,
        said=draft.said,
        when=draft.when,
        places=draft.places,
        figures=draft.figures,
        item=draft.item if page.report.items else None,
        about=draft.about,
        confidence=confidence,
        part=draft.part,
        reasons=tuple(draft.reasons),
    )
