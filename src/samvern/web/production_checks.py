# SPDX-License-Identifier: EUPL-1.2
"""What production refuses to start with, also as a system check."""

import os
from collections.abc import Iterator
from typing import Any

import psycopg
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from samvern.access.case_closing import unregistered_tables
from samvern.access.quotas import quotas_without_allowance
from samvern.web.database.definitions import find_differences, in_short, stopping
from samvern.web.database.inventory import find_security_gaps
from samvern.web.database.migration import NO_ALLOWANCE
from samvern.web.database.roles import APP
from samvern.web.environment import DEMO_KEY_PREFIX, MAKE_A_GATE, SECRET_KEY_LENGTH
from samvern.web.keyring import Keyring, KeyringError

DISTINCT_CHARACTERS = 10


def _problems() -> Iterator[tuple[str, str]]:
    key = settings.SECRET_KEY
    if key.startswith(DEMO_KEY_PREFIX):
        yield "samvern.E001", "SAMVERN_SECRET_KEY is a demonstration key; make a key of your own"
    elif len(key) < SECRET_KEY_LENGTH or len(set(key)) < DISTINCT_CHARACTERS:
        yield "samvern.E002", f"SAMVERN_SECRET_KEY needs {SECRET_KEY_LENGTH} random characters"
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield "samvern.E003", "SAMVERN_HOSTS must name the hosts served, without *"
    if settings.DEBUG:
        yield "samvern.E004", "DEBUG is on; it shows visitors' answers on error pages"
    if settings.ENVIRONMENT.database:
        yield from _workspace_problems()


def _workspace_problems() -> Iterator[tuple[str, str]]:
    if not settings.GATE_KEY:
        yield "samvern.E005", f"SAMVERN_GATE_KEY is not set; make one with: {MAKE_A_GATE}"
    elif settings.ENVIRONMENT.gate_key_is_demo:
        yield "samvern.E005", "SAMVERN_GATE_KEY is a demonstration key; make a key of your own"
    try:
        mark = Keyring.read(settings.SIGNING_FILE).mark
    except KeyringError as error:
        yield "samvern.E006", str(error)
    else:
        if mark != "production":
            yield "samvern.E006", "SAMVERN_KEYS holds demonstration keys; make keys of your own"
    for reason in database_problems(os.environ["DATABASE_URL"]):
        yield "samvern.E007", reason


@register(Tags.models)
def check_case_tables(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """System check: every table of a case is spoken for, so that closing one forgets nothing."""
    text = "No room says whether anything in %s is alive on a case (samvern.access.case_closing)"
    return [Error(text % table, id="samvern.E010") for table in unregistered_tables()]


@register(Tags.database)
def check_allowances(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """System check: each act that is counted has an allowance, or everybody would be refused."""
    if not settings.ENVIRONMENT.database:
        return []
    missing = _acts_without_allowance(os.environ["DATABASE_URL"])
    return [Error(NO_ALLOWANCE % act, id="samvern.E011") for act in missing]


@register(Tags.security)
def check_production(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """System check: the refusals that apply, none outside production."""
    if not settings.PRODUCTION:
        return []
    return [Error(text, id=code) for code, text in _problems()]


def refuse_unsafe_production() -> None:
    """Stop a server that was started past the system checks.

    Raises:
        ImproperlyConfigured: production with an unsafe key, host or debug setting; a table of a
            case that closing would forget; or a counted act without an allowance.
    """
    # What is counted is asked of the database last: as another role, or of another version, it
    # could not say.
    if refusals := [*check_case_tables(), *check_production()] or check_allowances():
        raise ImproperlyConfigured("; ".join(str(refusal.msg) for refusal in refusals))


MOST_GAPS_SHOWN = 3
OTHER_SCHEMA = "the database is of another version; bring it up: samvern database migrate."
CONNECT_SECONDS = 5  # seconds


def database_problems(url: str) -> Iterator[str]:
    """Why a database is not served from: it is entered as another role, is of another version, or a
    wall has a gap.

    One that does not answer is no reason: the guide needs none, and the workspace says so itself.
    """
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_SECONDS) as connection:
            role = connection.info.user
            if role != APP:
                yield f"DATABASE_URL connects as {role}; it must be {APP}, which owns nothing"
                return
            gaps = list(find_security_gaps(connection))
            differences = list(stopping(find_differences(connection)))
            if _holds_made_up_people(connection):
                yield "the database holds made-up people; start from an empty one"
    except psycopg.OperationalError:
        return
    if differences:
        yield f"{OTHER_SCHEMA} {in_short(differences)}"
    yield from gaps[:MOST_GAPS_SHOWN]
    if len(gaps) > MOST_GAPS_SHOWN:
        yield f"{len(gaps) - MOST_GAPS_SHOWN} more; see: samvern database check"


def _acts_without_allowance(url: str) -> list[str]:
    """None where the database does not answer or is not migrated: it says that itself."""
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_SECONDS) as connection:
            if not _has_function(connection, "gate.acts_with_allowance()"):
                return []
            rows = connection.execute("SELECT gate.acts_with_allowance()").fetchall()
    except psycopg.Error:
        return []
    return quotas_without_allowance(act for (act,) in rows)


def _has_function(connection: psycopg.Connection, name: str) -> bool:
    found = connection.execute("SELECT to_regprocedure(%s)", [name]).fetchone()
    return found is not None and found[0] is not None


def _holds_made_up_people(connection: psycopg.Connection) -> bool:
    if not _has_function(connection, "gate.has_synthetic()"):
        return False  # not migrated yet: nobody is in it
    return connection.execute("SELECT gate.has_synthetic()").fetchone() == (True,)
