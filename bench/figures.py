"""Speed of reading figures beside quantulum3, in one run: words a second, memory and load time.

Run as `python bench/figures.py`; needs `pip install quantulum3` for the comparison, and says so where it is missing.
"""

from __future__ import annotations

import importlib
import time
import tracemalloc
from collections.abc import Callable

SAMPLE = (
    "At least 1,200 people were killed and dozens wounded when a ferry with 2,400 sank 9 kilometers off Arden. "
    "Utopia has sent 6,000 to 7,000 soldiers to the coast, the ministry said. Six villagers, including two "
    "children, died in Lowick. The flood covered over 500 square kilometers (193 square miles) of land in four weeks. "
)
TIMES = 200


def measure(name: str, load: Callable[[], Callable[[str], object]]) -> None:
    """Prints one line: load time, words a second and peak memory of one tool."""
    text = SAMPLE * TIMES
    start = time.perf_counter()
    run = load()
    run(SAMPLE)
    loaded = time.perf_counter() - start
    start = time.perf_counter()
    run(text)
    took = time.perf_counter() - start
    tracemalloc.start()
    run(text)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{name:12} load {loaded:.3f} s  {len(text.split()) / took:10,.0f} words/s  peak {peak:6.1f} MB")


def ours() -> Callable[[str], object]:
    """twosource's figures, from a plain text."""
    from twosource.model import Document
    from twosource.reading import figures
    from twosource.reading.structure import lay_out

    return lambda text: figures.find(lay_out(Document(None, text)))


def quantulum() -> Callable[[str], object]:
    """quantulum3 without its optional classifier."""
    parse: Callable[[str], object] = importlib.import_module("quantulum3.parser").parse
    return parse


def main() -> None:
    """Measures both."""
    measure("twosource", ours)
    try:
        measure("quantulum3", quantulum)
    except ImportError:
        print("quantulum3   not installed: pip install quantulum3")


if __name__ == "__main__":
    main()
