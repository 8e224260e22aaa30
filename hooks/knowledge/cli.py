"""The tool `kb`: a thin group of commands, each a module of `knowledge.commands` with its click command `command`."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

import knowledge.commands as package
from knowledge.collector import lasting
from knowledge.problems import Place
from knowledge.suggest import did_you_mean


class Commands(click.Group):
    """Finds its commands by their modules and imports the one that is called alone, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands: a module `rename_key` is the command `rename-key`."""
        return sorted(module.name.replace("_", "-") for module in iter_modules(package.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        with lasting():
            command = import_module(f"{package.__name__}.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a fault of ours is told in a line and ends with 1, never as a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise  # click tells these itself, a broken pipe too
        except Exception as error:
            fault = import_module("knowledge.checks.run").fault  # here, so that no command waits for it
            click.echo(fault(error, f"kb {ctx.invoked_subcommand}", Place("kb")).as_text(), err=True)
            ctx.exit(1)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; an unknown one is wrong use, with the nearest name."""
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            raise click.UsageError(f"There is no command “{args[0]}”. {did_you_mean(args[0], known)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and mend the knowledge base, and add to it."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some takes 10 ms, and we have none
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's name may hold bytes that are no text


if __name__ == "__main__":
    main()
