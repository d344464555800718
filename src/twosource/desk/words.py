"""How the desk names things that only it shows."""

from __future__ import annotations

STATUS_ORDER = ("disputed", "denied", "revised", "unverified", "corroborated", "single_source")
"""Statuses as pages list them: what is not settled first."""

RELATION: dict[str, str] = {
    "conflict": "stands against",
    "agree": "agrees with",
    "compatible": "may hold beside",
    "revision": "gives way to",
    "same_statement": "is the same statement as",
    "overstates": "is widened by",
}
"""What claim a is to claim b."""

CHANGED: dict[str, str] = {
    "second_source": "A second independent source",
    "first_denial": "First denial",
    "figure_revised": "Figure changed",
    "position_revised": "Position changed",
    "dispute_opened": "Now disputed",
    "dispute_settled": "No longer disputed",
    "report_edited": "Report edited",
    "stories_merged": "Stories joined",
    "story_split": "Story split",
}
"""What a change is called."""

PRECISION: dict[int, str] = {
    1: "the very place",
    2: "within about 25 km",
    3: "somewhere in the district",
    4: "somewhere in the province",
    5: "along a stretch without bounds",
    6: "somewhere in the country",
    7: "at sea or in the air",
}
"""UCDP's `where_prec` in words."""

MEASURES: dict[str, str] = {"killed_or_wounded": "killed or wounded"}

CASES: dict[str, str] = {
    "confirmed": "borne out later",
    "denied": "denied",
    "revised": "changed later",
    "dropped_hedge": "printed without the hedge",
    "dropped_limit": "printed without the limit",
    "dropped_source": "printed without the source",
    "overstated": "says more than its source",
}
"""What a track record counts."""

GRADE: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The Admiralty code, NATO AJP-2.1."""
