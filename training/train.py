"""Trains the encoder and its heads on all corpora at once; one command, one seed, about an hour on two cores.

python -m training.train --shared ../shared --minilm model.safetensors --out build/reader.pt
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training import corpora
from training.corpora import UNKNOWN, Text
from training.model import LINK, Reader, pretrained, restored, thinned
from twosource.reading.encoder.labels import CERTAINTIES, ENTITIES, MARKS, ROLES, STANCES, TYPES
from twosource.reading.encoder.windows import LONGEST, Window

SEED = 20261125
ROUNDS = {"attribution": 4, "factuality": 5, "entities": 6, "places": 2, "invented": 10}
"""How often training sees each corpus: attribution levels off after four, the small ones want more."""

PIECES = 8 * LONGEST
"""Pieces of a batch, about."""

TAGS = {
    "roles": 2 * len(ROLES) + 1,
    "events": 2,
    "entities": 2 * len(ENTITIES) + 1,
    "places": 3,
    "claims": 3,
    "marks": 2 * len(MARKS) + 1,
}
SPANS = {"types": len(TYPES), "stances": len(STANCES), "certainties": len(CERTAINTIES)}
WEIGHTS = {"roles": 1.0, "events": 0.5, "entities": 0.5, "places": 0.5, "claims": 0.3, "marks": 0.5}
LINKS, FACTS, CLAIMS, TAUGHT = 0.1, 0.5, 1.0, 0.5


class Row(NamedTuple):
    """A window with what it teaches."""

    window: Window
    text: Text


class Batch(NamedTuple):
    """Windows of one corpus, filled up to one length."""

    ids: Tensor
    cases: Tensor
    quotes: Tensor
    mask: Tensor
    rows: list[Row]
    places: list[dict[int, int]]
    """For each window the place of each piece of the text in it."""


def load(shared: Path, own: Path, names: Iterable[str]) -> dict[str, list[Text]]:
    """The named corpora as texts."""
    held = shared / "corpora"
    readers: dict[str, Callable[[], Iterable[Text]]] = {
        "attribution": lambda: corpora.attributions(held / "attribution/polnear-train.jsonl"),
        "factuality": lambda: chain(
            corpora.factuality(held / "factuality/uw-train.jsonl"),
            corpora.factuality(held / "factuality/meantime-train.jsonl"),
        ),
        "entities": lambda: corpora.entities(held / "entities/re3d.jsonl"),
        "places": lambda: chain(
            corpora.places(held / "places/geowebnews.jsonl"), corpora.places(held / "places/lgl.jsonl")
        ),
        "invented": lambda: corpora.invented(sorted(own.glob("*.txt")), random.Random(SEED)),
    }
    return {name: list(readers[name]()) for name in names}


def batches(texts: list[Text], dice: random.Random, *, redraw: bool) -> list[list[Row]]:
    """One round of a corpus: windows of like length together, in an order of chance."""
    rows = [
        Row(window, text)
        for text in texts
        for window in corpora.windows(text, dice.randint(LONGEST // 4, LONGEST) if redraw else LONGEST)
    ]
    dice.shuffle(rows)
    rows.sort(key=lambda row: len(row.window.ids) // 16)
    out: list[list[Row]] = [[]]
    for row in rows:
        if out[-1] and len(row.window.ids) * (len(out[-1]) + 1) > PIECES:
            out.append([])
        out[-1].append(row)
    return out


def fill(rows: list[Row]) -> Batch:
    """Rows as tensors."""
    longest = max(len(row.window.ids) for row in rows)
    ids, cases, quotes = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(3))
    mask = torch.full((len(rows), 1, 1, longest), -1e4)
    places = []
    for i, (window, _) in enumerate(rows):
        n = len(window.ids)
        ids[i, :n], cases[i, :n], quotes[i, :n] = (
            torch.from_numpy(x) for x in (window.ids, window.cases, window.quotes)
        )
        mask[i, ..., :n] = 0
        places.append({piece: place for place, piece in enumerate(window.at.tolist()) if piece >= 0})
    return Batch(ids, cases, quotes, mask, rows, places)


def labels(batch: Batch, name: str) -> Tensor:
    """The labels of one head, with UNKNOWN for marks and filling."""
    out = torch.full(batch.ids.shape, UNKNOWN)
    for i, (window, text) in enumerate(batch.rows):
        held = window.at >= 0
        out[i, : len(held)][torch.from_numpy(held)] = torch.from_numpy(text.labels[name][window.at[held]])
    return out


def loss_of(model: Reader, batch: Batch, teacher: Reader | None = None) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of what the batch's corpus teaches, and its parts; where it is silent the teacher speaks."""
    hidden = model.encoder(batch.ids, batch.cases, batch.quotes, batch.mask)
    dropped = model.drop(hidden)
    parts: dict[str, Tensor] = {} if teacher is None else _taught(model, dropped, batch, teacher)
    for name in batch.rows[0].text.labels:
        wanted = labels(batch, name)
        if (wanted != UNKNOWN).any():
            logits = model.tags[name](dropped)
            parts[name] = WEIGHTS[name] * functional.cross_entropy(
                logits.float().flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN
            )
    others = {
        "facts": _facts(model, dropped, batch),
        "links": _links(model, dropped, batch),
        "spans": _claims(model, hidden, batch),
    }
    parts |= {name: value for name, value in others.items() if value is not None}
    total = torch.stack(list(parts.values())).sum()
    return total, {name: float(value.detach()) for name, value in parts.items()}


def _taught(model: Reader, hidden: Tensor, batch: Batch, teacher: Reader) -> dict[str, Tensor]:
    """For the heads of which the batch's corpus says nothing: how far the scores are from the teacher's."""
    silent = [name for name in TAGS if name not in batch.rows[0].text.labels]
    with torch.no_grad():
        known = teacher.encoder(batch.ids, batch.cases, batch.quotes, batch.mask)
        wanted = {name: functional.softmax(teacher.tags[name](known).float(), -1) for name in silent}
    told = batch.mask[:, 0, 0] == 0
    return {
        f"taught {name}": TAUGHT * WEIGHTS[name] * functional.cross_entropy(
            model.tags[name](hidden[told]).float(), wanted[name][told]
        )
        for name in silent
    }  # fmt: skip


def _facts(model: Reader, hidden: Tensor, batch: Batch) -> Tensor | None:
    if batch.rows[0].text.facts is None:
        return None
    wanted = torch.full(batch.ids.shape, float("nan"))
    for i, (window, text) in enumerate(batch.rows):
        assert text.facts is not None
        held = window.at >= 0
        wanted[i, : len(held)][torch.from_numpy(held)] = torch.from_numpy(text.facts[window.at[held]])
    known = ~torch.isnan(wanted)
    if not known.any():
        return None
    found = model.facts(hidden[known]).squeeze(-1).float()
    return FACTS * functional.smooth_l1_loss(found, wanted[known], beta=0.5)


def _links(model: Reader, hidden: Tensor, batch: Batch) -> Tensor | None:
    parts = []
    for i, ((_, text), places) in enumerate(zip(batch.rows, batch.places, strict=True)):
        links = [(places[a], places[b]) for a, b in text.links if a in places and b in places]
        origins = [(places[a], places.get(b, -1)) for a, b in text.origins if a in places and (b in places or b < 0)]
        if not links and not origins:
            continue
        scores = model.links(hidden[i]).float()
        content, cue, cue_side, source = scores.split(LINK, -1)
        cues = sorted({place for place, _ in origins} | {place for _, place in links})
        if links and len(cues) > 1:
            at = {place: n for n, place in enumerate(cues)}
            logits = content[[a for a, _ in links]] @ cue[cues].T / LINK**0.5
            parts.append(functional.cross_entropy(logits, torch.tensor([at[b] for _, b in links]), reduction="none"))
        sources = sorted({b for _, b in origins if b >= 0})
        if origins:
            at = {place: n + 1 for n, place in enumerate(sources)} | {-1: 0}
            choices = torch.cat([model.none[None].float(), source[sources]])
            logits = cue_side[[a for a, _ in origins]] @ choices.T / LINK**0.5
            parts.append(functional.cross_entropy(logits, torch.tensor([at[b] for _, b in origins]), reduction="none"))
    return LINKS * torch.cat(parts).mean() * 2 if parts else None


def _claims(model: Reader, hidden: Tensor, batch: Batch) -> Tensor | None:
    claims, wanted = [], []
    for i, ((_, text), places) in enumerate(zip(batch.rows, batch.places, strict=True)):
        for content, cue, *kinds in text.spans:
            inside = [(places[a], places[b - 1] + 1) for a, b in content if a in places and b - 1 in places]
            how = [(places[a], places[b - 1] + 1) for a, b in cue if a in places and b - 1 in places]
            if inside:
                claims.append((i, inside, how))
                wanted.append(kinds)
    if not claims:
        return None
    row = model.claims(hidden, claims)
    target = torch.tensor(wanted)
    losses = [functional.cross_entropy(head(row).float(), target[:, n]) for n, head in enumerate(model.spans.values())]
    return CLAIMS * torch.stack(losses).sum()


def schedule(texts: dict[str, list[Text]], rounds: dict[str, int], dice: random.Random) -> list[list[Row]]:
    """All batches of the training in their order: rounds of each corpus spread evenly, mixed by chance."""
    placed: list[tuple[float, list[Row]]] = []
    for name, times in rounds.items():
        learnt = [text for text in texts.get(name, []) if not corpora.held_out(text.id.split("#")[0])]
        for turn in range(times):
            made = [rows for rows in batches(learnt, dice, redraw=name == "attribution") if rows]
            placed.extend(((turn + dice.random()) / times, rows) for rows in made)
    placed.sort(key=lambda pair: pair[0])
    return [rows for _, rows in placed]


def optimiser(model: Reader, rate: float) -> torch.optim.AdamW:
    """AdamW; heads learn faster than the encoder, and the word embeddings stay as they are."""
    model.encoder.words.weight.requires_grad_(False)
    inner = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW([{"params": inner, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01)


def steps(
    model: Reader, plan: list[list[Row]], rate: float, teacher: Reader | None = None
) -> Iterator[tuple[int, dict[str, float]]]:
    """Trains on each batch in turn."""
    adam = optimiser(model, rate)
    warm = max(1, int(0.06 * len(plan)))
    line = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda n: min((n + 1) / warm, max(0.0, (len(plan) - n) / (len(plan) - warm)))
    )
    model.train()
    for number, rows in enumerate(plan):
        with torch.autocast("cpu", torch.bfloat16):
            loss, parts = loss_of(model, fill(rows), teacher)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        line.step()
        yield number, parts


def run(args: argparse.Namespace) -> None:
    """Loads, trains, saves."""
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    rounds = {k: int(v) for k, v in (pair.split("=") for pair in args.rounds)} if args.rounds else ROUNDS
    texts = load(args.shared, Path(__file__).parent / "invented", rounds)
    plan = schedule(texts, rounds, dice)[: args.steps]
    model = restored(args.start, TAGS, SPANS) if args.start else Reader(pretrained(str(args.minilm)), TAGS, SPANS)
    thinned(model.encoder, args.layers)
    teacher = restored(args.teacher, TAGS, SPANS).eval() if args.teacher else None
    print({k: len(v) for k, v in texts.items()}, len(plan), "steps", flush=True)
    began = time.time()
    seen: dict[str, float] = {}
    for number, parts in steps(model, plan, args.rate, teacher):
        for name, value in parts.items():
            seen[name] = 0.98 * seen.get(name, value) + 0.02 * value
        if number % 20 == 0:
            print(number, f"{time.time() - began:.0f} s", {k: round(v, 3) for k, v in seen.items()}, flush=True)
        if number % 500 == 499:
            torch.save(model.state_dict(), args.out)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), args.out)


def main(words: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with corpora/")
    parser.add_argument("--minilm", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=Path("build/reader.pt"))
    parser.add_argument("--start", type=Path, help="weights of an earlier training to go on from")
    parser.add_argument("--teacher", type=Path, help="weights whose scores are learnt where a corpus does not tell")
    parser.add_argument("--layers", type=int, nargs="*", help="the layers to keep, from 0; all if not given")
    parser.add_argument("--rounds", nargs="*", help="rounds of a corpus, as attribution=4")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--steps", type=int, help="stop early: for trying out")
    run(parser.parse_args(words))


if __name__ == "__main__":
    main()
