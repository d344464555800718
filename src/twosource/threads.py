"""Keeps matrices to one thread: ours are small, and the threads of each product would wait for one another.

On two cores reading took a third more seconds of the processor without it, and setting claims side by side a fifth.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

from threadpoolctl import ThreadpoolController

__all__ = ["one_thread"]

P = ParamSpec("P")
R = TypeVar("R")


def one_thread(work: Callable[P, R]) -> Callable[P, R]:
    """A function that multiplies matrices on one thread, and leaves the number that the caller had set."""

    @wraps(work)
    def alone(*given: P.args, **named: P.kwargs) -> R:
        with _blas().limit(limits=1, user_api="blas"):
            return work(*given, **named)

    return alone


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()
