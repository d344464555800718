"""Writes what training learnt as the package reads it: an int8 network, small heads beside it, and the model card.

    python -m training.export --weights build/reader.pt

Needs the packages of requirements/training.txt. The result is the same for the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Reader, restored
from training.train import SPANS, TAGS

DATA = Path(__file__).resolve().parents[1] / "src/twosource/reading/encoder/data"


class Network(nn.Module):
    """The encoder with the heads of tags side by side: what runs in the package."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder
        heads = list(reader.tags.values())
        size = sum(head.out_features for head in heads)
        self.tags = nn.Linear(reader.encoder.shape.width, size)
        with torch.no_grad():
            self.tags.weight.copy_(torch.cat([head.weight for head in heads]))
            self.tags.bias.copy_(torch.cat([head.bias for head in heads]))

    def forward(self, pieces: Tensor, cases: Tensor, quotes: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(pieces, cases, quotes)
        return hidden, self.tags(hidden)


def export(reader: Reader, folder: Path) -> dict[str, str]:
    """Writes encoder.onnx and heads.npz and returns their hashes."""
    network = Network(reader).eval()
    example = torch.randint(1000, 20000, (1, 64))
    inputs = {"pieces": example, "cases": example % 5, "quotes": example % 2}
    axes = {name: {1: "length"} for name in (*inputs, "hidden", "tags")}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            network, tuple(inputs.values()), str(plain), input_names=list(inputs), output_names=["hidden", "tags"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    save(folder / "heads.npz", small(reader))
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "heads.npz")}


def save(path: Path, arrays: dict[str, npt.NDArray[np.float32]]) -> None:
    """Writes arrays by name; the same arrays give the same file."""
    np.savez(path, allow_pickle=False, **arrays)


def small(reader: Reader) -> dict[str, npt.NDArray[np.float32]]:
    """The heads that are computed outside the network, as arrays; weights are laid to multiply from the right."""
    first, _, second = reader.facts
    out = {
        "links": reader.links.weight.T, "links_bias": reader.links.bias, "none": reader.none,
        "facts": first.weight.T, "facts_bias": first.bias, "facts_out": second.weight.T, "facts_out_bias": second.bias,
        "claim": reader.claim.weight.T, "claim_bias": reader.claim.bias,
    }  # fmt: skip
    for name, head in reader.spans.items():
        out[name], out[f"{name}_bias"] = head.weight.T, head.bias
    return {name: value.detach().numpy().astype(np.float32) for name, value in out.items()}


def main(words: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args(words)
    hashes = export(restored(args.weights, TAGS, SPANS), args.out)
    path = args.out / "card.json"
    card = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    card |= {"heads": TAGS, "sha256": hashes}
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
