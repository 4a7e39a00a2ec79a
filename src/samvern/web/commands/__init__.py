# SPDX-License-Identifier: EUPL-1.2
"""The command line: one root group whose commands are imported only when they are run.

Each command is a module beside this file with a click command named ``command``. A registered
module that is not part of this installation is not listed.
"""

import importlib
from pathlib import Path
from typing import Any

import click

from samvern import __version__

SECTIONS: dict[str, dict[str, str]] = {
    "The guide and the law": {
        "demo": "Serve guide and workspace on this machine, with synthetic people.",
        "assess": "Assess one or many people from a file of facts.",
        "pack": "Check, compare and explain packs of law.",
        "impact": "Show whom a change of law would touch, and how.",
    },
    "The figures": {
        "estimate": "Estimate the hidden population from overlapping lists.",
        "link": "Count unique people across registers without pooling identities.",
        "protect": "Protect a table before it is published.",
        "attack": "Measure what a reader could work out from published tables.",
        "synthesize": "Make synthetic micro-data that resembles the real.",
    },
    "Running": {
        "serve": "Serve with the settings of the environment (production).",
        "work": "Do the jobs in the background (production).",
        "jobs": "List jobs that failed, and try them again.",
        "database": "Prepare, migrate and check the database.",
        "organisation": "Make, change and close organisations; let the first people in.",
        "setup": "Make all organisations of an installation from a file.",
        "keys": "Make and change the keys of an installation.",
        "audit": "Verify the audit trail; say who saw what.",
        "backup": "Back up the database and the documents, encrypted.",
        "restore": "Restore a backup into an empty database.",
        "restore-drill": "Back up, restore elsewhere and compare; print RPO and RTO.",
    },
    "Developing": {
        "people": "Show who is in the demonstration, and how well they fit the published figures.",
        "build": "Build the design-system assets and the translations.",
        "manage": "Run one of Django's commands with the settings of the house.",
        "make": "Write what follows from the code: migrations, messages, docs, expectations.",
        "docs": "Write the pages of documentation that are made from the code.",
        "test": "Run the tests, all of them or one group.",
        "check": "Run the linter, the type checker and the import rule.",
        "bench": "Run a benchmark, or list them.",
    },
}
HELP = {name: text for commands in SECTIONS.values() for name, text in commands.items()}


class InputError(click.ClickException):
    """Bad input reported by a room: one line on standard error, exit code 2."""

    exit_code = 2


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands present in this installation, in the order they are shown."""
        return [name for name in HELP if _is_present(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or None when there is none of that name."""
        if cmd_name not in HELP or not _is_present(cmd_name):
            return None
        module = importlib.import_module(f"{__name__}.{_module(cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first; where there is none, say which may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=self.list_commands(ctx), ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands by section, from the texts above and without importing any."""
        for title, commands in SECTIONS.items():
            rows = [(name, text) for name, text in commands.items() if _is_present(name)]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; interruption ends with 130, a room's input error with a line and 2."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo(err=True)
            ctx.exit(130)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            # Rooms may not import click: an error for the user to mend says so by its exit code.
            if getattr(error, "exit_code", None) != InputError.exit_code:
                raise
            raise InputError(" ".join(str(error).split())) from error


def _module(name: str) -> str:
    return name.replace("-", "_")


def _is_present(name: str) -> bool:
    here, name = Path(__file__).parent, _module(name)
    return (here / f"{name}.py").is_file() or (here / name / "__init__.py").is_file()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version=__version__, prog_name="samvern")
def cli() -> None:
    """Samvern: coordinated protection against human trafficking.

    `samvern COMMAND --help` explains a command.
    """
