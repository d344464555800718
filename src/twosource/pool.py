"""Work on many things with several processes: in order, in chunks, and none lost if a process is killed."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Generic, NamedTuple, TypeVar

__all__ = ["AHEAD", "MOST", "Task", "in_order"]

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Chunks under way for each process: one is worked on, one lies ready, one waits for its turn to be handed out."""

MOST = 32
"""Things of one chunk at most."""

LARGEST = 40_000
"""What the things of one chunk may weigh, in characters: a second of work; handing them over costs a hundredth."""

FIRST = 4_000
"""What the first chunk may weigh; each next one twice as much, so that the first results come at once."""


class Task(NamedTuple, Generic[T, R]):
    """What is done with each thing, in another process unless said otherwise; the functions must be picklable.

    `here` gives the result of a thing that needs no work, and None for all others. `lost` makes the result of a thing
    with which its process died. `start` is called in each process before its first thing: it may load models there.
    """

    work: Callable[[T], R]
    here: Callable[[T], R | None]
    lost: Callable[[T], R]
    weight: Callable[[T], int]
    start: Callable[[], object]


class _Chunk(Generic[T, R]):
    """Some things, one after the other: those to work on, and all places with the results that are known."""

    def __init__(self) -> None:
        self.things: list[T] = []
        self.places: list[R | None] = []
        self.weight = 0
        self.under_way: Future[list[R]] | None = None
        self.made: list[R] | None = None

    def is_open(self) -> bool:
        """True while the results are not there, and no process may be at work on them any more."""
        if self.made is not None or self.under_way is None:
            return False
        return not self.under_way.done() or self.under_way.exception() is not None

    def results(self) -> Iterator[R]:
        """The results in order. Raises `BrokenExecutor` where the process died."""
        made = iter(self.made if self.made is not None else self.under_way.result() if self.under_way else [])
        for known in self.places:
            yield next(made) if known is None else known


def in_order(things: Iterable[T], task: Task[T, R], processes: int) -> Iterator[R]:
    """The results of all things, in their order, with a bounded number of things under way.

    If a process is killed, all things that were under way are worked on again, each by itself: the one that kills its
    process again gets the result that `lost` makes, and the work goes on with new processes.
    """
    team = _Team(task, processes)
    waiting: deque[_Chunk[T, R]] = deque()
    try:
        for chunk in _chunks(things, task):
            team.take(chunk, waiting)
            waiting.append(chunk)
            if len(waiting) >= processes * AHEAD:
                yield from team.next_done(waiting)
        while waiting:
            yield from team.next_done(waiting)
    finally:
        team.close()


def _chunks(things: Iterable[T], task: Task[T, R]) -> Iterator[_Chunk[T, R]]:
    chunk, limit = _Chunk[T, R](), FIRST
    for thing in things:
        known = task.here(thing)
        chunk.places.append(known)
        if known is None:
            chunk.things.append(thing)
            chunk.weight += task.weight(thing)
        if chunk.weight >= limit or len(chunk.places) >= MOST:
            yield chunk
            chunk, limit = _Chunk(), min(2 * limit, LARGEST)
    if chunk.places:
        yield chunk


def _pool_of(number: int, start: Callable[[], object]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, initializer=_begin, initargs=(start,))


def _begin(start: Callable[[], object]) -> None:
    """Makes a process ready, and has it end when the program ends, even one that is killed and cannot say so."""
    threading.Thread(target=_outlive_no_parent, daemon=True).start()
    start()


def _outlive_no_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _each(work: Callable[[T], R], things: list[T]) -> list[R]:
    return [work(thing) for thing in things]


class _Team(Generic[T, R]):
    """The processes, and a single one beside them for things of which one killed its process."""

    def __init__(self, task: Task[T, R], processes: int) -> None:
        self._task = task
        self._processes = processes
        self._pool = _pool_of(processes, task.start)
        self._single: ProcessPoolExecutor | None = None

    def take(self, chunk: _Chunk[T, R], waiting: Iterable[_Chunk[T, R]]) -> None:
        """Hands a chunk out."""
        if not chunk.things:
            chunk.made = []
            return
        try:
            chunk.under_way = self._pool.submit(_each, self._task.work, chunk.things)
        except BrokenExecutor:
            self._mend(waiting)
            chunk.under_way = self._pool.submit(_each, self._task.work, chunk.things)

    def next_done(self, waiting: deque[_Chunk[T, R]]) -> Iterator[R]:
        """The results of the first chunk that waits."""
        try:
            results = list(waiting[0].results())
        except BrokenExecutor:
            self._mend(waiting)
            results = list(waiting[0].results())
        waiting.popleft()
        return iter(results)

    def close(self) -> None:
        """Ends the processes; what is not begun is not done."""
        for pool in (self._pool, self._single):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)

    def _mend(self, waiting: Iterable[_Chunk[T, R]]) -> None:
        """Starts new processes, and works by itself on everything that was under way."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = _pool_of(self._processes, self._task.start)
        for chunk in waiting:
            if chunk.is_open():
                chunk.made = [self._alone(thing) for thing in chunk.things]

    def _alone(self, thing: T) -> R:
        if self._single is None:
            self._single = _pool_of(1, self._task.start)
        try:
            return self._single.submit(self._task.work, thing).result()
        except BrokenExecutor:
            self._single.shutdown(wait=True, cancel_futures=True)
            self._single = None
            return self._task.lost(thing)
