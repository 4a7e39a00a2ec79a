# SPDX-License-Identifier: EUPL-1.2
"""Risk and the plan for safety: judged anew each time, the newest in force, none overwritten."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_case_record, get_working_case
from samvern.cases.deadlines.domain import schedule_risk_review
from samvern.cases.risks.models import Risk
from samvern.identity.sealing import load_keys, open_field, set_sealed


@dataclass(frozen=True)
class RiskEntry:
    """A judgement of the risk with its words opened."""

    row: Risk
    threats: str
    plan: str
    by: str
    in_force: bool
    overdue: bool


def list_risks(case: Case) -> list[RiskEntry]:
    """Every judgement of the case, newest first; of each person the first one is in force."""
    rows = list(Risk.objects.filter(case=case).select_related("created_by"))
    load_keys(list({row.person_id for row in rows}))
    seen: set[UUID] = set()
    judged = []
    for row in rows:
        judged.append(_opened(row, in_force=row.person_id not in seen))
        seen.add(row.person_id)
    return judged


def _opened(row: Risk, *, in_force: bool) -> RiskEntry:
    return RiskEntry(
        row,
        open_field(row, "threats"),
        open_field(row, "plan"),
        row.created_by.name,
        in_force,
        in_force and row.review_on < timezone.localdate(),
    )


def record_risk(
    *,
    actor: Actor,
    case: Case,
    person_id: UUID | str,
    level: str,
    threats: str,
    plan: str,
    review_on: date,
) -> Risk:
    """Judge the risk a person is in, and what is done about it, until the day of the next review.

    Raises:
        NotFound: the person is not in the case.
        Rejected: the case is closed, or the next review lies in the past.
    """
    get_working_case(actor, case.pk)
    if review_on < timezone.localdate():
        raise Rejected(_("The next look at the risk must be today or later."))
    person = get_case_record(Person, case.pk, person_id)
    risk = Risk(
        case=case,
        person=person,
        created_by_id=actor.member_id,
        level=level,
        review_on=review_on,
    )
    set_sealed(risk, threats=threats, plan=plan)
    risk.save(force_insert=True)
    schedule_risk_review(actor=actor, person=person, on=review_on)
    log_act("risk.judge", case=case.pk, object=risk.pk, level=level)
    return risk
