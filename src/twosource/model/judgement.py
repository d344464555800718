"""What a person decides about the account, over what was worked out: appended, never changed, taken back by another.

A judgement names items and claims of reports, which last, and not stories and questions, which are made anew.
"""

from __future__ import annotations

from typing import Literal

from twosource.model.account import ClaimRef, ItemRef
from twosource.model.base import Record

JudgementKind = Literal[
    "merge_stories",
    "split_story",
    "move_item",
    "merge_questions",
    "split_question",
    "move_claim",
    "relabel_story",
    "relabel_question",
    "review",
    "grade_source",
    "grade_claim",
    "withdraw",
]

SOURCE_GRADES = ("A", "B", "C", "D", "E", "F")
CLAIM_GRADES = ("1", "2", "3", "4", "5", "6")
"""The two scales of the Admiralty code (NATO AJP-2.1), of a source and of what it says; they are never put together."""


class Judgement(Record, frozen=True):
    """One decision of a person, with who, when and why.

    >>> Judgement(1, "review", "Ana", "2031-03-05T10:00:00+00:00", claims=(ClaimRef("r1", "c1"),)).kind
    'review'
    """

    number: int
    kind: JudgementKind
    author: str
    at: str
    reason: str | None = None
    items: tuple[ItemRef, ...] = ()
    claims: tuple[ClaimRef, ...] = ()
    to_item: ItemRef | None = None
    to_claim: ClaimRef | None = None
    name: str | None = None
    value: str | None = None
    withdraws: int | None = None
