"""Fits what decoding needs on top of the trained network: how tags follow on tags, and which attributions to keep.

    python -m training.fit --shared ../shared

Reads the documents that training kept back, with the exported network; adds its findings to heads.npz and card.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training import corpora
from training.corpora import Text
from training.export import DATA, save
from training.logistic import logistic
from training.train import TAGS
from twosource.reading.encoder import session
from twosource.reading.encoder.linking import Linked, linked
from twosource.reading.encoder.session import Encoded, encode
from twosource.reading.encoder.sureness import features

SHARE = 0.3
"""Weight of the pointwise mutual information of two tags beside the scores: cures fragments, found by trial."""

FLAT = 0.002
"""Loss of F1 at which a stricter threshold is still as good: less than chance makes on the documents held out."""

Chars = set[int]


def transitions(texts: Sequence[Text]) -> npt.NDArray[np.float32]:
    """`SHARE` times the pointwise mutual information of tags that follow one another."""
    size = TAGS["roles"]
    pairs = np.ones((size, size))
    for text in texts:
        tags = text.labels["roles"]
        np.add.at(pairs, (tags[:-1], tags[1:]), 1)
    both = pairs / pairs.sum()
    single = both.sum(1, keepdims=True) * both.sum(0, keepdims=True)
    made: npt.NDArray[np.float32] = (SHARE * np.log(both / single)).astype(np.float32)
    return made


def right(encoded: Encoded, found: Sequence[Linked], gold: Sequence[tuple[Chars, Chars]]) -> list[bool]:
    """Which of the found attributions the scorer counts as right: half of the content's union, and the source met."""
    left = []
    for one in found:
        content = {c for part in one.contents for c in _chars(encoded, part.start, part.end)}
        source = set(_chars(encoded, one.source.start, one.source.end)) if one.source else set()
        left.append((content, source))
    hit = [False] * len(found)
    for content, source in gold:
        ratios = [(len(content & c) / max(1, len(content | c)), n) for n, (c, _) in enumerate(left) if not hit[n]]
        ratio, best = max(ratios, default=(0.0, -1))
        if ratio >= 0.5 and (source & left[best][1] or (not source and not left[best][1])):
            hit[best] = True
    return hit


def _chars(encoded: Encoded, start: int, end: int) -> range:
    return range(int(encoded.pieces.starts[start]), int(encoded.pieces.ends[end - 1]))


def main(words: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    args = parser.parse_args(words)
    path = args.shared / "corpora/attribution/polnear-train.jsonl"
    texts = list(corpora.attributions(path))
    learnt = [text for text in texts if not corpora.held_out(text.id.split("#")[0])]
    with np.load(DATA / "heads.npz") as stored:
        held = dict(stored)
    held["steps"] = transitions(learnt)
    rows: list[list[float]] = []
    hits: list[bool] = []
    owed = 0
    for text, gold in zip(texts, corpora.gold_attributions(path), strict=True):
        if not corpora.held_out(text.id.split("#")[0]):
            continue
        encoded = encode(text.layout)
        found = linked(encoded, held["steps"])
        rows.extend(features(encoded, one) for one in found)
        hits.extend(right(encoded, found, gold))
        owed += len(gold)
    x, y = np.array(rows), np.array(hits, float)
    fitted = logistic(x, y)
    sure = 1 / (1 + np.exp(-(x @ fitted[:-1] + fitted[-1])))
    order = np.argsort(-sure)
    kept = np.cumsum(y[order])
    scores = 2 * kept / (np.arange(1, len(order) + 1) + owed)
    best = int(np.flatnonzero(scores >= scores.max() - FLAT)[0])  # the strictest: rules find some of the rest
    every = 2 * y.sum() / (len(y) + owed)
    print(f"{len(x)} found, {int(y.sum())} right of {owed}; F1 {every:.3f}, sifted {scores[best]:.3f}")
    held |= {
        "sure": fitted[:-1].astype(np.float32),
        "sure_bias": fitted[-1:].astype(np.float32),
        "sure_least": np.array([sure[order[best]]], np.float32),
    }
    save(DATA / "heads.npz", held)
    card = json.loads((DATA / "card.json").read_text(encoding="utf8"))
    card["sha256"]["heads.npz"] = hashlib.sha256((DATA / "heads.npz").read_bytes()).hexdigest()
    (DATA / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    session.weights.cache_clear()


if __name__ == "__main__":
    main()
