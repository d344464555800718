"""A person's judgements: given by the ids that one sees, kept by the items and claims that last.

The command line and a desk call the same methods. Each appends one judgement, with who, when and why; nothing is ever
changed or deleted, and `withdraw` takes one back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from twosource.errors import NotFoundError, UsageError
from twosource.model import CLAIM_GRADES, SOURCE_GRADES, ClaimRef, ItemRef, Judgement, JudgementKind, Question, Story

if TYPE_CHECKING:
    from twosource.ledger import Store


class Judging:
    """What one person may decide over the account of a ledger.

    >>> from twosource.workspace import open_ledger
    >>> with open_ledger("sqlite://") as ledger:
    ...     given = ledger.judge("Ana Brandt").grade_source("Water Board", "B", reason="right in ten cases of ten")
    ...     given.kind, given.name, given.value
    ('grade_source', 'Water Board', 'B')
    """

    def __init__(self, store: Store, author: str, settle: Callable[[], None]) -> None:
        if not author.strip():
            raise UsageError("a judgement needs an author; say who judges")
        self._store = store
        self._author = author
        self._settle = settle

    def merge(self, *ids: str, reason: str | None = None) -> Judgement:
        """Makes one story of several, or one question of several."""
        if len(set(ids)) < 2:
            raise UsageError("name two or more stories, or two or more questions, to merge")
        kinds = {self._kind(id_) for id_ in ids}
        if len(kinds) > 1:
            raise UsageError("stories merge with stories, and questions with questions")
        if kinds == {"story"}:
            items = [self._store.story(id_).items[0] for id_ in ids]
            return self._give("merge_stories", reason, items=tuple(items))
        claims = [self._store.question(id_).claims()[0] for id_ in ids]
        return self._give("merge_questions", reason, items=self._homes(claims), claims=tuple(claims))

    def split(self, id_: str, *parts: str, reason: str | None = None) -> Judgement:
        """Takes parts out of a story (REPORT or REPORT#ITEM) or claims out of a question (REPORT/CLAIM), together."""
        if self._kind(id_) == "story":
            items = self._items(parts, within=self._store.story(id_))
            return self._give("split_story", reason, items=items)
        claims = self._claims(parts, within=self._store.question(id_))
        return self._give("split_question", reason, items=self._homes(claims), claims=claims)

    def move(self, *parts: str, to: str, reason: str | None = None) -> Judgement:
        """Puts items of reports (REPORT or REPORT#ITEM) into a story, or claims (REPORT/CLAIM) into a question."""
        if self._kind(to) == "story":
            target = self._store.story(to).items[0]
            return self._give("move_item", reason, items=self._items(parts), to_item=target)
        claims = self._claims(parts)
        into = self._store.question(to).claims()[0]
        home = self._homes([into])[0]
        return self._give("move_claim", reason, items=self._homes(claims), claims=claims, to_item=home, to_claim=into)

    def relabel(self, id_: str, text: str, *, reason: str | None = None) -> Judgement:
        """Gives a story another title, or a question another wording."""
        if not text.strip():
            raise UsageError("an empty label says nothing; give the new title or wording")
        if self._kind(id_) == "story":
            first = self._store.story(id_).items[0]
            return self._give("relabel_story", reason, items=(first,), value=text)
        claim = self._store.question(id_).claims()[0]
        return self._give("relabel_question", reason, items=self._homes([claim]), claims=(claim,), value=text)

    def review(self, id_: str, *, reason: str | None = None) -> Judgement:
        """Marks a story or a question as looked at; the mark says where it has changed since."""
        if self._kind(id_) == "story":
            story = self._store.story(id_)
            return self._give("review", reason, items=(story.items[0],), value=story_print(story))
        asked = self._store.question(id_)
        return self._give("review", reason, claims=(asked.claims()[0],), value=question_print(asked))

    def grade_source(self, name: str, grade: str, *, reason: str | None = None) -> Judgement:
        """Gives a source a letter of the Admiralty code, A (reliable) to F (cannot be judged)."""
        if grade not in SOURCE_GRADES:
            raise UsageError(f"a source is graded A to F, not {grade!r}")
        return self._give("grade_source", reason, name=name, value=grade)

    def grade_claim(self, claim: str, grade: str, *, reason: str | None = None) -> Judgement:
        """Gives a claim (REPORT/CLAIM) a number of the Admiralty code, 1 (confirmed) to 6 (cannot be judged)."""
        if grade not in CLAIM_GRADES:
            raise UsageError(f"a claim is graded 1 to 6, not {grade!r}")
        return self._give("grade_claim", reason, claims=self._claims((claim,)), value=grade)

    def withdraw(self, number: int, *, reason: str | None = None) -> Judgement:
        """Takes a judgement back; both stay on record."""
        return self._give("withdraw", reason, withdraws=number)

    def _give(
        self,
        kind: JudgementKind,
        reason: str | None,
        *,
        items: tuple[ItemRef, ...] = (),
        claims: tuple[ClaimRef, ...] = (),
        to_item: ItemRef | None = None,
        to_claim: ClaimRef | None = None,
        name: str | None = None,
        value: str | None = None,
        withdraws: int | None = None,
    ) -> Judgement:
        given = Judgement(0, kind, self._author, "", reason, items, claims, to_item, to_claim, name, value, withdraws)
        return self._store.judge(given)

    def _kind(self, id_: str) -> str:
        self._settle()
        return self._store.resolve(id_, ("story", "question")).kind

    def _items(self, parts: Sequence[str], within: Story | None = None) -> tuple[ItemRef, ...]:
        self._settle()
        found: list[ItemRef] = []
        for part in parts:
            name, mark, number = part.partition("#")
            report = self._store.report(name).id
            own = [ref for ref in self._store.items_of(report) if not mark or str(ref.item) == number]
            held = [ref for ref in own if within is None or ref in within.items]
            if not held:
                raise NotFoundError(f"{part} is {'no item' if within is None else 'not in that story'}; see its items")
            found += held
        if not found:
            raise UsageError("name the reports that are meant, as REPORT or REPORT#ITEM")
        return tuple(dict.fromkeys(found))

    def _claims(self, parts: Sequence[str], within: Question | None = None) -> tuple[ClaimRef, ...]:
        found: list[ClaimRef] = []
        for part in parts:
            name, mark, claim = part.rpartition("/")
            if not mark:
                raise UsageError(f"{part!r} names no claim; write REPORT/CLAIM")
            report = self._store.report(name)
            ref = ClaimRef(report.id, claim)
            if all(held.id != claim for held in report.claims) or (within and ref not in within.claims()):
                raise NotFoundError(f"{part} is {'not in that question' if within else 'no claim'}; see its claims")
            found.append(ref)
        if not found:
            raise UsageError("name the claims that are meant, as REPORT/CLAIM")
        return tuple(dict.fromkeys(found))

    def _homes(self, claims: Sequence[ClaimRef]) -> tuple[ItemRef, ...]:
        return tuple(self._store.home_of(ref) for ref in claims)


def question_print(asked: Question) -> str:
    """A digest of a question as it was worked out, without what persons put over it."""
    from twosource.ledger.accounts import print_of

    return print_of(asked.replace(reviewed=None, grades=()).to_dict())[:16]


def story_print(story: Story) -> str:
    """A digest of a story and all its questions."""
    from twosource.ledger.accounts import print_of

    bare = story.replace(questions=(), sentences=(), reviewed=None).to_dict()
    return print_of([bare, [question_print(asked) for asked in story.questions]])[:16]
