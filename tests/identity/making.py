# SPDX-License-Identifier: EUPL-1.2
"""People and claims for tests of identity, made as a member makes them."""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samvern.access.actor import Actor
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Person
from samvern.identity.claims.domain import ClaimInput, record_claim
from samvern.identity.envelope import SealedPlace
from samvern.identity.models import Claim
from samvern.identity.synthetic_numbers import make_duf, make_number
from support.workspace import Workspace

BORN = date(1998, 5, 17)
NUMBER = make_number(BORN, 7)
OTHER_NUMBER = make_number(BORN, 8)
DUF = make_duf(2026, 4711)


def person_of(actor: Actor) -> Person:
    """The person of a case opened just now."""
    return Person.objects.get(case=open_case(actor=actor))


def claim(actor: Actor, person: Person, kind: str, value: str, **changes: Any) -> Claim:
    """A claim the person made herself."""
    said = {"source": "person", "confidence": "probable", **changes}
    return record_claim(actor=actor, person=person, said=ClaimInput(kind=kind, value=value, **said))


def seal_unpadded(key: bytes, place: SealedPlace, value: bytes) -> bytes:
    """A value as it was sealed before version 0.2.0."""
    nonce = secrets.token_bytes(12)
    at = f"{place.field}:{place.subject}:{place.row}:{place.version}".encode()
    return b"\x01" + nonce + AESGCM(key).encrypt(nonce, value, at)


def lines(workspace: Workspace, organisation: str, act: str) -> list[dict[str, Any]]:
    """The trail's lines of an act in an organisation's chain."""
    names = ("member", "case", "object", "outcome", "detail")
    with workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT l.member_id, l.case_id, l.object_id, l.outcome, d.content FROM audit.line l "
            "JOIN audit.detail d USING (chain, number) WHERE l.chain = %s AND l.act = %s "
            "ORDER BY l.number",
            [workspace.cast.organisations[organisation], act],
        ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def look_ups(workspace: Workspace, person: UUID) -> int:
    """How many blind indexes there are of a person."""
    with workspace.superuser() as connection:
        row = connection.execute(
            "SELECT count(*) FROM identity_lookup WHERE person_id = %s", [person]
        ).fetchone()
    assert row is not None
    return int(row[0])


def refused(workspace: Workspace, name: str, statement: str, *values: Any) -> str:
    """The kind of error a statement in the application's role ends with; "" when it goes through.

    Nothing of it stays.
    """
    import psycopg

    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
        try:
            with connection.transaction():
                return str(connection.execute(statement, list(values)).rowcount)
        except psycopg.Error as error:
            return type(error).__name__
