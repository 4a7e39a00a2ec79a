# SPDX-License-Identifier: EUPL-1.2
"""A child's case is kept from her eighteenth birthday on, as far as anybody knows the day."""

from datetime import date
from uuid import UUID

import pytest
from django.utils import timezone

from identity.making import claim
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.retention.birth_dates import last_possible_day
from samvern.cases.retention.domain import propose_erasures
from samvern.web.jobs.schedule import JOB_BY_NAME
from samvern.web.jobs.service_members import acting_as_service
from support.workspace import Workspace


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2015", date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 29)),
        ("2015-05-17", date(2015, 5, 17)),
        ("2015-02-30", None),
        ("cirka 2015", None),
        ("", None),
    ],
)
def test_a_date_known_in_part_is_taken_as_late_as_it_can_be(said: str, day: date | None) -> None:
    assert last_possible_day(said) == day


def child_closed_today(workspace: Workspace, born: str) -> UUID:
    """A child's case closed today, with a birth date that was told."""
    with workspace.acting("kari") as actor:
        case = open_case(actor=actor, kind=Case.Kind.CHILD).pk
    if born:
        with workspace.acting("kari") as actor:
            claim(actor, Person.objects.get(case_id=case), "birth_date", born)
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE cases_case SET state = 'closed', closed_at = now() WHERE id = %s", [case]
        )
    return case


def proposed(workspace: Workspace, case: UUID, today: date) -> bool:
    """Whether the job of the night, with the rights it has, proposes the case on a day."""
    categories = [each.value for each in JOB_BY_NAME["retain"].categories]
    with acting_as_service(workspace.cast.services["havn"], "job:retain", categories) as actor:
        return case in {row.case_id for row in propose_erasures(actor=actor, today=today)}


@pytest.mark.database
def test_the_time_runs_from_the_eighteenth_birthday(fresh_workspace: Workspace) -> None:
    now = timezone.localdate()
    born = now.year - 8
    case = child_closed_today(fresh_workspace, str(born))
    grown = born + 18
    asked = [date(now.year + 26, 1, 1), date(grown + 25, 12, 30), date(grown + 25, 12, 31)]
    assert [proposed(fresh_workspace, case, day) for day in asked] == [False, False, True]


@pytest.mark.database
def test_without_a_birth_date_it_runs_from_the_closing(fresh_workspace: Workspace) -> None:
    now = timezone.localdate()
    case = child_closed_today(fresh_workspace, "")
    assert proposed(fresh_workspace, case, date(now.year + 26, 1, 1))
