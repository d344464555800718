"""The encoder with its heads, in torch: a BERT of MiniLM's size that also sees case and quotation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

CASES = 5
"""Values of the case feature; `twosource.reading.encoder.pieces` says what they mean."""

QUOTES = 2
"""Values of the quotation feature: outside and inside of quotation marks."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder: those of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    epsilon: float = 1e-12


class Layer(nn.Module):
    """One layer of a BERT encoder, attention written out: in bf16 on few cores quicker than the fused one."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.mix = nn.Linear(shape.width, shape.width)
        self.mix_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, w = x.shape
        split = (b, t, self.heads, w // self.heads)
        q = self.query(x).reshape(split).permute(0, 2, 1, 3)
        k = self.key(x).reshape(split).permute(0, 2, 3, 1)
        v = self.value(x).reshape(split).permute(0, 2, 1, 3)
        scores = torch.matmul(q, k) / math.sqrt(w // self.heads)
        if mask is not None:
            scores = scores + mask
        mixed = torch.matmul(self.drop(torch.softmax(scores, dim=-1)), v)
        mixed = mixed.permute(0, 2, 1, 3).reshape(b, t, w)
        x = self.mix_norm(x + self.drop(self.mix(mixed)))
        inner: Tensor = self.norm(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))
        return inner


class Encoder(nn.Module):
    """Pieces with their case and quotation features in, one vector a piece out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(CASES, shape.width)
        self.quotes = nn.Embedding(QUOTES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor | None = None) -> Tensor:
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(place)[None] + self.cases(cases) + self.quotes(quotes)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def pretrained(path: str, shape: Shape | None = None) -> Encoder:
    """The encoder with the weights of all-MiniLM-L6-v2 from a safetensors file; new features begin at nothing."""
    from safetensors.torch import load_file

    shape = shape or Shape()
    weights = load_file(path)
    encoder = Encoder(shape)
    own: dict[str, Tensor] = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "cases.weight": torch.zeros(CASES, shape.width),
        "quotes.weight": torch.zeros(QUOTES, shape.width),
    }
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
    }  # fmt: skip
    for end in ("weight", "bias"):
        own[f"norm.{end}"] = weights[f"embeddings.LayerNorm.{end}"]
        for number in range(shape.layers):
            for ours, theirs in names.items():
                own[f"layers.{number}.{ours}.{end}"] = weights[f"encoder.layer.{number}.{theirs}.{end}"]
    encoder.load_state_dict(own)
    return encoder


LINK = 64
"""Width of each side of a link's score."""

SPAN = 128
"""Width of the layer from which type, stance and certainty of a claim are read."""


class Reader(nn.Module):
    """The encoder and all its heads."""

    def __init__(self, encoder: Encoder, tags: dict[str, int], spans: dict[str, int]) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.ModuleDict({name: nn.Linear(width, size) for name, size in tags.items()})
        self.facts = nn.Sequential(nn.Linear(width, SPAN), nn.GELU(), nn.Linear(SPAN, 1))
        self.links = nn.Linear(width, 4 * LINK)
        self.none = nn.Parameter(torch.zeros(LINK))
        self.claim = nn.Linear(2 * width, SPAN)
        self.spans = nn.ModuleDict({name: nn.Linear(SPAN, size) for name, size in spans.items()})

    def claims(self, hidden: Tensor, claims: list[tuple[int, list[tuple[int, int]], list[tuple[int, int]]]]) -> Tensor:
        """One row a claim: of its row, content and cue in pieces."""
        rows = []
        for row, content, cue in claims:
            said = torch.cat([hidden[row, a:b] for a, b in content]).mean(0)
            how = torch.cat([hidden[row, a:b] for a, b in cue]).mean(0) if cue else torch.zeros_like(said)
            rows.append(torch.cat([said, how]))
        made: Tensor = self.drop(functional.gelu(self.claim(torch.stack(rows))))
        return made


def thinned(encoder: Encoder, layers: Sequence[int] | None) -> None:
    """Drops all layers but those named."""
    if layers:
        encoder.layers = nn.ModuleList(encoder.layers[number] for number in layers)


def restored(path: Path, tags: dict[str, int], spans: dict[str, int]) -> Reader:
    """A trained reader, with as many layers as were kept."""
    weights = torch.load(path, weights_only=True)
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    reader = Reader(Encoder(Shape(layers=layers)), tags, spans)
    reader.load_state_dict(weights)
    return reader
