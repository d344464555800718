"""What persons put over the account without changing it: that they looked at it, and their grades."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from twosource.model import ClaimRef, Grade, ItemRef, Judgement, Question, Review, Story
from twosource.reconcile.judged import active
from twosource.views.judging import question_print, story_print


class Over:
    """The reviews and grades that hold, ready to be put over stories.

    `said_by` gives the claims of a source by its name.
    """

    def __init__(self, judgements: Sequence[Judgement], said_by: Callable[[str], Sequence[ClaimRef]]) -> None:
        held = active(judgements)
        self._claims: dict[ClaimRef, str] = {}
        self._sources: dict[ClaimRef, str] = {}
        self._reviews: dict[ItemRef | ClaimRef, Judgement] = {}
        letters: dict[str, str] = {}
        for judgement in held:
            if judgement.kind == "grade_claim" and judgement.value is not None:
                self._claims.update(dict.fromkeys(judgement.claims, judgement.value))
            elif judgement.kind == "grade_source" and judgement.name is not None and judgement.value is not None:
                letters.pop(judgement.name, None)
                letters[judgement.name] = judgement.value
            elif judgement.kind == "review":
                refs: list[ItemRef | ClaimRef] = [*judgement.items, *judgement.claims]
                self._reviews.update(dict.fromkeys(refs, judgement))
        for name, letter in letters.items():
            self._sources.update(dict.fromkeys(said_by(name), letter))

    def story(self, story: Story) -> Story:
        """A story with what persons put over it and over its questions."""
        if not (self._claims or self._sources or self._reviews):
            return story
        bare = story_print(story) if any(item in self._reviews for item in story.items) else ""
        given = _last(self._reviews, story.items)
        seen = None if given is None else _review(given, bare)
        return story.replace(reviewed=seen, questions=tuple(map(self.question, story.questions)))

    def question(self, asked: Question) -> Question:
        """A question with what persons put over it."""
        refs = asked.claims()
        grades = tuple(
            Grade(ref, self._sources.get(ref), self._claims.get(ref))
            for ref in refs
            if ref in self._sources or ref in self._claims
        )
        given = _last(self._reviews, refs)
        seen = None if given is None else _review(given, question_print(asked))
        return asked.replace(grades=grades, reviewed=seen)


def _last(reviews: Mapping[ItemRef | ClaimRef, Judgement], refs: Sequence[ItemRef | ClaimRef]) -> Judgement | None:
    held = [reviews[ref] for ref in refs if ref in reviews]
    return max(held, key=lambda judgement: judgement.number, default=None)


def _review(given: Judgement, now: str) -> Review:
    return Review(given.author, given.at, given.reason, given.value != now)
