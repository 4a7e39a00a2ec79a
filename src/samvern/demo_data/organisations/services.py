# SPDX-License-Identifier: EUPL-1.2
"""Putting what the synthetic organisations offer into the directory, as the database's owner."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import yaml

from samvern.demo_data.organisations.members import Connection, DemoMembers, _insert, same_id

TABLE = "tables/services.yaml"
SAID = ("youngest", "oldest", "with_children", "accessible")
LISTS = ("needs", "regions", "sexes", "languages")


def write_services(connection: Connection, cast: DemoMembers) -> None:
    """Write every service of the table; the same ones again change nothing."""
    text = (files("samvern.demo_data") / TABLE).read_text(encoding="utf-8")
    for entry in yaml.safe_load(text)["services"]:
        _insert(connection, "referrals_service", _row(cast, entry))


def _row(cast: DemoMembers, entry: dict[str, Any]) -> dict[str, Any]:
    now = datetime.now(UTC)
    unit = cast.units[entry["at"], entry["unit"]] if "unit" in entry else None
    always = entry.get("hours") == "round the clock"
    span = [entry["from"], entry["to"]] if "from" in entry else []
    hours = {str(day): span for day in entry.get("days", ())}
    return {
        "id": same_id("service", entry["at"], entry["name"]),
        "created_at": now,
        "changed_at": now,
        "version": 1,
        "organisation_id": cast.organisations[entry["at"]],
        "unit_id": unit,
        "name": entry["name"],
        "words": entry.get("words", ""),
        "phone": f"+47 00 00 {same_id('duty', entry['at']).int % 100:02} 00",
        "phone_hours": "Syntetisk: hele døgnet" if always else "Syntetisk: i åpningstiden",
        "round_the_clock": always,
        "hours": json.dumps(hours),
        "active": True,
        **{name: entry.get(name, []) for name in LISTS},
        **{name: entry.get(name) for name in SAID},
    }
