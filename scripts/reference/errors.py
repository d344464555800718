"""Errors and exit codes: the tree of errors, and every reason for passing something over, read from the code."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.reference.text import first_line, table
from twosource import errors
from twosource.cli.main import NOTHING_READ, WRONG_USAGE
from twosource.cli.shared import SKIPPED

SOURCE = Path(__file__).resolve().parents[2] / "src" / "twosource"
CALLS = {"ItemError": 0, "SkipRecord": 0, "_unread": 1, "Skipped": 2}
"""Calls that pass something over, and which argument is the reason.

Faults that are kept for later are pairs: `("bad_…", message)`.
"""

EXIT_CODES = (
    (0, "something was read"),
    (NOTHING_READ, "nothing was read, or the ledger cannot do what was asked"),
    (WRONG_USAGE, "wrong usage"),
    (SKIPPED, "with `--strict`: something was skipped"),
)

INTRODUCTION = """\
An error is one line that says what to do. Two branches, because a caller can do two things: leave this item out and go
on (`ItemError`), or stop and mend something first (`StopError`). A thing that is passed over is never lost in silence:
it is a record with its reason."""


def page() -> str:
    """docs/reference/errors.md."""
    codes = table(["code", "meaning"], [(str(code), told) for code, told in EXIT_CODES])
    parts = ["# Errors and exit codes", "## Exit codes", codes, "## Errors", INTRODUCTION]
    parts.append("\n".join(_tree(errors.TwosourceError)))
    parts += [
        "## Reasons",
        "`reason` is the word, `message` the sentence (`…` stands for what differs from case to case).",
    ]
    rows = [(f"`{reason}`", "; ".join(messages) or "a stretch of a text") for reason, messages in reasons().items()]
    parts.append(table(["reason", "messages"], rows))
    parts.append("What each means, and what to do: [guide to reports](../guide/reports.md#what-is-passed-over).")
    return "\n\n".join(parts)


def _tree(kind: type[Exception], depth: int = 0) -> Iterator[str]:
    name = f"`{kind.__name__}`"
    yield f"{'  ' * depth}- {name}: {first_line(kind)}"
    for below in kind.__subclasses__():
        if inspect.getmodule(below) is errors:
            yield from _tree(below, depth + 1)


def reasons() -> Mapping[str, list[str]]:
    """Every reason in the code with its messages, by name."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for reason, message in _in_module(ast.parse(path.read_text(encoding="utf8"))):
            held = found.setdefault(reason, [])
            if message and message not in held:
                held.append(message)
    return dict(sorted(found.items()))


def _in_module(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    kept = dict(_kept_messages(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            at = CALLS.get(node.func.id) if isinstance(node.func, ast.Name) else None
            found = node.args[at : at + 2] if at is not None else []
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            found = node.elts if str(getattr(node.elts[0], "value", "")).startswith("bad_") else []
        else:
            continue
        if found and isinstance(found[0], ast.Constant) and isinstance(found[0].value, str):
            yield found[0].value, _message(found[1], kept) if len(found) > 1 else None


def _kept_messages(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """What is assigned to the name `message`, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "message":
            yield node.lineno, node.value


def _message(node: ast.expr, kept: Mapping[int, ast.expr]) -> str | None:
    """A message with its changing parts as ellipses; of a name, what was last assigned to it."""
    if isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        before = [line for line in kept if line < node.lineno]
        return _message(kept[max(before)], {}) if before else None
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return None
