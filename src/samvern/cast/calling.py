# SPDX-License-Identifier: EUPL-1.2
"""What the desks of the demonstration have answered, and a few who rang the helpline."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from samvern.cast.employing import Cast, same_id
from samvern.cast.load import as_member
from samvern.cast.model import Worker
from samvern.cast.reading import table
from samvern.contacts.domain.contacts import Told, log_contact
from samvern.contacts.domain.knowledge import Text, approve_advice, get_advice, write_advice
from samvern.contacts.models import Advice, Contact, Desk

HELPLINE = ("havn", "Hjelpetelefonen")


def give_advice(cast: Cast, everybody: Sequence[Worker]) -> None:
    """What the desks have answered: one writes and another approves, as it must be."""
    desks = {row["code"]: row for row in table("desks")["desks"]}
    for row in table("desks")["advice"]:
        at = desks[row["desk"]]
        first, second = _two_at(everybody, at["at"], at["unit"])
        text = Text(row["title"], row["asked"], row["answered"])
        with as_member(cast.members[first]) as actor:
            found = Desk.objects.get(pk=same_id("desk", row["desk"]))
            kinds = {key: row[key] for key in ("topics", "rules", "language")}
            id = write_advice(actor=actor, desk=found, text=text, kept="nobody", **kinds).pk
        with as_member(cast.members[second]) as actor:
            approve_advice(actor=actor, advice=get_advice(actor, id))


def take_calls(cast: Cast, everybody: Sequence[Worker]) -> None:
    """A few who rang, up to now: in a demonstration the shift is not empty."""
    first, _second = _two_at(everybody, *HELPLINE)
    with as_member(cast.members[first]) as actor:
        for row in table("desks")["contacts"]:
            told = {key: value for key, value in row.items() if key not in ("days_ago", "hour")}
            told["interpreter"] = told.get("interpreter") == "true"  # a word, as all of the tables
            log_contact(actor=actor, told=Told(at=_moment(row), **told))


def advise(cast: Cast, everybody: Sequence[Worker]) -> None:
    """Fill desks and helpline of a demonstration, once."""
    first, _second = _two_at(everybody, *HELPLINE)
    with as_member(cast.members[first]):
        done = Advice.objects.exists() or Contact.objects.exists()
    if not done:
        give_advice(cast, everybody)
        take_calls(cast, everybody)


def _two_at(everybody: Sequence[Worker], body: str, unit: str) -> tuple[str, str]:
    there = [
        each.login for each in everybody
        if (each.body, each.unit, each.role) == (body, unit, "case_worker")
        and each.left_days_ago is None
    ]  # fmt: skip
    return there[0], there[1]


def _moment(row: dict[str, Any]) -> datetime:
    """The hour on that day, and never one that is to come."""
    now = timezone.localtime()
    at = now.replace(hour=row["hour"], minute=7) - timedelta(days=row["days_ago"])
    return min(at, now)
