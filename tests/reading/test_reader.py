"""One document is read: what holds of the whole of it."""

from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from twosource.model import Document, Report
from twosource.reading import reader


def test_matrices_keep_to_one_thread_while_a_report_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The threads of small matrices wait for one another; whoever called gets his own number back."""
    seen: list[set[int]] = []
    read = reader._read

    def watched(document: Document) -> Report:
        seen.append(_threads())
        return read(document)

    monkeypatch.setattr(reader, "_read", watched)
    with threadpool_limits(limits=2, user_api="blas"):
        before = _threads()
        reader.read_document(Document(None, "Two people were killed in Tolm, the mayor said."))
        assert _threads() == before
    assert seen == [{1}]


def _threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
