"""JSON: the contract's shapes, ASCII, reports whole or cut."""

from __future__ import annotations

import json

from twosource import tell
from twosource.model import Report, Story

from . import factory

BRIEF = factory.brief()


def test_reports_are_cut_unless_asked_for() -> None:
    cut = json.loads(tell.json(BRIEF))["reports"]
    assert [sorted(report) for report in cut] == [["id", "origin", "outlet", "published", "title"]] * 5
    whole = json.loads(tell.json(BRIEF, with_reports=True))["reports"]
    assert [Report.from_dict(report) for report in whole] == list(BRIEF.reports)


def test_it_is_one_line_of_ascii() -> None:
    told = tell.json(BRIEF)
    assert told.isascii()
    assert "\n" not in told


def test_stories_read_back_with_their_sentences() -> None:
    stories = [Story.from_dict(story) for story in json.loads(tell.json(BRIEF))["stories"]]
    assert [story.replace(sentences=()) for story in stories] == list(BRIEF.stories)
    assert stories[0].sentences == tell.sentences(BRIEF.stories[0], BRIEF.reports)
