"""The ledger as its users see it: what goes in, what the account becomes of it, and what is asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from twosource import settling, workspace
from twosource.errors import NotFoundError, UsageError
from twosource.ledger import Store
from twosource.model import ClaimRef, Report, Rows, SkipRecord, Span, Unread
from twosource.pipeline import brief_of, read
from twosource.workspace import Ledger, open_ledger

CLAIMED = "Army claims Tolm\n\nThe Varenian army said on Tuesday that its forces had captured Tolm.\n"
DENIED = """Tolm still fights

The Free Dorne Movement denied on Tuesday that the Varenian army had captured Tolm.

At least 12 people were killed in Tolm, mayor Ilsa Brandt told the Ahr Post.
"""
FLOOD = "Dam breaks at Orlen\n\nThe Orlen dam broke and 30 people drowned, the Dorne Water Board said on Sunday.\n"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def report(text: str, day: str = "2031-03-04", outlet: str = "Ahr Post", url: str | None = None) -> Report:
    """A report that is read as it would be from a file."""
    return read(text, published=day, outlet=outlet, url=url)


@pytest.fixture
def reports() -> list[Report]:
    return [report(CLAIMED), report(DENIED, outlet="Sel Courier"), report(FLOOD, day="2031-01-20")]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "kept.db") as opened:
        yield opened


@pytest.fixture
def full(ledger: Ledger, reports: list[Report]) -> Ledger:
    ledger.add_reports(reports)
    return ledger


def mentioned(ledger: Ledger) -> set[str]:
    """The reports that the account speaks of."""
    return {ref.report for story in ledger.brief().stories for q in story.questions for ref in q.claims()}


class Tags(HTMLParser):
    """The tags of a piece of HTML, and its frames' pages."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.pages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.pages += [value or "" for name, value in attrs if name == "srcdoc"]


def tags(html: str) -> list[str]:
    """All tags of a piece of HTML and of the pages in its frames."""
    parser = Tags()
    parser.feed(html)
    return parser.tags + [tag for page in parser.pages for tag in tags(page)]


# Adding and removing


def test_adding_again_adds_nothing(ledger: Ledger, reports: list[Report]) -> None:
    first = ledger.add_reports(reports)
    before = ledger.brief()
    again = ledger.add_reports(reports)
    assert [one.status for one in first.added] == ["added"] * 3
    assert [one.status for one in again.added] == ["known"] * 3
    assert ledger.brief() == before
    assert len(ledger.reports()) == 3


def test_files_are_added_and_what_cannot_be_read_is_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLAIMED)
    watched: list[object] = []
    done = ledger.add(tmp_path / "a.txt", str(tmp_path / "none.txt"), watch=watched.append)
    assert [one.status for one in done.added] == ["added"]
    assert [one.skipped.reason for one in done.skipped] == ["no_such_file"]
    assert [type(thing) for thing in watched] == [Report, Unread]


def test_adding_nothing_says_what_to_do(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="nothing to add; name a file"):
        ledger.add()


def test_a_report_whose_id_cannot_be_used_costs_no_other(ledger: Ledger, reports: list[Report]) -> None:
    watched: list[object] = []
    bad = reports[0].replace(id="no id\n", origin="bad.jsonl:1")
    done = ledger.add_reports([bad, *reports], watch=watched.append)
    assert len(done.added) == 3
    assert [(one.origin, one.skipped.reason) for one in done.skipped] == [("bad.jsonl:1", "bad_id")]
    assert watched == [*done.skipped, *reports]


def test_skips_are_handed_on(ledger: Ledger) -> None:
    skip = Unread("x.png", SkipRecord("binary_file", "it is no text"))
    assert ledger.add_reports([skip]).skipped == (skip,)
    assert len(ledger.reports()) == 0


def test_a_changed_text_of_one_address_is_a_new_version(ledger: Ledger) -> None:
    page = "https://ahr.example/tolm"
    old, new = report(CLAIMED, url=page), report(CLAIMED.replace("captured", "entered"), url=page)
    ledger.add_reports([old])
    assert mentioned(ledger) == {old.id}
    done = ledger.add_reports([new])
    assert (done.added[0].status, done.added[0].previous) == ("new_version", old.id)
    assert mentioned(ledger) == {new.id}
    assert [row.id for row in ledger.reports()] == [new.id]
    assert [row.id for row in ledger.store.versions(new.id)] == [old.id, new.id]
    assert {row.report for row in ledger.claims()} == {new.id}
    ledger.remove(new.id)
    assert mentioned(ledger) == {old.id}


def test_what_is_taken_out_is_gone_from_everything(full: Ledger, reports: list[Report]) -> None:
    gone = reports[1]
    assert gone.id in mentioned(full)
    full.remove(gone.id[:9])
    assert gone.id not in mentioned(full)
    assert gone.id not in {one.id for one in full.brief().reports}
    assert gone.id not in {row.report for row in full.claims()}
    assert "Free Dorne Movement" not in {row.name for row in full.sources()}
    assert full.brief() == brief_of([reports[0], reports[2]]).replace(reports=full.brief().reports)
    with pytest.raises(NotFoundError):
        full.claim(f"{gone.id}/c1")
    with pytest.raises(NotFoundError):
        full.remove(gone.id)


def test_a_ledger_tells_what_a_brief_of_the_same_reports_tells(full: Ledger, reports: list[Report]) -> None:
    assert full.brief().stories == brief_of(reports).stories
    assert sorted(one.id for one in full.brief().reports) == sorted(one.id for one in reports)


# The account is set when it is asked for


def test_the_account_is_made_when_it_is_asked_for_and_once(
    ledger: Ledger, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    told = settling.told
    monkeypatch.setattr(settling, "told", lambda story, held: made.append(len(held)) or told(story, held))
    ledger.add_reports(reports)
    ledger.reports()
    ledger.claims(source="army")
    ledger.sources()
    assert made == []
    told_now = ledger.brief()
    ledger.stories()
    ledger.questions()
    ledger.refresh()
    assert ledger.brief() == told_now
    assert sorted(made) == [1, 2], "a story of two reports, and another"
    ledger.add_reports(reports)
    ledger.stories()
    assert len(made) == 2
    ledger.remove(reports[2].id)
    ledger.stories()
    assert len(made) == 2, "what else there is was not touched"


def test_another_reconciler_sets_the_account_anew(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    full.refresh()
    monkeypatch.setattr(settling, "RECONCILER", "rules-next")
    assert not full.store.is_settled("rules-next")
    full.refresh()
    assert full.store.is_settled("rules-next")
    account = full.store.account()
    assert account is not None
    assert account.made_by == "rules-next"


def test_left_before_the_account_was_set_the_ledger_answers_right(tmp_path: Path, reports: list[Report]) -> None:
    path = tmp_path / "kept.db"
    with open_ledger(path) as first:
        first.add_reports(reports[:1])
        first.refresh()
        first.add_reports(reports[1:])
    with open_ledger(path) as second:
        assert second.brief().stories == brief_of(reports).stories


KILLED = """
import os, signal, sys
from twosource import settling, workspace
settling.told = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
with workspace.open_ledger(sys.argv[1]) as ledger:
    ledger.add(*sys.argv[2:])
    ledger.stories()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills its process")
def test_killed_between_adding_and_the_account_the_ledger_answers_right(tmp_path: Path) -> None:
    for name, text in (("a.txt", CLAIMED), ("b.txt", DENIED)):
        (tmp_path / name).write_text(text)
    paths = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", KILLED, str(tmp_path / "kept.db"), *paths]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    with Store.open(tmp_path / "kept.db") as store:
        assert store.stories() == []
        kept = list(store.reports())
    assert len(kept) == 2
    with open_ledger(tmp_path / "kept.db") as ledger:
        assert ledger.brief().stories == brief_of(kept).stories


# Reading anew


def test_reading_anew_reads_what_an_older_reader_read(full: Ledger, reports: list[Report]) -> None:
    assert full.read_anew() == 0
    old = reports[1].replace(made_by="rules-0", claims=(), sources=())
    full.store.replace_reading(old)
    assert old.id not in mentioned(full)
    assert full.read_anew() == 1
    assert full.read_anew() == 0
    assert full.store.report(old.id) == reports[1]
    assert old.id in mentioned(full)


def test_a_new_reader_reads_everything_again(
    full: Ledger, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    full.refresh()
    monkeypatch.setattr(workspace, "READER", "rules-next")
    monkeypatch.setattr("twosource.reading.reader.READER", "rules-next")
    assert full.read_anew() == 3
    assert full.read_anew() == 0
    assert {row.made_by for row in full.reports()} == {"rules-next"}
    assert [one.replace(made_by="x") for one in full.store.reports()] == [one.replace(made_by="x") for one in reports]
    assert full.brief().stories == brief_of(reports).stories


def test_what_was_given_stays_given_when_it_is_read_anew(ledger: Ledger) -> None:
    given = report(CLAIMED, url="https://ahr.example/1").replace(authors=("Mara Delling",), title="Army claims Tolm")
    ledger.add_reports([given.replace(made_by="rules-0")])
    assert ledger.read_anew() == 1
    anew = ledger.store.report(given.id)
    for field in ("outlet", "outlet_basis", "url", "title", "authors", "published", "text"):
        assert getattr(anew, field) == getattr(given, field)


def test_a_text_that_a_new_reader_fails_on_keeps_its_reading(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(full.store.reports())

    def reader(_: object) -> Report:
        raise ValueError("no")

    monkeypatch.setattr(workspace, "READER", "rules-next")
    monkeypatch.setattr("twosource.pipeline.read_document", reader)
    assert full.read_anew() == 0
    assert list(full.store.reports()) == before


# Asking


def test_stories_and_questions_by_the_beginning_of_their_ids(full: Ledger) -> None:
    stories = full.stories()
    assert len(stories) >= 2
    assert [row.reports for row in stories] == sorted((row.reports for row in stories), reverse=True)
    for row in stories:
        whole = full.story(row.id[:9])
        assert (whole.id, whole.title) == (row.id, row.title)
        asked = full.questions(row.id)
        assert [one.id for one in asked] == [one.id for one in whole.questions]
        assert {one.story for one in asked} <= {row.id}
    assert len(full.questions()) == sum(row.questions for row in stories)
    for row_ in full.questions():
        found = full.question(row_.id)
        assert (row_.claims, row_.positions) == (len(found.claims()), len(found.positions))
        assert (row_.independent, row_.at_most) == (
            found.independent_sources.count,
            found.independent_sources.at_most,
        )
    with pytest.raises(NotFoundError, match="no story has the id"):
        full.story("s-none")


def test_disputed_stories_say_how_much_is_disputed(full: Ledger) -> None:
    contested = {"disputed", "denied", "revised"}
    for row in full.stories():
        assert row.disputed == sum(one.status in contested for one in full.questions(row.id))
    assert any(row.disputed for row in full.stories())


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ({}, {"Ahr Post", "Sel Courier"}),
        ({"source": "army"}, {"Ahr Post"}),
        ({"source": "FREE DORNE"}, {"Sel Courier"}),
        ({"source": "nobody"}, set()),
        ({"search": "drowned"}, {"Ahr Post"}),
        ({"search": '"had captured"'}, {"Ahr Post", "Sel Courier"}),
        ({"search": "captur* tolm"}, {"Ahr Post", "Sel Courier"}),
        ({"type": "casualties", "source": "Brandt"}, {"Sel Courier"}),
        ({"since": "2031-02-01"}, {"Ahr Post", "Sel Courier"}),
        ({"since": "2031-02-01", "search": "drowned"}, set()),
        ({"since": "2032-01-01"}, set()),
    ],
)
def test_claims_are_found_by_what_they_say(full: Ledger, asked: dict[str, str], outlets: set[str]) -> None:
    found = full.claims(**asked)  # type: ignore[arg-type]
    assert {row.outlet for row in found} == outlets


def test_claims_by_place_story_and_number(full: Ledger) -> None:
    every = full.claims()
    assert list(full.claims(limit=2)) == list(every[:2])
    for row in full.claims(place="Orlen"):
        assert "Orlen" in row.places
    for story in full.stories():
        of_it = {(row.report, row.claim) for row in full.claims(story=story.id)}
        asked = {(ref.report, ref.claim) for q in full.story(story.id).questions for ref in q.claims()}
        assert asked <= of_it
    with pytest.raises(NotFoundError):
        full.claims(story="s-none")


def test_a_claim_by_its_name(full: Ledger, reports: list[Report]) -> None:
    claim = reports[0].claims[0]
    assert full.claim(f"{reports[0].id}/{claim.id}") == (reports[0], claim)
    assert full.claim(f"{reports[0].id[:9]}/{claim.id}") == (reports[0], claim)
    for name in (f"{reports[0].id}/c999", "r-none/c1", claim.id, "/", ""):
        with pytest.raises(NotFoundError):
            full.claim(name)


def test_what_is_around_a_claim(full: Ledger, reports: list[Report]) -> None:
    for one in reports:
        for claim in one.claims:
            ref = ClaimRef(one.id, claim.id)
            around = full.around(ref)
            asked = [question for story in around.stories for question in story.questions]
            assert all(ref in question.claims() for question in asked)
            expected = {q.id for story in full.brief().stories for q in story.questions if ref in q.claims()}
            assert {question.id for question in asked} == expected
            needed = {other.report for question in asked for other in question.claims()} | {one.id}
            assert {held.id for held in around.reports} == needed


def test_one_question_with_the_reports_of_its_claims(full: Ledger) -> None:
    for row in full.questions():
        told = full.asked(row.id[:9])
        assert [story.id for story in told.stories] == [row.story]
        (question,) = told.stories[0].questions
        assert question.id == row.id
        assert {held.id for held in told.reports} == {ref.report for ref in question.claims()}


def test_a_brief_of_one_story_and_of_the_last_days(full: Ledger, reports: list[Report]) -> None:
    flood = next(row for row in full.stories() if row.title.startswith("Dam"))
    told = full.brief(story=flood.id)
    assert [story.id for story in told.stories] == [flood.id]
    assert [one.id for one in told.reports] == [reports[2].id]
    recent = full.brief(since="2031-02-01")
    assert flood.id not in {story.id for story in recent.stories}
    assert {one.id for one in recent.reports} == {reports[0].id, reports[1].id}
    assert full.brief(since="2031-01-20") == full.brief()
    assert full.brief(since="2031-03-05").stories == ()
    assert full.brief(story=flood.id, since="2031-02-01").stories == ()


def test_a_report_of_no_known_day_counts_as_new(ledger: Ledger) -> None:
    ledger.add_reports([read(FLOOD)])
    assert ledger.store.report_rows()[0].published.end is None
    assert len(ledger.brief(since="2099-01-01").stories) == 1


def test_an_empty_ledger_answers_everything(ledger: Ledger) -> None:
    assert ledger.brief().stories == ()
    tables = (ledger.stories(), ledger.questions(), ledger.claims(), ledger.sources(), ledger.reports())
    for rows in tables:
        assert len(rows) == 0
        assert rows.to_pandas().empty
        assert tags(rows._repr_html_())[0] == "table"


# Tables, and what a notebook shows


def test_every_table_becomes_a_data_frame(full: Ledger) -> None:
    tables = {
        "stories": full.stories(),
        "questions": full.questions(),
        "claims": full.claims(),
        "sources": full.sources(),
        "reports": full.reports(),
    }
    for name, rows in tables.items():
        frame = rows.to_pandas()
        assert len(frame) == len(rows) > 0, name
        assert list(frame.columns) == list(rows[0].to_dict()), name
    assert tables["stories"].to_pandas()["reports"].sum() == 3
    frame = tables["questions"].to_pandas()
    assert set(frame["story"]) <= {row.id for row in full.stories()}


def test_a_notebook_shows_hostile_text_as_text() -> None:
    hostile = read(
        f"Flood {HOSTILE}\n\nThe dam broke, mayor {HOSTILE} Horvat said. Two people died in <blink>Tolm</blink>.",
        published="2031-03-04",
        outlet=HOSTILE,
        title=HOSTILE,
        url="javascript:alert(3)",
    )
    with open_ledger("sqlite://") as ledger:
        ledger.add_reports([hostile])
        shown = [ledger.brief(), hostile, ledger.reports(), ledger.claims(), ledger.sources(), ledger.stories()]
        for one in shown:
            page = one._repr_html_()
            assert page is not None
            found = set(tags(page))
            assert not found & {"script", "img", "blink"}, type(one)
            assert 'href="javascript' not in unescape(page)
            assert "alert(1)" in page or not one, "an empty table"


def test_a_brief_and_a_report_stand_in_a_frame_of_their_own(full: Ledger, reports: list[Report]) -> None:
    for one in (full.brief(), reports[0]):
        page = one._repr_html_()
        assert page is not None
        assert page.startswith("<iframe ")
        assert "sandbox=" in page
        assert tags(page)[1] == "html"


def test_a_record_without_a_picture_shows_its_repr() -> None:
    assert Span(1, 2)._repr_html_() is None
    assert Rows([Span(1, 2)])._repr_html_().count("<td>") == 2
