"""Reading many documents: in order, a few at a time, and none at the cost of the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from twosource import pipeline, pool
from twosource.model import Document, Report, SkipRecord, Unread
from twosource.pipeline import WORTH_A_POOL, account_of, brief_of, print_paths, read, read_many, read_paths
from twosource.pool import AHEAD, MOST
from twosource.reading import read_document

MANY = WORTH_A_POOL + 8
"""Documents enough for a pool, and some that are taken only when others are done."""


def document(number: int) -> Document:
    """A short report; each number is another one."""
    return Document(
        f"{number}.txt", f"Flood in Tolm\n\nAt least {number + 2} people were killed, mayor Jan Horvat said.\n"
    )


def broken(origin: str) -> Document:
    """A document that no reader can read, in this process or another."""
    return Document(origin, cast(str, None))


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool of threads for one of processes: it knows what a test has changed, however processes are started."""
    monkeypatch.setattr(pool, "ProcessPoolExecutor", ThreadPoolExecutor)


def counted(number: int, taken: list[int]) -> Iterator[Document]:
    """Documents, each noted when it is taken."""
    for n in range(number):
        taken.append(n)
        yield document(n)


def test_a_pool_reads_the_same_in_the_same_order() -> None:
    documents = [document(n) for n in range(MANY)]
    alone = list(read_many(documents, processes=1))
    assert [report.origin for report in alone] == [f"{n}.txt" for n in range(MANY)]
    assert list(read_many(iter(documents), processes=2)) == alone


@pytest.mark.parametrize("number", [0, 1, WORTH_A_POOL - 1, WORTH_A_POOL, WORTH_A_POOL + 1])
@pytest.mark.usefixtures("threads")
def test_none_is_lost_at_the_number_where_a_pool_begins(number: int) -> None:
    read = list(read_many((document(n) for n in range(number)), processes=2))
    assert [report.origin for report in read] == [f"{n}.txt" for n in range(number)]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_document_that_breaks_the_reader_costs_no_other(processes: int) -> None:
    documents = [document(n) for n in range(MANY)]
    documents[3] = broken("broken.txt")
    done = list(read_many(documents, processes=processes))
    assert [n for n, thing in enumerate(done) if isinstance(thing, Unread)] == [3]
    assert isinstance(done[3], Unread)
    assert (done[3].origin, done[3].skipped.reason) == ("broken.txt", "reading_failed")
    assert "please report it" in done[3].skipped.message
    assert all(isinstance(thing, Report) for n, thing in enumerate(done) if n != 3)


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.usefixtures("threads")
def test_whatever_the_reader_raises_is_a_record_of_one_line(monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    def reader(given: Document) -> Report:
        if given.origin == "5.txt":
            raise KeyError("x" * 9999)
        return read_document(given)

    monkeypatch.setattr(pipeline, "read_document", reader)
    done = list(read_many((document(n) for n in range(MANY)), processes=processes))
    assert isinstance(done[5], Unread)
    assert done[5].skipped.reason == "reading_failed"
    assert done[5].skipped.message.startswith("reading failed (KeyError: ")
    assert len(done[5].skipped.message) <= 500
    assert sum(isinstance(thing, Report) for thing in done) == MANY - 1


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.usefixtures("threads")
def test_what_was_read_or_skipped_before_is_handed_on_in_its_place(processes: int) -> None:
    known = read("The army denied it.")
    skipped = Unread("gone.txt", SkipRecord("no_such_file", "it is not there"))
    things = [document(0), known, skipped, *(document(n) for n in range(1, MANY))]
    done = list(read_many(things, processes=processes))
    assert done[1] is known
    assert done[2] is skipped
    assert len(done) == MANY + 2


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.usefixtures("threads")
def test_documents_are_taken_as_they_are_needed(processes: int) -> None:
    taken: list[int] = []
    most = max(WORTH_A_POOL, processes * AHEAD * MOST if processes > 1 else 0)
    total = 2 * most + 100
    reports = read_many(counted(total, taken), processes=processes)
    assert taken == []
    for done in range(1, 31):
        next(reports)
        assert len(taken) <= most + done + (MOST if processes > 1 else 0)
    assert len(taken) < total
    reports.close()  # type: ignore[attr-defined]
    assert len(taken) < total


def test_paths_are_read_one_after_the_other(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "a.txt").write_text("The army denied it.")
    done = list(read_paths([str(folder / "none"), str(folder / "a.txt")]))
    assert [type(thing) for thing in done] == [Unread, Report]


@pytest.mark.parametrize("processes", [1, 2])
def test_lines_are_those_of_the_reports(tmp_path: Path, processes: int) -> None:
    for n in range(MANY):
        (tmp_path / f"{n:02}.txt").write_text(document(n).text)
    (tmp_path / "none.txt").write_bytes(b"")
    lines = [thing.to_json() for thing in print_paths([str(tmp_path)], processes=processes)]
    assert lines == [thing.to_json() for thing in read_paths([str(tmp_path)], processes=1)]


def killed(given: Document) -> Report:
    """A reader whose process is killed with one document."""
    if given.origin == "5.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_document(given)


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="what a test changes is known by forks only")
def test_a_document_that_kills_its_process_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_document", killed)
    done = list(read_many((document(n) for n in range(MANY)), processes=2))
    assert [n for n, thing in enumerate(done) if isinstance(thing, Unread)] == [5]
    assert isinstance(done[5], Unread)
    assert (done[5].origin, done[5].skipped.reason) == ("5.txt", "reading_killed")
    assert len(done) == MANY


def test_what_is_given_is_not_second_guessed() -> None:
    text = "The Ahr Post\n\n3 March 2031\n\nThe army denied it.\n"
    given = read(text, published="2031-05-01", outlet="Sel Courier", url="https://sel.example/1", title="Denied")
    assert (given.outlet, given.outlet_basis, given.url, given.title) == (
        "Sel Courier", "given", "https://sel.example/1", "Denied",
    )  # fmt: skip
    assert given.published.to_dict() == {"from": "2031-05-01", "to": "2031-05-01", "basis": "given"}
    assert read(text).published.basis != "given"
    assert read(text).id != given.id


def test_a_report_that_stands_twice_counts_once() -> None:
    report = read("The army said on Monday that its forces had captured Tolm.", published="2031-03-04")
    twice = brief_of([report, report])
    assert twice == brief_of([report])
    assert twice.reports == (report,)


def test_the_account_tells_its_stories_in_cited_sentences() -> None:
    reports = [
        read("The army said that its forces had captured Tolm.", published="2031-03-04", outlet="Ahr Post"),
        read("The rebels denied that the army had captured Tolm.", published="2031-03-04", outlet="Sel Courier"),
    ]
    account = account_of(reports)
    known = {(report.id, claim.id) for report in reports for claim in report.claims}
    cited = [sentence for story in account.stories for sentence in story.sentences]
    assert cited
    for sentence in cited:
        assert sentence.claims
        assert {(ref.report, ref.claim) for ref in sentence.claims} <= known


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.usefixtures("threads")
def test_a_text_too_long_to_be_one_report_is_skipped_and_the_rest_goes_on(processes: int) -> None:
    long = Document("long.txt", "The army denied it. " * (pipeline.LONGEST // 20 + 1))
    done = list(read_many([document(0), long, *(document(n) for n in range(1, MANY))], processes=processes))
    assert isinstance(done[1], Unread)
    assert (done[1].origin, done[1].skipped.reason) == ("long.txt", "too_large")
    assert "cut it into its reports" in done[1].skipped.message
    assert sum(isinstance(thing, Report) for thing in done) == MANY
