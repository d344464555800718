"""Builds the word list of `knowledge/data` that comes from WordNet 3.0: persons.toml.

Needs Debian's package wordnet-base; run as `python scripts/build_wordnet_tables.py [FOLDER]`, where FOLDER holds its
files (default /usr/share/wordnet). A word is taken where its first sense is of the wanted lexicographer file and that
file has most of the word's tagged uses. Words that a gloss calls offensive are left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

PERSON = 18
SENSE_CLASS = {"noun": 1, "verb": 2}
OFFENSIVE = re.compile(r"offensive|slur|derogat|disparag|vulgar|obscen|contempt", re.I)
DATA = Path(__file__).parent.parent / "src/twosource/knowledge/data"


class Lexicon:
    """The senses of one part of speech: for each word its (lexicographer file, tagged uses), first sense first."""

    def __init__(self, folder: Path, pos: str) -> None:
        self.folder, self.pos = folder, pos
        self.uses = dict(self._uses())
        self.synsets = dict(self._synsets())

    def _uses(self) -> Iterator[tuple[str, int]]:
        for line in (self.folder / "cntlist.rev").read_text().splitlines():
            key, _, count = line.split()
            yield key, int(count)

    def _synsets(self) -> Iterator[tuple[str, tuple[int, dict[str, str], str]]]:
        for line in (self.folder / f"data.{self.pos}").read_text().splitlines():
            if not line.startswith(" "):
                fields, gloss = line.split(" | ", 1)[0].split(), line.split(" | ", 1)[1]
                words = {fields[4 + 2 * i]: fields[5 + 2 * i] for i in range(int(fields[3], 16))}
                yield fields[0], (int(fields[1]), words, gloss)

    def words(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Plain lower-case words with their senses."""
        for line in (self.folder / f"index.{self.pos}").read_text().splitlines():
            fields = line.split()
            if line.startswith(" ") or not re.fullmatch(r"[a-z]{3,}", fields[0]):
                continue
            senses = [self.synsets[offset] for offset in fields[-int(fields[2]) :]]
            first = senses[0]
            if fields[0] in first[1] and not any(OFFENSIVE.search(sense[2]) for sense in senses[:2]):
                yield fields[0], [(sense[0], self._count(fields[0], sense)) for sense in senses]

    def _count(self, word: str, sense: tuple[int, dict[str, str], str]) -> int:
        number = int(sense[1].get(word, "0"), 16)
        return self.uses.get(f"{word}%{SENSE_CLASS[self.pos]}:{sense[0]:02d}:{number:02d}::", 0)


def mostly(senses: list[tuple[int, int]], wanted: set[int], share: float) -> bool:
    """True where the first sense is a wanted one and wanted ones have more than `share` of the tagged uses."""
    total = sum(count for _, count in senses)
    mine = sum(count for file, count in senses if file in wanted)
    return senses[0][0] in wanted and (total == 0 or mine / total > share)


def write(name: str, what: str, words: list[str]) -> None:
    """Writes one table."""
    lines, line = [], ""
    for word in sorted(set(words)):
        if len(line) + len(word) > 115:
            lines.append(line.strip())
            line = ""
        line += word + " "
    body = "\n".join([*lines, line.strip()])
    head = f"# {what}\n# Made by scripts/build_wordnet_tables.py.\n"
    source = 'source = "WordNet 3.0 (Princeton University, WordNet licence), lexicographer files"\n'
    (DATA / f"{name}.toml").write_text(f'{head}{source}words = """\n{body}\n"""\n', encoding="utf8")


def main(folder: Path) -> None:
    """Builds the table."""
    nouns = dict(Lexicon(folder, "noun").words())
    write("persons", "Nouns that name a person.", [w for w, s in nouns.items() if mostly(s, {PERSON}, 0.6)])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
