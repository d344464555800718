"""JSON Lines as `read` prints them: reading and reconciling can run apart."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from twosource.model import Report, SkipRecord, Unread


def reports_in_lines(text: str, origin: str) -> Iterator[Report | Unread]:
    """The reports, a line each; a broken line is passed over with its number and its reason."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield report_in_line(line, f"{origin}:{number}")


def report_in_line(line: str, where: str) -> Report | Unread:
    """The report in one line, or why it holds none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Unread(where, SkipRecord("bad_json", f"this line is no JSON ({str(error)[:80]})"))
    if isinstance(value, dict) and "text" not in value and "skipped" in value:
        try:
            return Unread.from_dict(value)
        except msgspec.ValidationError:
            pass
    try:
        report = Report.from_dict(value)
    except msgspec.ValidationError as error:
        return Unread(where, SkipRecord("bad_report", f"this line is no report as `read` prints it: {error}"))
    fault = _fault(report)
    return Unread(where, SkipRecord("bad_report", f"this line contradicts itself: {fault}")) if fault else report


def _fault(report: Report) -> str | None:
    """What in a report points outside of it; None where all is sound."""
    size = len(report.text)
    for claim in report.claims:
        if any(not 0 <= span.start <= span.end <= size for span in claim.content):
            return f"the content of claim {claim.id} lies outside the text"
        if any(not 0 <= i < len(report.places) for i in claim.places):
            return f"claim {claim.id} names a place that is not there"
        if any(not 0 <= i < len(report.figures) for i in claim.figures):
            return f"claim {claim.id} names a figure that is not there"
        if claim.source is not None and report.source_of(claim) is None:
            return f"claim {claim.id} names a source that is not there"
    if any(not 0 <= item.start <= item.end <= size for item in report.items):
        return "an item lies outside the text"
    if len({claim.id for claim in report.claims}) < len(report.claims):
        return "two claims have one id"
    return None
