"""`twosource`: the group of commands, and how errors leave the program."""

from __future__ import annotations

import sys
from typing import Any

import click

from twosource import __version__
from twosource.errors import StopError, UsageError

WRONG_USAGE = 2
NOTHING_READ = 1

COMMANDS = {
    "read": ("twosource.cli.reading", "read"),
    "brief": ("twosource.cli.reading", "brief"),
    "add": ("twosource.cli.keeping", "add"),
    "remove": ("twosource.cli.keeping", "remove"),
    "export": ("twosource.cli.keeping", "export"),
    "import": ("twosource.cli.keeping", "import_"),
    "stories": ("twosource.cli.looking", "stories"),
    "questions": ("twosource.cli.looking", "questions"),
    "claims": ("twosource.cli.looking", "claims"),
    "sources": ("twosource.cli.looking", "sources"),
    "reports": ("twosource.cli.looking", "reports"),
    "changes": ("twosource.cli.following", "changes"),
    "record": ("twosource.cli.following", "record"),
    "lineage": ("twosource.cli.following", "lineage"),
    "judge": ("twosource.cli.judging", "judge"),
    "show": ("twosource.cli.looking", "show"),
    "explain": ("twosource.cli.looking", "explain"),
    "desk": ("twosource.cli.desk", "desk"),
}


class Commands(click.Group):
    """Loads a command when it is called, and turns errors of ours into one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; an error of ours is one line on standard error."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            click.echo(f"twosource: {error}", err=True)
            ctx.exit(WRONG_USAGE)
        except StopError as error:
            click.echo(f"twosource: {error}", err=True)
            ctx.exit(NOTHING_READ)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="twosource")
def main() -> None:
    """Reads reports of wars and disasters and keeps the account: who said what, through whom, about what, how sure.

    \b
    Begin with a folder of reports:
      twosource brief FOLDER               what they add up to, every line cited
      twosource read FILE                  one report, marked up
      twosource add FOLDER                 keep them in a ledger, and then:
      twosource stories | questions | claims --search WORDS | brief

    A mark like [003 ¶4] leads to the words: the report 003, its fourth paragraph. twosource decides nothing; it
    shows who says so. Exit codes: 0 if anything was read, 1 if nothing was, 2 for wrong usage, 3 with --strict if
    anything was skipped.
    """
