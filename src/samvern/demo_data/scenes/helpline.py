# SPDX-License-Identifier: EUPL-1.2
"""What the desks of the demonstration have answered, and a few who rang the helpline."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.model import DemoWorker
from samvern.demo_data.organisations.members import DemoMembers, same_id
from samvern.demo_data.table_files import table
from samvern.helpline.advice.domain import AdviceText, approve_advice, get_advice, write_advice
from samvern.helpline.advice.models import Advice
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.enquiries.domain import EnquiryDraft, log_enquiry
from samvern.helpline.enquiries.models import Enquiry

HELPLINE = ("havn", "Hjelpetelefonen")


def give_advice(cast: DemoMembers, everybody: Sequence[DemoWorker]) -> None:
    """What the desks have answered: one writes and another approves, as it must be."""
    desks = {row["code"]: row for row in table("desks")["desks"]}
    for row in table("desks")["advice"]:
        at = desks[row["desk"]]
        first, second = _two_at(everybody, at["at"], at["unit"])
        text = AdviceText(row["title"], row["asked"], row["answered"])
        with as_member(cast.members[first]) as actor:
            found = AdvisoryDesk.objects.get(pk=same_id("desk", row["desk"]))
            kinds = {key: row[key] for key in ("topics", "rules", "language")}
            id = write_advice(actor=actor, desk=found, text=text, kept="nobody", **kinds).pk
        with as_member(cast.members[second]) as actor:
            approve_advice(actor=actor, advice=get_advice(actor, id))


def take_calls(cast: DemoMembers, everybody: Sequence[DemoWorker]) -> None:
    """A few who rang, up to now: in a demonstration the shift is not empty."""
    first, _second = _two_at(everybody, *HELPLINE)
    with as_member(cast.members[first]) as actor:
        for row in table("desks")["contacts"]:
            told = {key: value for key, value in row.items() if key not in ("days_ago", "hour")}
            told["interpreter"] = told.get("interpreter") == "true"  # a word, as all of the tables
            log_enquiry(actor=actor, told=EnquiryDraft(at=_moment(row), **told))


def advise(cast: DemoMembers, everybody: Sequence[DemoWorker]) -> None:
    """Fill desks and helpline of a demonstration, once."""
    first, _second = _two_at(everybody, *HELPLINE)
    with as_member(cast.members[first]):
        done = Advice.objects.exists() or Enquiry.objects.exists()
    if not done:
        give_advice(cast, everybody)
        take_calls(cast, everybody)


def _two_at(everybody: Sequence[DemoWorker], body: str, unit: str) -> tuple[str, str]:
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
