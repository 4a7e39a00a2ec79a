# SPDX-License-Identifier: EUPL-1.2
"""The page of every command, in the commands' own words: docs/commands.md.

``./samvern`` shows the same texts before anything is installed.
"""

from collections.abc import Iterator
from typing import cast

import click

from samvern.web.environment import CHECKOUT

PAGE = CHECKOUT / "docs/commands.md"
WIDTH = 78  # what click takes where the terminal has 80 columns
HEAD = """# Every command

What `--help` says of each command. Made by `./samvern docs commands`; do not write in it.
"""


def write_commands(root: click.Command) -> str:
    """The page, from the commands as they are."""
    texts = (
        f"## {name}\n\n```text\n{text}\n```\n" for name, text in command_helps(root, "samvern")
    )
    return "\n".join([HEAD, *texts])


def command_helps(
    command: click.Command, name: str, above: click.Context | None = None
) -> Iterator[tuple[str, str]]:
    """A command's name and help, then those of the commands in it."""
    context = click.Context(
        command, above, name.rpartition(" ")[2], terminal_width=WIDTH, **command.context_settings
    )
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = cast(click.Command, command.get_command(context, below))
            yield from command_helps(found, f"{name} {below}", context)
