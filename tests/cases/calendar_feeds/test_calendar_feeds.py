# SPDX-License-Identifier: EUPL-1.2
"""Deadlines in a calendar program: a file for who is signed in, a secret address for a program."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from samvern.cases.deadlines.models import Deadline
from support.casework import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
FILE, ADDRESS = "/nb/workspace/deadlines.ics", "/nb/workspace/deadlines/calendar"


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def dates(answer: Any) -> list[Any]:
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return sorted(event["DTSTART"].dt for event in events)


def new_address(desk: Desk) -> str:
    page: Any = desk.client.post(ADDRESS)
    found = re.search(r"https?://[^/]+(/[^<]+\.ics)", page.content.decode())
    assert found
    return found[1]


def mine(desk: Desk) -> list[Any]:
    with desk.workspace.acting("kari") as actor:
        rows = Deadline.objects.filter(
            owner_id=actor.member_id, state="running", due_on__isnull=False
        )
        return sorted(row.due_on for row in rows)


def test_the_file_holds_my_days_and_nobody_elses(desk: Desk) -> None:
    answer: Any = desk.client.get(FILE)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert dates(answer) == mine(desk)
    assert {str(e["SUMMARY"]) for e in Calendar.from_ical(answer.content).walk("VEVENT")} == {
        "Du har en frist"
    }


def test_neither_names_nor_canaries_nor_references_leave(desk: Desk) -> None:
    content = desk.client.get(FILE).content.decode()  # type: ignore[attr-defined]
    assert [word for word in desk.workspace.cast.canaries.values() if word in content] == []
    assert str(desk.case) not in content
    assert re.findall(r"[A-Z0-9]{4}-[A-Z0-9]{4}", content) == []


def test_a_program_reads_the_secret_address_without_signing_in(desk: Desk) -> None:
    address = new_address(desk)
    answer: Any = Client().get(address)
    assert answer.status_code == 200
    assert dates(answer) == mine(desk)


def test_only_the_hash_of_the_secret_is_kept(desk: Desk) -> None:
    secret = new_address(desk).rsplit("/", 1)[1].removesuffix(".ics")
    with desk.workspace.superuser() as connection:
        [(kept,)] = connection.execute("SELECT secret_hash FROM cases_feed").fetchall()
    assert len(bytes(kept)) == 32
    assert secret.encode() not in bytes(kept)


def test_a_new_address_closes_the_old(desk: Desk) -> None:
    old, new = new_address(desk), new_address(desk)
    assert [Client().get(each).status_code for each in (old, new)] == [404, 200]


def test_a_closed_address_opens_nothing(desk: Desk) -> None:
    address = new_address(desk)
    assert desk.client.post(ADDRESS, {"end": "1"}).status_code == 302
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("secret", ["x", "A" * 43, "..%2f", "' OR 1=1 --"])
def test_a_wrong_secret_meets_the_same_absence(desk: Desk, secret: str) -> None:
    answer: Any = Client().get(f"/nb/workspace/calendar/{secret}.ics")
    unknown: Any = Client().get("/nb/workspace/calendar/unknown.ics")
    assert (answer.status_code, unknown.status_code) == (404, 404)


def test_an_address_ends_with_the_membership(desk: Desk) -> None:
    address = new_address(desk)
    with desk.workspace.superuser() as connection:
        connection.execute(
            "UPDATE access_member SET until = now() WHERE id = %s",
            [desk.workspace.cast.members["kari"]],
        )
    assert Client().get(address).status_code == 404


def test_the_address_reads_and_cannot_write_nor_read_more(desk: Desk) -> None:
    address = new_address(desk)
    assert Client().post(address).status_code == 405
    with desk.workspace.superuser() as connection:
        before = connection.execute("SELECT count(*) FROM gate.session").fetchone()
        Client().get(address)
        after = connection.execute("SELECT count(*) FROM gate.session").fetchone()
    assert before == after


def test_each_fetch_is_in_the_trail(desk: Desk) -> None:
    address = new_address(desk)
    Client().get(address)
    with desk.workspace.superuser() as connection:
        acts = [
            a for (a,) in connection.execute("SELECT act FROM audit.line ORDER BY at").fetchall()
        ]
    assert acts.count("feed.make") == 1
    assert acts.count("feed.see") == 1


def test_what_is_extended_is_on_its_new_day(desk: Desk) -> None:
    later = timezone.localdate() + timedelta(days=50)
    with desk.workspace.acting("kari") as actor:
        Deadline.objects.filter(owner_id=actor.member_id).update(extended_to=later)
    assert set(dates(desk.client.get(FILE))) == {later}
