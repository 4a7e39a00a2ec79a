# SPDX-License-Identifier: EUPL-1.2
"""Counting a no: nobody's name, no case, no day; figures rounded; who sees which."""

from typing import Any

import pytest

from referrals.external.helpers import grow_up, said
from samvern.referrals.external.declined.models import DeclinedReferral
from support.colleague import Colleague
from support.workspace import Workspace

pytestmark = pytest.mark.database
NO = {
    "region": "west", "form": "labour", "age": "adult", "sex": "male",
    "offered": ["place", "legal"], "reason": "stay",
}  # fmt: skip


def count(workspace: Workspace, times: int = 1, **values: Any) -> Any:
    """Count a no some times."""
    kari = Colleague(workspace, "kari", "en")
    for _each in range(times):
        answer = kari.send("referral_unnamed", {**NO, **values}, case_id="own")
        assert answer.status_code == 200
    return answer


def test_it_holds_no_person(fresh_workspace: Workspace) -> None:
    grow_up(fresh_workspace)
    done = said(count(fresh_workspace))
    assert "It is counted." in done
    assert "22 33 11 60" in done  # the safe card
    with fresh_workspace.superuser() as connection:
        rows = connection.execute("SELECT to_jsonb(u) FROM referrals_unnamed u").fetchall()
        columns = {name for name, in connection.execute(
            "SELECT column_name::text FROM information_schema.columns WHERE table_name = "
            "'referrals_unnamed'").fetchall()}  # fmt: skip
    assert columns == {"id", "organisation_id", "month", "region", "form", "age", "sex", "met_by",
                       "offered", "reason"}  # fmt: skip
    row = rows[0][0]
    assert row["month"].endswith("-01") and row["met_by"] == "ngo"
    cast = fresh_workspace.cast
    known = {*map(str, [*cast.cases.values(), *cast.persons.values(), *cast.members.values()])}
    assert known.isdisjoint(map(str, row.values()))


def test_nothing_can_be_written_in_words(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari", "en")
    page = kari.see("referral_unnamed", case_id="own").content.decode()
    assert "<textarea" not in page and 'type="text"' not in page
    bad = kari.send("referral_unnamed", {**NO, "region": "Storgata 1"}, case_id="own")
    assert bad.status_code == 400


def test_small_figures_are_not_to_be_read(fresh_workspace: Workspace) -> None:
    count(fresh_workspace, 2)
    page = said(Colleague(fresh_workspace, "kari", "en").see("unnamed_counts"))
    assert "In all about 0." in page
    count(fresh_workspace, 2)
    page = said(Colleague(fresh_workspace, "kari", "en").see("unnamed_counts"))
    assert "In all about 5." in page


def test_own_house_sees_its_own_and_the_coordinator_the_country(fresh_workspace: Workspace) -> None:
    count(fresh_workspace, 4)
    assert "about 5." in said(Colleague(fresh_workspace, "tone", "en").see("unnamed_counts"))
    assert "about 0." in said(Colleague(fresh_workspace, "per", "en").see("unnamed_counts"))
    assert "about 5." in said(Colleague(fresh_workspace, "sara", "en").see("unnamed_counts"))
    for name in ("rolf", "guro"):
        assert Colleague(fresh_workspace, name, "en").see("unnamed_counts").status_code == 404


def test_the_application_reads_no_row(fresh_workspace: Workspace) -> None:
    count(fresh_workspace)
    refused = pytest.raises(Exception, match="permission denied")
    with fresh_workspace.connect() as connection, refused:
        connection.execute("SELECT * FROM referrals_unnamed")
    with fresh_workspace.acting("sara"), pytest.raises(Exception, match="permission denied"):
        list(DeclinedReferral.objects.all())


def test_it_is_counted_from_ones_own_case_alone(workspace: Workspace) -> None:
    for name in ("amina", "per", "jonas", "sara"):
        answer = Colleague(workspace, name, "en").send("referral_unnamed", NO, case_id="own")
        assert answer.status_code == 404, name
