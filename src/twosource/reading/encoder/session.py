"""Runs the trained encoder over a text: one pass, one thread, one window after the other.

Windows are read one by one, so that a reading depends on its report alone: int8 scales come from the whole batch.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from twosource.errors import BrokenInstallError
from twosource.model import Layout
from twosource.reading.encoder.pieces import Pieces, pieces_of
from twosource.reading.encoder.windows import Window, read_paragraphs, windows_of

__all__ = ["Encoded", "Reals", "card", "encode", "weights"]

Reals = npt.NDArray[np.float32]

DATA = files("twosource.reading.encoder") / "data"


class Encoded(NamedTuple):
    """A text as the encoder sees it: for each of its pieces a vector, and the scores of each head's tags.

    `rows` holds the paragraphs that were read, as ranges of pieces; what is outside (furniture) has no scores.
    `starts` and `ends` are the offsets of the pieces once more, as plain numbers: they are asked for one by one.
    """

    pieces: Pieces
    hidden: npt.NDArray[np.float16]
    tags: dict[str, Reals]
    rows: tuple[tuple[int, int], ...]
    windows: tuple[tuple[int, int], ...]
    starts: list[int]
    ends: list[int]

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that overlap a stretch of the text."""
        a = bisect_right(self.ends, start)
        return a, max(a, bisect_left(self.starts, end))


@cache
def card() -> dict[str, object]:
    """What the weights are: their hashes, the heads in order, and how they were trained."""
    made: dict[str, object] = json.loads((DATA / "card.json").read_text(encoding="utf8"))
    return made


@cache
def weights() -> dict[str, npt.NDArray[np.float32]]:
    """The small heads that are computed here and not in the network: links, facts, claims."""
    _check("heads.npz")
    with as_file(DATA / "heads.npz") as path, np.load(path, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def _check(name: str) -> None:
    """Raises BrokenInstallError where a file of weights is not the one that the card names."""
    wanted = card()["sha256"]
    assert isinstance(wanted, dict)
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    if found != wanted[name]:
        raise BrokenInstallError(f"{name} is damaged or of another version; install twosource anew")


@cache
def _session() -> onnxruntime.InferenceSession:
    """The network, loaded once a process. One thread: the pool of processes uses the other cores."""
    _check("encoder.onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(DATA / "encoder.onnx") as path:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )


SLOWER = ("SkipLayerNormFusion",)
"""Optimisations of onnxruntime that are none on a processor: this one makes the network a sixth slower."""


def _heads() -> list[tuple[str, int]]:
    """The heads whose scores the network gives, side by side, with the number of their tags."""
    heads = card()["heads"]
    assert isinstance(heads, dict)
    return list(heads.items())


def encode(layout: Layout) -> Encoded:
    """A text with the vectors and scores of all its pieces; furniture is passed over."""
    pieces = pieces_of(layout)
    paragraphs = read_paragraphs(layout)
    size = len(pieces.ids)
    width = sum(number for _, number in _heads())
    hidden = np.zeros((size, weights()["links"].shape[0]), np.float16)
    scores = np.zeros((size, width), np.float32)
    windows: list[tuple[int, int]] = []
    rows: list[tuple[int, int]] = []
    for window in windows_of(pieces, paragraphs, layout.sentences):
        vectors, found = _run(window)
        place = 1  # behind the mark at the beginning; each paragraph has one behind it
        for a, b in window.rows:
            end = place + b - a
            hidden[a:b] = vectors[place:end]
            scores[a:b] = found[place:end]
            place = end + 1
        rows.extend(window.rows)
        windows.append((window.rows[0][0], window.rows[-1][1]))
    tags, begin = {}, 0
    for name, number in _heads():
        tags[name] = scores[:, begin : begin + number]
        begin += number
    return Encoded(pieces, hidden, tags, tuple(rows), tuple(windows), pieces.starts.tolist(), pieces.ends.tolist())


def _run(window: Window) -> tuple[Reals, Reals]:
    given = {"pieces": window.ids[None], "cases": window.cases[None], "quotes": window.quotes[None]}
    hidden, tags = _session().run(["hidden", "tags"], given)
    return hidden[0], tags[0]
