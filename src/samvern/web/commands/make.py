# SPDX-License-Identifier: EUPL-1.2
"""`samvern make`: what is written from the code, and kept with it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

LICENCE = "# SPDX-License-Identifier: EUPL-1.2"


@click.group()
def command() -> None:
    """Write what follows from the code: migrations, messages, pages, expectations."""


@command.command()
@click.option("--name", help="Name of the migration, after its number.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when one is missing.")
def migrations(name: str | None, check: bool) -> None:
    """Write a migration for each room whose models changed. Needs no database.

    SQL (functions, row security, rights) is written by hand, in a migration of its own.
    """
    _set_up_django()
    from django.apps import apps
    from django.core.management import call_command

    ours = [config for config in apps.get_app_configs() if _is_ours(config.name)]
    before = {path for config in ours for path in _migrations(config.path)}
    labels = sorted(config.label for config in ours)
    call_command("makemigrations", *labels, name=name, check_changes=check)
    for path in (path for config in ours for path in _migrations(config.path)):
        if path not in before:
            finish_migration(path)


@command.command()
def messages() -> None:
    """Add the texts that a catalogue lacks, empty, for you to translate; say which.

    Looks in templates and modules, for bokmål and nynorsk. `./samvern build` compiles them.
    """
    from samvern.web.build.messages import add_missing
    from samvern.web.environment import CHECKOUT

    _set_up_django()
    added = add_missing()
    for file, texts in added.items():
        click.echo(f"{file.relative_to(CHECKOUT)}: {len(texts)} to translate")
        for text in texts:
            click.echo(f"  {text}")
    if not added:
        click.echo("Every text has its translations.")


@command.command()
@click.option("--pictures", is_flag=True, help="Take the pictures anew, too: some minutes.")
@click.pass_context
def docs(ctx: click.Context, pictures: bool) -> None:
    """Write every page of docs/ that is made from the code or the pack of law."""
    _set_up_django()
    for page, text in _pages(ctx.find_root().command):
        page.write_text(text, encoding="utf-8")
        click.echo(f"docs/{page.name}")
    if pictures:
        from samvern.web.testing.screenshots import take_screenshots

        ctx.exit(take_screenshots(None))


@command.command()
@click.pass_context
def expectations(ctx: click.Context) -> None:
    """Add what tests/proofs does not know yet: new addresses, new tables of a case.

    Each is added as open to nobody, and named; you say who may, and somebody else reviews it. The
    tests are red until you have. What no longer exists is taken out.
    """
    from samvern.web.testing.runner import run_support

    ctx.exit(run_support("support.expectations"))


@command.command()
@click.pass_context
def definitions(ctx: click.Context) -> None:
    """Write what the migrations make, one file a table and a function, and freeze the migrations.

    Migrates an empty database of its own. The files lie in src/samvern/web/database/schema:
    read there how a function or policy is now. A migration that has landed never changes: the
    command names one that did, and writes nothing. To go on with one that nobody else has yet,
    take its lines out of tests/data/landed_migrations.txt.
    """
    from samvern.web.testing.runner import run_support

    ctx.exit(run_support("support.definitions"))


def finish_migration(path: Path) -> None:
    """Give a migration Django wrote the licence and the form of every other file."""
    _, _, rest = path.read_text(encoding="utf-8").partition("\n")
    path.write_text(f"{LICENCE}\n{rest}", encoding="utf-8")
    if find_spec("ruff"):  # installed with what tests need
        subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)


def _migrations(folder: str) -> Iterator[Path]:
    return Path(folder).glob("migrations/[0-9]*.py")


def _pages(root: click.Command) -> Iterator[tuple[Path, str]]:
    from samvern.law import load_pack
    from samvern.law.needs_page import write_needs
    from samvern.law.proving.markdown_page import proof_page
    from samvern.law.proving.proof import prove
    from samvern.web import command_docs, processing_register, workflow_docs
    from samvern.web.exceptions import CheckingError

    folder = command_docs.PAGE.parent
    yield command_docs.PAGE, command_docs.write_commands(root)
    yield workflow_docs.PAGE, workflow_docs.write_transitions()
    register = processing_register.read_register()
    yield folder / "processing.md", processing_register.write_record(register)
    ruleset = load_pack("norway").ruleset
    yield folder / "needs.md", write_needs(ruleset)
    report = prove(ruleset)
    if not report.well:
        raise CheckingError("not all that the pack promises holds; see: samvern pack prove")
    page = folder / "proofs.md"
    yield page, proof_page(ruleset, "docs/proofs.md", page.read_text(encoding="utf-8"))


def _is_ours(module: str) -> bool:
    return module.startswith("samvern.")


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    import django

    django.setup()
