# SPDX-License-Identifier: EUPL-1.2
"""Programs of an organisation, as its administrator keeps them: made, given a new secret, ended."""

import secrets
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.access.login.fresh import require_fresh_actor
from samvern.access.login.gate import ask
from samvern.access.roles import Role
from samvern.access.scopes import SCOPES
from samvern.coordination.models import Program, ProgramStep
from samvern.coordination.programs.course import PROGRAM
from samvern.coordination.programs.tokens import secret_hash

MOST = 50


class Made(NamedTuple):
    """What the administrator takes with her; the secret is shown once and kept by nobody here."""

    name: str
    client_id: str
    secret: str


def list_programs(*, actor: Actor) -> Sequence[Program]:
    """The organisation's programs, those in use first.

    Raises:
        Absent: the actor is no administrator.
    """
    _administers(actor)
    see("program.list")
    return list(_mine(actor).order_by("state", "name"))


def get_program(actor: Actor, id: UUID) -> Program:
    """A program of the actor's organisation.

    Raises:
        Absent: there is none, or the actor is no administrator.
    """
    _administers(actor)
    found = _mine(actor).filter(pk=id).first()
    if found is None:
        raise Absent("program", id)
    return found


def add_program(*, actor: Actor, name: str, scopes: Sequence[str]) -> Made:
    """Let a program in, with a membership and a secret of its own.

    Raises:
        Absent: the actor is no administrator.
        NotFresh: she has not just shown who she is.
        Refused: a program of that name is in use, a scope is unknown, or there are too many.
    """
    _administers(actor)
    require_fresh_actor(actor)
    in_use = _mine(actor).filter(state=PROGRAM.first)
    if not scopes or not set(scopes) <= SCOPES.keys():
        raise Refused(_("Choose at least one thing the program may do."))
    if in_use.filter(name__iexact=name).exists():
        raise Refused({"name": _("There is a program of that name already.")})
    if in_use.count() >= MOST:
        raise Refused(_("There are as many programs as there can be. End one that is not used."))
    made = Made(name, f"samvern-{secrets.token_hex(12)}", secrets.token_urlsafe(32))
    id = ask("add_program", name, made.client_id, sorted(scopes), secret_hash(made.secret))
    record("program.add", object=id, scopes=sorted(scopes))
    return made


def renew_secret(*, actor: Actor, program: Program) -> Made:
    """A new secret; the one before it is good until the next, so that it can be changed in peace.

    Raises:
        NotFresh: the administrator has not just shown who she is.
        Refused: the program has ended.
    """
    _administers(actor)
    require_fresh_actor(actor)
    secret = secrets.token_urlsafe(32)
    if not ask("renew_program", program.pk, secret_hash(secret)):
        raise Refused(_("The program has ended."))
    record("program.renew", object=program.pk)
    return Made(program.name, program.client_id, secret)


def end_program(*, actor: Actor, program: Program, reason: str) -> Program:
    """End a program: its tokens open nothing from the next statement on.

    Raises:
        NotFresh: the administrator has not just shown who she is.
        Refused: it has ended already, or the reason is none of the list.
    """
    _administers(actor)
    require_fresh_actor(actor)
    step = ProgramStep(of=program, move="end", reason=reason)
    return take_step(PROGRAM, step, program, actor=actor)


def _mine(actor: Actor) -> QuerySet[Program]:
    return Program.objects.filter(organisation_id=actor.organisation_id)


def _administers(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise Absent("page")
