# SPDX-License-Identifier: EUPL-1.2
"""Desks of the demonstration data that give advice."""

from datetime import UTC, datetime

from samvern.demo_data.organisations.members import Connection, DemoMembers, same_id
from samvern.demo_data.table_files import table

DESK = (
    "INSERT INTO contacts_desk (id, created_at, organisation_id, unit_id, name, actor_code, topics,"
    " days, is_open) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, true) ON CONFLICT DO NOTHING"
)


def write_desks(connection: Connection, cast: DemoMembers) -> None:
    """The desks, as their leaders would have made them; the same ones again change nothing."""
    for row in table("desks")["desks"]:
        at, unit = cast.organisations[row["at"]], cast.units[row["at"], row["unit"]]
        values = [row["name"], row["actor"], row["topics"], row["days"]]
        connection.execute(
            DESK, [same_id("desk", row["code"]), datetime.now(UTC), at, unit, *values]
        )
