"""Finds what a brief cites: reports, claims, sources, and the mark that leads to the words of each claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from twosource.model import Attribution, Claim, ClaimRef, Report, Source, Span
from twosource.tell.wording import clean

LABEL_LENGTH = 12
"""A file's stem longer than this makes no label: marks stand in running text and must stay short."""

NARROWEST, WIDEST = 45, 100
"""Columns of lines that a program wrapped: mails and wires stand at 60 to 80."""

ENCLOSED = re.compile(r"[“\"][^“”\"]+[”\"]")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Leads to the words of a claim: `[003 ¶4]` in text, a link to `anchor` in HTML."""

    label: str
    paragraph: int
    anchor: str
    ref: ClaimRef

    def __str__(self) -> str:
        return f"[{self.label} ¶{self.paragraph}]"


def paragraph_starts(text: str) -> list[int]:
    """Where the paragraphs of a text begin: every line with words is one, but for lines that a program wrapped.

    >>> paragraph_starts("one\\n\\n two\\nthree")
    [0, 5, 10]
    """
    starts: list[int] = []
    block: list[tuple[int, str]] = []
    at = 0
    for end in (*(found.span() for found in _LINE_END.finditer(text)), (len(text), len(text))):
        line = text[at : end[0]]
        if line.strip():
            block.append((at, line.strip()))
        else:
            starts += _starts(block)
            block = []
        at = end[1]
    return starts + _starts(block)


def _starts(block: list[tuple[int, str]]) -> list[int]:
    """Where the paragraphs of some lines without a gap begin: one where no line had room for the next word."""
    widest = max((len(line) for _, line in block), default=0)
    wrapped = len(block) > 2 and NARROWEST <= widest <= WIDEST
    if wrapped and all(len(a) + 1 + len(b.split()[0]) > widest for (_, a), (_, b) in pairwise(block)):
        return [block[0][0]]
    return [start for start, _ in block]


def labels(reports: Iterable[Report]) -> dict[str, str]:
    """A short label for each report, unique among them: the stem of its file, else a running `R1`, `R2`, …"""
    held = list(reports)
    stems = [_stem(report.origin) for report in held]
    seen: dict[str, int] = {}
    for stem in stems:
        seen[stem.casefold()] = seen.get(stem.casefold(), 0) + 1
    made: dict[str, str] = {}
    used = {stem.casefold() for stem in stems}
    for n, (report, stem) in enumerate(zip(held, stems, strict=True), 1):
        label = stem
        if not stem or seen[stem.casefold()] > 1:
            label = f"R{n}"
            while label.casefold() in used:
                label = f"R{label}"
        used.add(label.casefold())
        made[report.id] = label
    return made


def _stem(origin: str | None) -> str:
    """The stem of a local file where it is short and plain, else nothing."""
    if not origin or "://" in origin:
        return ""
    stem = PurePosixPath(origin.replace("\\", "/")).stem
    return stem if re.fullmatch(rf"[\w.-]{{1,{LABEL_LENGTH}}}", stem, re.ASCII) else ""


class Index:
    """The reports of a brief by id, with their claims, sources, labels and paragraphs."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports = {report.id: report for report in reports}
        self.labels = labels(self.reports.values())
        self._numbers = {report_id: n for n, report_id in enumerate(self.reports, 1)}
        self._claims: dict[ClaimRef, tuple[Report, Claim]] = {}
        self._anchors: dict[ClaimRef, str] = {}
        self._sources: dict[tuple[str, str], Source] = {}
        self._direct: set[tuple[str, str]] = set()
        self._starts: dict[str, list[int]] = {}
        for report in self.reports.values():
            for source in report.sources:
                self._sources[report.id, source.id] = source
            self._direct.update((report.id, a.id) for a in report.attributions if _is_direct(a))
            for n, claim in enumerate(report.claims, 1):
                ref = ClaimRef(report.id, claim.id)
                self._claims.setdefault(ref, (report, claim))
                there = any(has_words(span, report.text) for span in claim.content)
                self._anchors.setdefault(ref, self.anchor(report.id) + (f"-c{n}" if there else ""))

    def __contains__(self, ref: ClaimRef) -> bool:
        return ref in self._claims

    def __iter__(self) -> Iterator[ClaimRef]:
        return iter(self._claims)

    def at(self, ref: ClaimRef) -> tuple[Report, Claim]:
        """The report and the claim; raises `KeyError` where the brief does not hold them."""
        return self._claims[ref]

    def held(self, refs: Iterable[ClaimRef]) -> tuple[ClaimRef, ...]:
        """Those of the claims that the brief holds, each once."""
        return tuple(ref for ref in dict.fromkeys(refs) if ref in self._claims)

    def source(self, ref: ClaimRef) -> Source | None:
        """Who says the claim, None in the outlet's own voice."""
        report, claim = self._claims[ref]
        return self._sources.get((report.id, claim.source)) if claim.source else None

    def is_direct(self, ref: ClaimRef) -> bool:
        """True where the words are those of the source, not the report's."""
        report, claim = self._claims[ref]
        return claim.attribution is not None and (report.id, claim.attribution) in self._direct

    def words(self, ref: ClaimRef) -> str:
        """The words of a claim on one line, safe to print."""
        report, claim = self._claims[ref]
        return clean(report.words(claim)).strip('“”" ')

    def anchor(self, report_id: str) -> str:
        """The HTML id of a report: made of its place in the brief, never of text. A claim without words leads to it."""
        return f"r{self._numbers[report_id]}"

    def mark(self, ref: ClaimRef) -> Mark:
        """The mark that leads to a claim's words."""
        report, claim = self._claims[ref]
        start = claim.content[0].start if claim.content else 0
        return Mark(self.labels[report.id], self.paragraph(report.id, start), self._anchors[ref], ref)

    def marks(self, refs: Iterable[ClaimRef]) -> tuple[Mark, ...]:
        """The marks of those claims that the brief holds."""
        return tuple(self.mark(ref) for ref in self.held(refs))

    def paragraph(self, report_id: str, offset: int) -> int:
        """The number, from 1, of the paragraph at an offset of a report's text."""
        return max(1, bisect_right(self.starts(report_id), offset))

    def starts(self, report_id: str) -> list[int]:
        """Where the paragraphs of a report's text begin."""
        if report_id not in self._starts:
            self._starts[report_id] = paragraph_starts(self.reports[report_id].text)
        return self._starts[report_id]

    def claims_of(self, report_id: str) -> Iterator[tuple[ClaimRef, Claim]]:
        """The claims of a report with what they are cited by."""
        for claim in self.reports[report_id].claims:
            yield ClaimRef(report_id, claim.id), claim


def has_words(span: Span, text: str) -> bool:
    """True where a span lies within the text and holds more than white space."""
    return 0 <= span.start < span.end <= len(text) and bool(text[span.start : span.end].strip())


def _is_direct(attribution: Attribution) -> bool:
    return attribution.mode == "direct"
