"""Who has what from whom: passages that two reports have in common, credit lines, and who carried which source.

What is printed alike is shown with its words. That the later one took it from the earlier one is likely and not sure:
both may have it from a third, and a credit line says more than any likeness.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from twosource.knowledge import outlets, table
from twosource.model import Record, Report
from twosource.reconcile.copies import Passage, passages

if TYPE_CHECKING:
    from twosource.ledger import Store


class Kin(Record, frozen=True):
    """A report that has passages in common with the one that was asked about; `share` is that of the asked one's text.

    `order` is `from` where the other was published before it, `to` where after it, `same_day` where neither is known to
    be first.
    """

    report: str
    outlet: str | None
    published: str | None
    order: Literal["from", "to", "same_day"]
    share: float
    passages: tuple[Passage, ...]


class Carried(Record, frozen=True):
    """A source whose words came through others, and how many claims did."""

    source: str
    through: tuple[str, ...]
    claims: int


class Lineage(Record, frozen=True):
    """What one report has from others: the outlets that it credits, passages in common, and who carried whom."""

    report: str
    outlet: str | None
    credits: tuple[str, ...]
    kin: tuple[Kin, ...]
    carried: tuple[Carried, ...]


LEAST_WORDS = 8
"""Words of a passage from which it is told: fewer are a usual phrase."""


def lineage(store: Store, report_id: str, most: int | None = None) -> Lineage:
    """The lineage of one report among those of the ledger; at most so many others are read, the likeliest first."""
    report = store.report(report_id)
    others = store.reports(ids=store.near(report.id) if most is None else store.near(report.id, most))
    kin = [found for other in others if (found := _kin(report, other)) is not None]
    kin.sort(key=lambda one: (-one.share, one.report))
    return Lineage(report.id, report.outlet, credited(report), tuple(kin), tuple(_carried(report)))


def _kin(report: Report, other: Report) -> Kin | None:
    found = [one for one in passages(report.text, other.text) if len(one.ours.cut(report.text).split()) >= LEAST_WORDS]
    if not found:
        return None
    mine, theirs = report.published.end or "", other.published.end or ""
    order: Literal["from", "to", "same_day"] = "same_day"
    if mine and theirs and mine != theirs:
        order = "from" if theirs < mine else "to"
    share = sum(one.ours.end - one.ours.start for one in found) / max(1, len(report.text))
    return Kin(other.id, other.outlet, other.published.end, order, round(min(1.0, share), 3), tuple(found))


def credited(report: Report) -> tuple[str, ...]:
    """The outlets that a report credits with its text, by its credit lines and datelines.

    >>> text = "ORLEN (Reuters) - A bridge fell on Monday.\\n\\nThe BBC contributed to this report."
    >>> credited(Report("r1", None, text, outlet="Ahr Post"))
    ('BBC', 'Reuters')
    """
    names = {name for form in _forms() for match in form.finditer(report.text) for name in _named(match.group("name"))}
    own = outlets.family(report.outlet) or report.outlet
    return tuple(sorted(name for name in names if (outlets.family(name) or name) != own))


def _named(words: str) -> Iterator[str]:
    """The known outlets in words that stand where a credit names one."""
    for part in re.split(r",| and |;", words):
        tokens = part.split()
        for size in range(len(tokens), 0, -1):
            found = outlets.find(" ".join(tokens[:size]))
            if found is not None:
                yield found.name
                break


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    known = table("credits")
    before = "|".join(re.escape(words) for words in sorted(known["before"], key=len, reverse=True))
    behind = "|".join(re.escape(words) for words in sorted(known["behind"], key=len, reverse=True))
    name = r"(?P<name>(?:[Tt]he )?[A-Z][\w.’'&-]*(?:(?:,| and|;)? (?:the )?[A-Z][\w.’'&-]*){0,8})"
    return (
        re.compile(rf"(?im:^|[.\s(])(?i:{before})\s+{name}"),
        re.compile(rf"{name} (?i:{behind})\b(?=[^\w]*(?:\n|$))"),
        re.compile(r"\((?P<name>[A-Z][\w .&’'/-]{1,40})\)\s*[-–—]"),
    )


def _carried(report: Report) -> Iterator[Carried]:
    counts = Counter(claim.relay for claim in report.claims if len(claim.relay) > 2)
    for relay, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield Carried(relay[0], relay[1:-1], count)
