"""Reads mutated documents by the thousand: none may raise, and each is read alike in any order and process.

    python bench/mutated.py [PATH …] [--number 10000] [--processes 2] [--seed 7]

PATH are text files, folders of them, or JSON Lines with a `text` each; without one the reports of samples/ are taken. A
document is a stretch of one of them that was cut, doubled, spliced with another, stripped of its stops, or sown with
quotation marks, brackets, breaks, control characters, accents and emoji. Each is read in a pool of processes, and every
fifth once more in the opposite order in this process; what is printed as JSON must be the same both times, and every
offset must lie within the text. The exit code is 1 where anything went wrong; what did is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from twosource.model import Document
from twosource.reading import read_document

AGAIN = 5
"""Every such document is read a second time."""

LONGEST = 1200
"""Characters of a document at most: mutations matter where things meet, not by the page."""

MARKS = "\"“”‘’'«»()[]{}<>—–-,.;:!?…•*#@&%$€/\\|\n\r\t\0\x1b\u00ad\u200b\u200f\u2028\ufeff\u0301\U0001f525é7½٣"
SOWN = (
    *MARKS, "\n\n", "\r\n", " said ", " told ", ", he said, ", "according to ", " denied ", "(Reuters) - ", " not ",
    " at least ", " 1,000,000 ", "on 30 February 2031 ", " between 3 and ", "https://x.example/a?b=c ", "<b>", "&amp;",
)  # fmt: skip
"""What is sown into a text: marks that pair, marks that end, marks that nobody sees, and words that start something."""

Dice = random.Random
Change = Callable[[str, str, Dice], str]


def _cut(text: str, _: str, dice: Dice) -> str:
    a, b = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:a] + text[b:]


def _double(text: str, _: str, dice: Dice) -> str:
    a = dice.randrange(len(text) + 1)
    part = text[a : a + dice.randrange(1, 80)]
    return text[:a] + part * dice.randrange(2, 6) + text[a:]


def _splice(text: str, other: str, dice: Dice) -> str:
    return text[: dice.randrange(len(text) + 1)] + other[dice.randrange(len(other) + 1) :]


def _sow(text: str, _: str, dice: Dice) -> str:
    for _sown in range(dice.randrange(1, 12)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(SOWN) + text[at:]
    return text


def _strip(text: str, _: str, dice: Dice) -> str:
    gone = dice.choice((".", ",", "\n", "\"“”'’", " ", "aeiou"))
    return "".join(char for char in text if char not in gone)


def _shout(text: str, _: str, dice: Dice) -> str:
    return dice.choice((text.upper(), text.lower(), text.title(), text[::-1]))


def _shuffle(text: str, _: str, dice: Dice) -> str:
    words = text.split(" ")
    a = dice.randrange(len(words))
    part = words[a : a + 20]
    dice.shuffle(part)
    return " ".join(words[:a] + part + words[a + 20 :])


CHANGES: tuple[Change, ...] = (_cut, _double, _splice, _sow, _sow, _strip, _shout, _shuffle)


def mutated(texts: Sequence[str], number: int, seed: int) -> Iterator[str]:
    """So many mutated documents; the same for the same texts and seed."""
    dice = random.Random(seed)
    for _ in range(number):
        text, other = dice.choice(texts), dice.choice(texts)
        start = dice.randrange(max(1, len(text) - LONGEST // 2))
        made = text[start : start + dice.randrange(20, LONGEST)]
        for _ in range(dice.randrange(1, 4)):
            made = dice.choice(CHANGES)(made or " ", other, dice)[:LONGEST]
        yield made


def look(text: str) -> tuple[str, str]:
    """A digest of what was read in a text and an empty word, or an empty digest and what went wrong."""
    try:
        told = read_document(Document(None, text)).to_dict()
        for start, end in _offsets(told):
            if not 0 <= start <= end <= len(text):
                return "", f"offsets {start}-{end} in a text of {len(text)}"
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest(), ""
    except Exception:  # noqa: BLE001 - whatever is raised is what this looks for
        return "", traceback.format_exc(limit=-3)


def _offsets(value: Any) -> Iterator[tuple[int, int]]:
    """The offsets of all spans of a report."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _offsets(one)


def texts_of(paths: Iterable[Path]) -> list[str]:
    """The texts of files, folders and JSON Lines."""
    found: list[str] = []
    for path in paths:
        for file in sorted(path.glob("**/*.txt")) if path.is_dir() else [path]:
            text = file.read_text(encoding="utf8", errors="replace")
            found += [json.loads(line)["text"] for line in text.splitlines()] if file.suffix == ".jsonl" else [text]
    return [text for text in found if text.strip()]


def main(words: Sequence[str] | None = None) -> int:
    """Reads all of them twice, and prints what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="*", default=[Path(__file__).resolve().parents[1] / "samples"])
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args(words)
    documents = list(mutated(texts_of(asked.paths), asked.number, asked.seed))
    began = time.perf_counter()
    with ProcessPoolExecutor(asked.processes) as pool:
        first = list(pool.map(look, documents, chunksize=50))
    again = range(0, len(documents), AGAIN)
    other = [documents[n] for n in reversed(again) if look(documents[n]) != first[n]]
    faults = [(text, one[1]) for text, one in zip(documents, first, strict=True) if one[1]]
    for text, fault in faults[:10]:
        print(f"{text!r}\n{fault}")
    for text in other[:10]:
        print(f"read in two ways: {text!r}")
    seconds = time.perf_counter() - began
    print(f"{len(documents)} documents: {len(faults)} raised, {len(other)} read in two ways; {seconds:.0f} s")
    return 1 if faults or other else 0


if __name__ == "__main__":
    sys.exit(main())
