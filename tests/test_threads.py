"""Matrices keep to one thread while we work; whoever called gets his own number back."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from twosource.reading import read_document
from twosource.reconcile.account import stories_of
from twosource.threads import one_thread


def test_one_thread_and_then_as_many_as_before() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        before = _threads()
        assert one_thread(_threads)() == {1}
        assert _threads() == before


def test_reading_and_reconciling_keep_to_one() -> None:
    for work in (read_document, stories_of):
        assert hasattr(work, "__wrapped__")


def _threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
