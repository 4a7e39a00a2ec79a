# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the helpline and the desks have in common."""

from typing import Any
from uuid import UUID, uuid4

import psycopg

from samvern.helpline.choices import About
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.enquiries.domain import EnquiryDraft, log_enquiry
from samvern.helpline.questions.domain import ask_desk
from samvern.web.database.roles import OWNER
from support.workspace import Workspace

SAID = "Ordkanari ble sagt i telefonen"


def log(workspace: Workspace, name: str = "liv", **told: Any) -> UUID:
    """A contact a member wrote down."""
    values = {"about": About.POSSIBLE, "words": SAID, **told}
    with workspace.acting(name) as actor:
        return log_enquiry(actor=actor, told=EnquiryDraft(**values)).pk


def make_desk(workspace: Workspace, code: str = "krisesenter", unit: str = "Botilbudet") -> UUID:
    """A desk, as a leader makes one."""
    id, cast = uuid4(), workspace.cast
    with workspace.connect(OWNER) as owner:
        owner.execute(
            "INSERT INTO contacts_desk (id, created_at, organisation_id, unit_id, name, actor_code,"
            " topics, days, is_open) VALUES (%s, now(), %s, %s, 'Prøvepanelet', '', %s, 3, true)",
            [id, cast.organisations[code], cast.units[code, unit], ["child", "stay"]],
        )
    return id


def ask(workspace: Workspace, desk: UUID, name: str = "kari", **values: Any) -> UUID:
    """A question a member asked."""
    given = {"text": "Hva gjelder for refleksjonsperioden?", "topic": "stay", **values}
    with workspace.acting(name) as actor:
        found = AdvisoryDesk.objects.get(pk=desk)
        return ask_desk(actor=actor, desk=found, **given).pk


def rows_seen(workspace: Workspace, name: str, table: str, key: str = "true") -> int:
    """How many rows a member sees in SQL, as the application."""
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        token = workspace.token(name)
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        statement = f"SELECT count(*) FROM {table} WHERE {key}"
        found: Any = connection.execute(statement.encode()).fetchone()
        return int(found[0])


def refused(workspace: Workspace, name: str, statement: str, values: list[Any]) -> bool:
    """Whether a statement of a member's is refused, or touches nothing."""
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        token = workspace.token(name)
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        try:
            return connection.execute(statement.encode(), values).rowcount == 0
        except psycopg.errors.InsufficientPrivilege:
            return True
