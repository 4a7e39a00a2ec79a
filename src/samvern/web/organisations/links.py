# SPDX-License-Identifier: EUPL-1.2
"""The one-time links that let the first people of an organisation in."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from samvern.law import InputError
from samvern.web.organisations.records import Connection, OrganisationRow
from samvern.web.organisations.values import Keeper

INVITE = "SELECT gate.invite_at_server(%s, %s, %s, %s, %s, %s)"
DEMO_SITE = "http://localhost:8000"
WHY_NOT = {
    "absent": ("the organisation is closed", ""),
    "name": ("nobody of the organisation has it", 'for somebody new, write "Name <login>"'),
    "role": ("she neither keeps the organisation nor coordinates",
             "an administrator of the organisation gives her a new link"),
    "taken": ("somebody else signs in by it, or did", "write another login name"),
}  # fmt: skip


class Link(NamedTuple):
    """A link, and whom it is for."""

    organisation: str
    name: str
    login: str
    role: str
    address: str


def invite(
    connection: Connection, to: OrganisationRow, keeper: Keeper, role: str
) -> tuple[Link, bool]:
    """A link for somebody new, or again for one who has it already; true where it is again.

    Raises:
        InputError: the database does not let her in, and why.
    """
    secret = secrets.token_urlsafe(32)
    key = hashlib.sha256(secret.encode()).digest()
    given = [key, to.id, keeper.login, keeper.name, keeper.email, role]
    row = connection.execute(INVITE, given).fetchone()
    outcome = row[0] if row else "absent"
    if outcome in WHY_NOT:
        raise InputError("login", keeper.login, *WHY_NOT[outcome])
    link = Link(to.name, keeper.name, keeper.login, role, address(secret))
    return link, outcome == "renewed"


def invite_new(connection: Connection, to: OrganisationRow, keeper: Keeper, role: str) -> Link:
    """A link for somebody who is not there yet.

    Raises:
        InputError: she is, or the database does not let her in.
    """
    link, again = invite(connection, to, keeper, role)
    if again:
        rule, do = "somebody of the organisation has it already", "write the login name alone"
        raise InputError("login", keeper.login, rule, do)
    return link


def address(secret: str) -> str:
    """Where a link leads, in the language of the site."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils import translation

    host = next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name.strip(".*")), "")
    site = f"https://{host}" if settings.PRODUCTION else DEMO_SITE
    with translation.override(settings.LANGUAGE_CODE):
        return site + reverse("login_invitation", kwargs={"link": secret})


def write_links(path: Path, links: Sequence[Link]) -> None:
    """Write links into a new file that nobody but its owner can read.

    Raises:
        InputError: it is there already, or cannot be made.
    """
    try:
        made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        rule, do = f"cannot be made ({error.strerror})", "name a file that is not there yet"
        raise InputError("links", str(path), rule, do) from error
    try:
        with os.fdopen(made, "w", encoding="utf-8") as file:
            file.writelines("\t".join(link) + "\n" for link in links)
            file.flush()
            os.fsync(made)
    except OSError as error:
        path.unlink()  # an empty one would stand in the way of the next try
        rule, do = f"cannot be written ({error.strerror})", "name a file where there is room"
        raise InputError("links", str(path), rule, do) from error
