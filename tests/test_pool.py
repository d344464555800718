"""Work with several processes: in order, in chunks, and none lost where a process is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from twosource.pool import AHEAD, FIRST, LARGEST, MOST, Task, _chunks, in_order

HERE, DEADLY = -1, -2


def squared(thing: int) -> int:
    return thing * thing


def nothing() -> None:
    pass


def deadly(thing: int) -> int:
    """Kills its own process with one thing, as the system does that lacks memory."""
    if thing == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return thing * thing


def deadly_once(mark: Path, thing: int) -> int:
    """Kills its own process the first time only, as somebody may from outside."""
    if thing == 40 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return thing * thing


def marked(folder: Path) -> None:
    """Notes that a process has started."""
    (folder / str(os.getpid())).touch()


def task(**changes: object) -> Task[int, int]:
    given: Task[int, int] = Task(
        squared, lambda thing: HERE if thing < -9 else None, lambda thing: thing, lambda thing: thing, nothing
    )
    return given._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [0, 1, MOST, 3 * MOST + 1])
@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_things(number: int, processes: int) -> None:
    assert list(in_order(range(number), task(), processes)) == [n * n for n in range(number)]


def test_what_needs_no_work_keeps_its_place() -> None:
    things = [1, -10, 2, -11, -12, 3]
    assert list(in_order(things, task(weight=lambda _: FIRST), 2)) == [1, HERE, 4, HERE, HERE, 9]


def test_chunks_begin_small_and_stay_bounded() -> None:
    made = list(_chunks([1000] * 500, task()))
    weights = [chunk.weight for chunk in made]
    assert weights[0] == FIRST
    assert weights[1] == 2 * FIRST
    assert max(weights) <= LARGEST + 1000
    assert max(len(chunk.places) for chunk in made) <= MOST
    assert sum(len(chunk.places) for chunk in made) == 500


def test_things_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for n in range(100 * MOST):
            taken.append(n)
            yield n

    results = in_order(things(), task(), 2)
    next(results)
    assert len(taken) <= 2 * AHEAD * MOST
    results.close()  # type: ignore[attr-defined]


def test_a_thing_that_kills_its_process_costs_no_other() -> None:
    things = [*range(50), DEADLY, *range(50, 200), DEADLY, *range(200, 230)]
    done = list(in_order(things, task(work=deadly, lost=lambda thing: thing * 100), 2))
    assert done == [n * 100 if n == DEADLY else n * n for n in things]


def test_a_process_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    work = partial(deadly_once, tmp_path / "mark")
    assert list(in_order(range(150), task(work=work), 2)) == [n * n for n in range(150)]


def test_every_process_is_made_ready_first(tmp_path: Path) -> None:
    list(in_order(range(200), task(start=partial(marked, tmp_path)), 2))
    assert 1 <= len(list(tmp_path.iterdir())) <= 2


PROGRAM = """
import sys, time
from functools import partial
from pathlib import Path
from tests.test_pool import marked, slow, task
from twosource.pool import in_order
list(in_order(range(100), task(work=slow, start=partial(marked, Path(sys.argv[1]))), 2))
"""


def slow(thing: int) -> int:
    time.sleep(0.5)
    return thing


def alive(number: int) -> bool:
    """Whether a process runs, and is not merely still to be buried."""
    try:
        return "Z" not in Path(f"/proc/{number}/stat").read_text().rsplit(")")[1].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_process_outlives_a_program_that_was_killed(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)], cwd=root) as program:
        patiently(lambda: len(list(tmp_path.iterdir())) == 2)
        program.kill()
    workers = [int(path.name) for path in tmp_path.iterdir()]
    patiently(lambda: not any(alive(number) for number in workers))


def patiently(holds: Callable[[], bool]) -> None:
    """Waits until something holds; fails after half a minute."""
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it never came to hold")
