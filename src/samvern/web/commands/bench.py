# SPDX-License-Identifier: EUPL-1.2
"""`samvern bench`: the benchmarks in `benchmarks/`."""

import ast
import subprocess
import sys

import click

from samvern.web.environment import CHECKOUT

FOLDER = CHECKOUT / "benchmarks"


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, name: str | None, options: tuple[str, ...]) -> None:
    """Run the benchmark NAME; without a name, list them.

    What follows the name goes to the benchmark.
    """
    files = {path.stem: path for path in sorted(FOLDER.glob("[!_]*.py"))}
    if name is None:
        for stem, path in files.items():
            text = ast.get_docstring(ast.parse(path.read_text())) or ""
            click.echo(f"  {stem:<16} {text.partition(chr(10))[0]}")
        return
    if name not in files:
        raise click.UsageError(f"no benchmark {name!r}; there are: {', '.join(files) or 'none'}")
    ctx.exit(subprocess.run([sys.executable, str(files[name]), *options], check=False).returncode)
