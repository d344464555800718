"""`twosource judge`: what a person decides over the account."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from twosource.cli.looking import Columns, print_rows
from twosource.cli.shared import ledger_option, open_ledger
from twosource.errors import UsageError
from twosource.model import SOURCE_GRADES, Judgement

if TYPE_CHECKING:
    from twosource.views.judging import Judging

Act = Callable[["Judging", tuple[str, ...], "str | None", "str | None"], Judgement]


def _needs(what: tuple[str, ...], least: int, said: str) -> None:
    if len(what) < least:
        raise UsageError(said)


def _merge(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    return judging.merge(*what, reason=reason)


def _split(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    _needs(what, 2, "name the story or question, and then what is to come out of it")
    return judging.split(what[0], *what[1:], reason=reason)


def _move(judging: Judging, what: tuple[str, ...], to: str | None, reason: str | None) -> Judgement:
    _needs(what, 1, "name what is to be moved, and where with --to")
    if to is None:
        raise UsageError("say where it goes with --to: a story or a question")
    return judging.move(*what, to=to, reason=reason)


def _relabel(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    _needs(what, 2, "name the story or question, and then its new title or wording")
    return judging.relabel(what[0], " ".join(what[1:]), reason=reason)


def _review(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    _needs(what, 1, "name the story or question that you have looked at")
    return judging.review(what[0], reason=reason)


def _grade(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    _needs(what, 2, "name a source and a letter A to F, or a claim REPORT/CLAIM and a number 1 to 6")
    *name, grade = what
    if grade in SOURCE_GRADES:
        return judging.grade_source(" ".join(name), grade, reason=reason)
    return judging.grade_claim(" ".join(name), grade, reason=reason)


def _withdraw(judging: Judging, what: tuple[str, ...], _to: str | None, reason: str | None) -> Judgement:
    if len(what) != 1 or not what[0].isascii() or not what[0].isdigit():
        raise UsageError("name the number of the judgement to withdraw; list them: twosource judge list")
    return judging.withdraw(int(what[0]), reason=reason)


ACTS: dict[str, Act] = {
    "merge": _merge,
    "split": _split,
    "move": _move,
    "relabel": _relabel,
    "review": _review,
    "grade": _grade,
    "withdraw": _withdraw,
}
FORMS = click.Choice(["text", "csv", "json"])


@click.command()
@click.argument("act", type=click.Choice([*ACTS, "list"]))
@click.argument("what", nargs=-1, metavar="[WHAT…]")
@click.option("--to", metavar="ID", help="With move: the story or question that it goes to.")
@click.option("--reason", metavar="WORDS", help="Why, for whoever reads it later.")
@click.option("--author", metavar="NAME", envvar="TWOSOURCE_AUTHOR", help="Who judges. Also $TWOSOURCE_AUTHOR.")
@click.option("-f", "--format", "form", type=FORMS, default="text", show_default=True, help="How to print a list.")
@ledger_option
def judge(
    act: str,
    what: tuple[str, ...],
    to: str | None,
    reason: str | None,
    author: str | None,
    form: str,
    ledger: str | None,
) -> None:
    """Decide over the account what the program could not, or got wrong. Nothing is deleted; all of it can be withdrawn.

    \b
    twosource judge merge ID ID…                   one story of several, or one question of several
    twosource judge split ID PART…                 items out of a story, or claims out of a question
    twosource judge move PART… --to ID             items into a story, or claims into a question
    twosource judge relabel ID WORDS               another title or wording
    twosource judge review ID                      you have looked at it
    twosource judge grade NAME A–F                 the Admiralty code of a source
    twosource judge grade REPORT/CLAIM 1–6         and of a claim; the two are never put together
    twosource judge withdraw NUMBER                takes a judgement back
    twosource judge list                           every judgement, with who, when and why

    ID is the id of a story or a question. PART is REPORT or REPORT#ITEM for a story, REPORT/CLAIM for a question.
    """
    with open_ledger(ledger) as opened:
        if act == "list":
            print_rows(opened.judgements(), COLUMNS, form, "nobody has judged anything yet")
            return
        done = ACTS[act](opened.judge(author or getpass.getuser()), what, to, reason)
    click.echo(f"judgement {done.number}: {done.kind.replace('_', ' ')}, by {done.author}", err=True)


def _about(judgement: Judgement) -> str:
    refs = [f"{ref.report}/{ref.claim}" for ref in judgement.claims]
    items = [f"{ref.report}#{ref.item}" for ref in judgement.items] if not refs else []
    taken = [] if judgement.withdraws is None else [f"judgement {judgement.withdraws}"]
    return " ".join([*taken, *([judgement.name] if judgement.name else []), *refs, *items])


COLUMNS: Columns = [
    ("number", lambda j: j.number),
    ("when", lambda j: j.at[:16].replace("T", " ")),
    ("author", lambda j: j.author),
    ("judgement", lambda j: j.kind.replace("_", " ")),
    ("about", _about),
    ("value", lambda j: j.value if j.kind != "review" else ""),
    ("reason", lambda j: j.reason),
]
