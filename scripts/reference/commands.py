"""The command line, read from click."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from scripts.reference.text import table
from twosource.cli import main


def commands() -> Iterator[click.Command]:
    """Every command, in the order in which the help lists them."""
    context = click.Context(main, info_name="twosource")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None and not command.hidden:
            yield command


def page() -> str:
    """docs/reference/command-line.md."""
    parts = ["# Command line", help_text(main)]
    parts += [_command(command) for command in commands()]
    return "\n\n".join(parts)


def _command(command: click.Command) -> str:
    context = click.Context(command, info_name=f"twosource {command.name}")
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [f"## twosource {command.name}", f"```text\ntwosource {command.name} {usage}\n```", help_text(command)]
    rows = [_option(option, context) for option in command.get_params(context) if isinstance(option, click.Option)]
    if rows:
        parts.append(table(["option", "meaning"], rows))
    return "\n\n".join(parts)


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    told = (option.help or "").strip()
    if option.show_default and option.default is not None:
        told += f" Default: `{option.default}`."
    return f"`{names}{value}`", told


def help_text(command: click.Command) -> str:
    """The help of a command as Markdown; what click is told not to wrap becomes a block of code."""
    out = []
    for paragraph in inspect.cleandoc(command.help or "").replace("\f", "").split("\n\n"):
        if paragraph.startswith("\b"):
            head, lines = _unwrapped(paragraph.removeprefix("\b").strip("\n").split("\n"))
            out += [head] if head else []
            out.append("```text\n" + "\n".join(lines) + "\n```")
        else:
            out.append(" ".join(paragraph.split()))
    return "\n\n".join(out)


def _unwrapped(lines: list[str]) -> tuple[str, list[str]]:
    """The sentence over a block, where there is one, and its lines."""
    if lines[0].rstrip().endswith(":"):
        return lines[0].strip(), [line.removeprefix("  ") for line in lines[1:]]
    return "", lines
