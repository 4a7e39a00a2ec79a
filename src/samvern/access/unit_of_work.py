# SPDX-License-Identifier: EUPL-1.2
"""One piece of work: a transaction in which the database knows who acts, and its trail.

A page is one piece of work (the middleware starts it); a job or a command starts its own with
:func:`acting`. The trail says what was done, seen, sought and refused. Its lines are collected
during the work and written at its end; who acted the database reads from the token.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from samvern.access.actor import Actor
from samvern.access.gate import present_token, read_actor
from samvern.access.roles import Role

DONE, SEEN, REFUSED = "done", "seen", "refused"
Acting = Callable[[], AbstractContextManager[Actor]]
"""Begins a unit of work of one member: for what has several, and waits for others in between."""


@dataclass
class UnitOfWork:
    """What is going on in the present transaction."""

    actor: Actor | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    cache: dict[Any, Any] = field(default_factory=dict)
    """What rooms keep for the length of this work, such as opened keys; gone at its end."""
    opened: dict[tuple[UUID | None, UUID | None], set[str]] = field(default_factory=dict)
    """Sealed fields that were opened, by case, or by thing where there is none."""


_CURRENT: ContextVar[UnitOfWork | None] = ContextVar("samvern_work", default=None)


def current_unit_of_work() -> UnitOfWork:
    """The work going on.

    Raises:
        RuntimeError: there is none; a domain function was called outside a page or `acting`.
    """
    work = _CURRENT.get()
    if work is None:
        raise RuntimeError(
            "no work is going on; wrap the call in samvern.access.unit_of_work.acting(...)"
        )
    return work


@contextmanager
def unit_of_work_for(token: str) -> Iterator[UnitOfWork]:
    """A transaction for whoever the token stands for, perhaps nobody; writes its lines at the end.

    The lines come last, because a chain is locked from its first new line until the commit.
    """
    work = UnitOfWork()
    reset = _CURRENT.set(work)
    try:
        with transaction.atomic():
            present_token(token)
            work.actor = read_actor(token) if token else None
            yield work
            tell_opened(work)
            write_lines(work.lines)
    finally:
        _CURRENT.reset(reset)


@contextmanager
def acting(token: str) -> Iterator[Actor]:
    """The same outside the web, for a token that must stand for somebody.

    Raises:
        PermissionError: it stands for nobody.
    """
    with unit_of_work_for(token) as work:
        if work.actor is None:
            raise PermissionError("the token stands for nobody; its session has ended")
        yield work.actor


def log_act(
    act: str,
    *,
    case: UUID | None = None,
    object: UUID | None = None,
    outcome: str = DONE,
    rows: int | None = None,
    **detail: Any,
) -> None:
    """Add a line: an act such as ``note.write``, the case, the thing, and erasable details.

    ``rows`` is how many protected rows a page showed; the completeness test counts them.
    """
    if rows is not None:
        detail["rows"] = rows
    current_unit_of_work().lines.append(
        {
            "act": act,
            "case": str(case) if case else None,
            "object": str(object) if object else None,
            "outcome": outcome,
            "detail": detail,
        }
    )


def log_read(
    act: str, *, case: UUID | None = None, object: UUID | None = None, **detail: Any
) -> None:
    """Add a line about reading."""
    log_act(act, case=case, object=object, outcome=SEEN, **detail)


def note_opened(sealed: str, *, case: UUID | None, object: UUID | None) -> None:
    """Remember that a sealed field was opened; the end of the work tells it."""
    current_unit_of_work().opened.setdefault((case, object), set()).add(sealed)


def tell_opened(work: UnitOfWork) -> None:
    """Say of each case, in the line about seeing it, which sealed fields were opened.

    Where no line says that it was seen there is one, so that no page can read without a trace. Of a
    job nothing is said: nobody sees what it opens.
    """
    if work.actor is None or work.actor.role == Role.SERVICE:
        return
    for (case, object), fields in work.opened.items():
        about = {"case": str(case)} if case else {"object": str(object)}
        lines = [line for line in work.lines if line["outcome"] == SEEN]
        seen = next((line for line in lines if about.items() <= line.items()), None)
        if seen is None:
            log_read("sealed.see", case=case, object=object)
            seen = work.lines[-1]
        seen["detail"]["opened"] = sorted(fields)
    work.opened.clear()


def write_lines(lines: list[dict[str, Any]]) -> None:
    """Append lines to the chain of the actor's organisation, and to the case's if it is another."""
    if not lines:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit.append(%s::jsonb)", [json.dumps(lines, default=str)])
    lines.clear()
