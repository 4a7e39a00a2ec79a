# SPDX-License-Identifier: EUPL-1.2
"""API clients of an organisation: its administrator makes them, renews their secret, ends them."""

import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.api.scopes import SCOPES
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.reauthentication import require_recent_authentication
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.cases.organisation.confirmations import REASONS
from samvern.coordination.api_clients.models import ApiClient, ApiClientStep
from samvern.coordination.api_clients.tokens import secret_hash
from samvern.coordination.api_clients.workflow import PROGRAM

MOST = 50


class IssuedSecret(NamedTuple):
    """What the administrator takes with her; the secret is shown once and kept by nobody here."""

    name: str
    client_id: str
    secret: str


def list_programs(*, actor: Actor) -> Sequence[ApiClient]:
    """The organisation's API clients, those in use first.

    Raises:
        NotFound: the actor is no administrator.
    """
    _administers(actor)
    log_read("program.list")
    return list(_mine(actor).order_by("state", "name"))


def waiting_programs() -> dict[UUID, Any]:
    """What each API client that waits for a leader waits for, by its membership."""
    return {member: REASONS[why] for member, why in fetch_rows("waiting_programs")}


def get_program(actor: Actor, id: UUID) -> ApiClient:
    """An API client of the actor's organisation.

    Raises:
        NotFound: there is none, or the actor is no administrator.
    """
    _administers(actor)
    found = _mine(actor).filter(pk=id).first()
    if found is None:
        raise NotFound("program", id)
    return found


def add_program(*, actor: Actor, name: str, scopes: Sequence[str]) -> IssuedSecret:
    """Let an API client in, with a membership and a secret of its own.

    Raises:
        NotFound: the actor is no administrator.
        ReauthenticationRequired: she has not just shown who she is.
        Rejected: an API client of that name is in use, a scope is unknown, or there are too many.
    """
    _administers(actor)
    require_recent_authentication(actor)
    in_use = _mine(actor).filter(state=PROGRAM.first)
    if not scopes or not set(scopes) <= SCOPES.keys():
        raise Rejected(_("Choose at least one thing the program may do."))
    if in_use.filter(name__iexact=name).exists():
        raise Rejected({"name": _("There is a program of that name already.")})
    if in_use.count() >= MOST:
        raise Rejected(_("There are as many programs as there can be. End one that is not used."))
    made = IssuedSecret(name, f"samvern-{secrets.token_hex(12)}", secrets.token_urlsafe(32))
    id = fetch_value("add_program", name, made.client_id, sorted(scopes), secret_hash(made.secret))
    log_act("program.add", object=id, scopes=sorted(scopes))
    return made


def renew_secret(*, actor: Actor, program: ApiClient) -> IssuedSecret:
    """A new secret; the one before it is good until the next, so that it can be changed in peace.

    Raises:
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: the API client has ended.
    """
    _administers(actor)
    require_recent_authentication(actor)
    secret = secrets.token_urlsafe(32)
    if not fetch_value("renew_program", program.pk, secret_hash(secret)):
        raise Rejected(_("The program has ended."))
    log_act("program.renew", object=program.pk)
    return IssuedSecret(program.name, program.client_id, secret)


def end_program(*, actor: Actor, program: ApiClient, reason: str) -> ApiClient:
    """End an API client: its tokens open nothing from the next statement on.

    Raises:
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: it has ended already, or the reason is none of the list.
    """
    _administers(actor)
    require_recent_authentication(actor)
    step = ApiClientStep(of=program, move="end", reason=reason)
    return apply_transition(PROGRAM, step, program, actor=actor)


def _mine(actor: Actor) -> QuerySet[ApiClient]:
    return ApiClient.objects.filter(organisation_id=actor.organisation_id)


def _administers(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise NotFound("page")
