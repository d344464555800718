"""A brief as the public JSON."""

from __future__ import annotations

import json as _json
from typing import Any

from twosource.model import Brief, Report, Story
from twosource.tell.sentences import sentences

CUT = ("id", "origin", "outlet", "title", "published")
"""What is left of a report where the whole of it was not asked for."""


def brief_dict(brief: Brief, with_reports: bool = False) -> dict[str, Any]:
    """The brief as plain dicts and lists; a story that came without sentences gets them."""
    held = {report.id: report for report in brief.reports}
    return {
        "reports": [_report(report, with_reports) for report in brief.reports],
        "stories": [_story(story, held) for story in brief.stories],
    }


def json(brief: Brief, with_reports: bool = False) -> str:
    """The brief as one line of JSON, escaped to ASCII.

    Without `with_reports` each report is cut to its id, origin, outlet, title and day.

    >>> json(Brief((), ()))
    '{"reports": [], "stories": []}'
    """
    return _json.dumps(brief_dict(brief, with_reports), ensure_ascii=True)


def _report(report: Report, whole: bool) -> dict[str, Any]:
    told = report.to_dict()
    return told if whole else {key: told[key] for key in CUT}


def _story(story: Story, held: dict[str, Report]) -> dict[str, Any]:
    if not story.sentences:
        story = story.replace(sentences=sentences(story, (held[key] for key in story.reports if key in held)))
    return story.to_dict()
