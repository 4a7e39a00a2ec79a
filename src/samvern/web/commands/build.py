# SPDX-License-Identifier: EUPL-1.2
"""`samvern build`: everything that is made rather than written."""

import os

import click

from samvern.web.build import build_all
from samvern.web.environment import read_environment
from samvern.web.progress import step


@click.command()
def command() -> None:
    """Build the design-system assets, the translations and the static files, where stale."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    build_all(step, read_environment().static_root)
