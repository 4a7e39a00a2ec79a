# SPDX-License-Identifier: EUPL-1.2
"""`samvern serve`: production, with everything from the environment."""

import os

import click

from samvern.web.commands import InputError


@click.command()
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Address or unix:PATH.")
def command(bind: str) -> None:
    """Serve with the settings of the environment, after checking that they are safe.

    Needs SAMVERN_SECRET_KEY and SAMVERN_HOSTS; put a proxy that ends TLS in front.
    """
    os.environ.setdefault("SAMVERN_MODE", "production")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")

    import django
    from django.core.exceptions import ImproperlyConfigured

    from samvern.law.loading import find_pack
    from samvern.web.build import build_all
    from samvern.web.environment import read_environment
    from samvern.web.progress import step
    from samvern.web.running.web_server import gunicorn_command

    environment = read_environment()
    find_pack(environment.pack)
    django.setup()
    from samvern.web.production_checks import refuse_unsafe_production

    try:
        refuse_unsafe_production()
    except ImproperlyConfigured as error:
        raise InputError(str(error)) from error
    build_all(step, environment.static_root)
    words = gunicorn_command(bind)
    os.execv(words[0], words)
