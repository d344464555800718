"""Averages the weights of two trainings, of which the second went on from the first: steadier than either.

python -m training.average build/first.pt build/second.pt --share 0.6 --out build/reader.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main(words: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--share", type=float, default=0.6, help="weight of the second")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(words)
    first, second = (torch.load(path, weights_only=True) for path in (args.first, args.second))
    torch.save({name: args.share * second[name] + (1 - args.share) * first[name] for name in second}, args.out)


if __name__ == "__main__":
    main()
