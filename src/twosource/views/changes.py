"""What changed in an account since a day: each question is held against itself as it stood before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from twosource.model import ClaimRef, Estimate, Group, Question, Record, Report

if TYPE_CHECKING:
    from twosource.ledger import Store

ChangeKind = Literal[
    "second_source",
    "first_denial",
    "figure_revised",
    "position_revised",
    "dispute_opened",
    "dispute_settled",
    "report_edited",
    "stories_merged",
    "story_split",
]

DISPUTED = frozenset({"disputed", "denied"})
MOST_PASSAGES = 5
"""Changed passages that are told of one report; the rest is seen by looking at both."""


class Change(Record, frozen=True):
    """One thing that is other than it was, and when the ledger came to know it."""

    at: str
    kind: ChangeKind
    story: str | None
    question: str | None
    about: str
    detail: str
    claims: tuple[ClaimRef, ...] = ()
    reports: tuple[str, ...] = ()


class Version(Record, frozen=True):
    """A question as it stood from a moment on, with itself as it stood before; `before` is None of a new one."""

    at: datetime
    story: str
    question: Question
    before: Question | None


def changes(store: Store, since: datetime, until: datetime | None = None, story: str | None = None) -> list[Change]:
    """What changed after a moment and up to another, the first change first; of one story, or of all."""
    whole = story and store.story(story, until).id
    versions = [Version(*found) for found in store.question_versions(since, until, whole)]
    new = {ref for version in versions for ref in version.question.claims()}
    denying = store.denying(new)
    found = [change for version in versions for change in compare(version, denying)]
    found += _moved(store, since, until, whole)
    told = None if whole is None else set(store.story(whole, until).reports)
    found += [change for change in _edited(store, since, until) if told is None or told & set(change.reports)]
    return sorted(found, key=lambda change: (change.at, change.kind, change.question or "", change.detail))


def compare(version: Version, denying: frozenset[ClaimRef]) -> Iterator[Change]:
    """What is other in a question than it was before. `denying` are the claims that deny something."""
    now, before = version.question, version.before

    def change(kind: ChangeKind, detail: str, claims: Iterable[ClaimRef] = ()) -> Change:
        refs = tuple(dict.fromkeys(claims))
        return Change(version.at.isoformat(), kind, version.story, now.id, now.text, detail, refs)

    sources, had = now.independent_sources, 0 if before is None else before.independent_sources.count
    if had < 2 <= sources.count:
        certain = [group for group in sources.groups if group.certain]
        names = "; ".join(", ".join(group.names) for group in certain)
        yield change("second_source", f"{had} before, now {sources.count}: {names}", _claims(certain))
    old = set() if before is None else set(before.claims())
    denials = [ref for ref in now.claims() if ref in denying]
    if denials and not old & denying:
        yield change("first_denial", "nobody denied it before", denials)
    for kind, why, claims in _revised(now, before):
        yield change(kind, why, claims)
    was = None if before is None else before.status
    if now.status in DISPUTED and was not in DISPUTED:
        yield change("dispute_opened", now.status_reason or now.status, _of_kind(now, "conflict"))
    if was in DISPUTED and now.status not in DISPUTED:
        yield change("dispute_settled", f"{was} before, now {now.status}: {now.status_reason or 'no conflict is left'}")


def _claims(groups: Iterable[Group]) -> list[ClaimRef]:
    return [ref for group in groups for ref in group.claims]


def _of_kind(asked: Question, kind: str) -> list[ClaimRef]:
    return [ref for relation in asked.relations if relation.kind == kind for ref in (relation.a, relation.b)]


def _revised(now: Question, before: Question | None) -> Iterator[tuple[ChangeKind, str, list[ClaimRef]]]:
    had = [] if before is None else _figures(before)
    have = _figures(now)
    if had and set(have) - set(had):
        yield "figure_revised", f"{'; '.join(had)} before, now {'; '.join(have)}", []
    old = {(r.a, r.b) for r in before.relations if r.kind == "revision"} if before is not None else set()
    new = [r for r in now.relations if r.kind == "revision" and (r.a, r.b) not in old]
    if new:
        kind: ChangeKind = "figure_revised" if have else "position_revised"
        yield kind, new[0].reason, [ref for r in new for ref in (r.a, r.b)]


def _figures(asked: Question) -> list[str]:
    """The estimates of a question's positions in words, each once, the first position first."""
    held = [position.estimate for position in asked.positions if position.estimate is not None]
    return list(dict.fromkeys(map(_told, held)))


def _told(found: Estimate) -> str:
    low, high = found.low, found.high
    number = f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
    if low is not None and low == high:
        number = str(low)
    return f"{number} {found.unit}" if found.unit else number


def _moved(store: Store, since: datetime, until: datetime | None, story: str | None) -> Iterator[Change]:
    for at, became in store.successions(since, until):
        if became.kind != "story" or became.how == "renamed" or (story and story not in (became.old, became.new)):
            continue
        kind: ChangeKind = "stories_merged" if became.how == "merged" else "story_split"
        detail = f"{became.old} went into {became.new}" if kind == "stories_merged" else f"a part became {became.new}"
        yield Change(at.isoformat(), kind, became.new, None, became.old, detail)


def _edited(store: Store, since: datetime, until: datetime | None) -> Iterator[Change]:
    for at, earlier, later in store.edited(since, until):
        before, now = store.report(earlier), store.report(later)
        yield Change(
            at.isoformat(), "report_edited", None, None, now.title or now.url or now.id, edits(before, now),
            reports=(before.id, now.id),
        )  # fmt: skip


def edits(before: Report, now: Report) -> str:
    """What was taken out of a text and put into it, in its own words.

    >>> edits(Report("r1", None, "Two died.\\nIt rained."), Report("r2", None, "Three died.\\nIt rained."))
    'out: “Two died.”; in: “Three died.”'
    """
    old, new = _lines(before.text), _lines(now.text)
    out, put = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            out += old[a:b]
            put += new[c:d]
    told = [f"out: {_quoted(out)}"] if out else []
    told += [f"in: {_quoted(put)}"] if put else []
    return "; ".join(told) or "only spaces"


_BETWEEN = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])|\n+")


def _lines(text: str) -> list[str]:
    parts = _BETWEEN.split(text)
    return [" ".join(part.split()) for part in parts if part.strip()]


def _quoted(passages: list[str]) -> str:
    more = f" and {len(passages) - MOST_PASSAGES} more" if len(passages) > MOST_PASSAGES else ""
    return " ".join(f"“{passage}”" for passage in passages[:MOST_PASSAGES]) + more
