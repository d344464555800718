"""How well strangers' stories are reconciled: stories that nothing was written for, set side by side by others.

    python -m bench.strangers SHARED [--out FOLDER]

`bench/strangers/` holds the accounts as stand-off: the words of claims, cues, sources, hedges, figures and places are
offsets into articles of SHARED/corpora (ECB+; TimeBank and AQUAINT; re3d), none of whose text is in the project, or
into reports that the account brings along: invented ones, and retold ones, written for the project after what was
publicly reported of a real event. Each was written from the texts by an agent that had not seen what
the program makes of them, after the gold's guideline; streets, seas, mountains have the nearest kind of place that the
guideline knows. The articles are put together here as the accounts count them. Printed are the measures of
bench/stories.py, the claims handed over as the editor wrote them down: over the stories on which weights were found,
and over those that are kept unseen and that nobody tunes on. With --out the folders are kept, in the shape of the gold,
and `score.py gold FOLDER/NAME` measures reading on them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.stories import HEADLINES, mean, measure, show, total

HERE = Path(__file__).parent / "strangers"
ECB = "stories/ecbplus-1-35.jsonl"
DATED = "times/tbaq.jsonl"
"""The corpus whose articles have their date beside the text: it stands above them here."""
UNSEEN = ("alliance", "kunduz", "strait")
"""Accounts that nobody tunes on."""
WORDS = frozenset({"content", "cue", "source", "hedges", "scope", "text", "title", "boilerplate", "heading", "begins"})
"""Fields whose values are words of a text, kept as offsets."""


def joined(tokens: str) -> str:
    """A text of ECB+, whose tokens stand apart, as it may have been printed; offsets are into this.

    >>> joined("He said : `` 10 - year - olds were n't hurt . ''")
    'He said: "10-year-olds were n\\'t hurt."'
    """
    text = re.sub(r" : / / ", "://", tokens)
    text = re.sub(r"http ?: ?/ ?/ ?\S*( [/._-] \S+)*", lambda match: match.group().replace(" ", ""), text)
    text = text.replace("`` ", '"').replace(" ''", '"')
    text = re.sub(r" ([.,;:?!%)\]])", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r" ('s|'re|'ve|'ll|'d|'m|n't|')\b", r"\1", text)
    text = re.sub(r"(\d) - (\w)", r"\1-\2", text)
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    return "\n".join("".join(_quoted(line)) for line in text.split("\n"))


def _quoted(line: str) -> Iterator[str]:
    """Quotation marks in turn opening and closing, each drawn to its words."""
    parts = line.split('"')
    for number, part in enumerate(parts):
        opens, closes = number % 2 == 1, number % 2 == 1 and number < len(parts) - 1
        kept = part.removeprefix(" ") if opens else part
        yield ('"' if number else "") + (kept.rstrip(" ") if closes else kept)


def laid_out(account: Mapping[str, Any], texts: Mapping[str, str], folder: Path) -> None:
    """One story as a folder in the shape of the gold: reports/ and gold/. Raises `ValueError` of another text."""
    (folder / "reports").mkdir(parents=True)
    (folder / "gold").mkdir()
    printed = {}
    for told in account["reports"]:
        text = told.pop("invented", None) or texts[told["article"]]
        if "crc" in told and zlib.crc32(text.encode()) != told["crc"]:
            raise ValueError(f"{told['article']} is not the text that its account was written from")
        printed[told["id"]] = text
        (folder / "reports" / f"{told['id']}.txt").write_text(text, encoding="utf8")
    kept = folder / "gold"
    reports = [in_words(told, printed[told["id"]]) for told in account["reports"]]
    (kept / "reports.json").write_text(json.dumps(reports), encoding="utf8")
    claims = (json.dumps(in_words(claim, printed[claim["report"]])) for claim in account["claims"])
    (kept / "claims.jsonl").write_text("\n".join(claims) + "\n", encoding="utf8")
    (kept / "questions.json").write_text(json.dumps(account["questions"]), encoding="utf8")


def in_words(value: Any, text: str, field: str = "") -> Any:
    """A part of an account with the words in the place of offsets."""
    if field in WORDS and isinstance(value, list):
        return text[slice(*value)] if _is_span(value) else [in_words(one, text, field) for one in value]
    if isinstance(value, list):
        return [in_words(one, text) for one in value]
    if isinstance(value, dict):
        return {name: in_words(one, text, name) for name, one in value.items()}
    return value


def in_offsets(value: Any, text: str, field: str = "") -> Any:
    """The other way: how an account is written for keeping. Words that do not stand in the text are an error."""
    if field in WORDS and isinstance(value, str):
        at = text.index(value)
        return [at, at + len(value)]
    if isinstance(value, list):
        return [in_offsets(one, text, field) for one in value]
    if isinstance(value, dict):
        return {name: in_offsets(one, text, name) for name, one in value.items()}
    return value


def _is_span(value: list[Any]) -> bool:
    return len(value) == 2 and all(isinstance(one, int) for one in value)


def texts_of(corpus: Path) -> dict[str, str]:
    """The articles of a corpus by id, put together as the accounts count them."""
    rows = map(json.loads, corpus.read_text(encoding="utf8").splitlines())
    if corpus.match(ECB):
        return {row["id"]: joined(row["text"]) + "\n" for row in rows}
    if corpus.match(DATED):
        return {row["id"]: f"{row['published'][:10]}\n\n{row['text'].strip()}\n" for row in rows}
    return {row["id"]: row["text"].strip() + "\n" for row in rows}


def stories(shared: Path, folder: Path) -> list[Path]:
    """The folders of all stories, made in `folder`."""
    known: dict[str, dict[str, str]] = {"": {}}
    made = []
    for path in sorted(HERE.glob("*.json")):
        account = json.loads(path.read_text(encoding="utf8"))
        corpus = account["corpus"]
        if corpus not in known:
            known[corpus] = texts_of(shared / "corpora" / corpus)
        made.append(folder / path.stem)
        laid_out(account, known[corpus], made[-1])
    return made


def main(arguments: list[str] | None = None) -> int:
    """Prints the measures of each story and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as given:
        scores = {folder.name: measure(folder) for folder in stories(asked.shared, asked.out or Path(given))}
    for name, found in scores.items():
        print(f"{name} {mean(found):.3f}")
    unseen = [found for name, found in scores.items() if name in UNSEEN]
    if unseen:
        show("unseen", total(unseen))
    every = total(found for name, found in scores.items() if name not in UNSEEN)
    show("all others together", every)
    for name in HEADLINES:
        print(f"{name} {every[name].f1:.3f}")
    print(f"mean {mean(every):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
