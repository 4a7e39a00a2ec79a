# SPDX-License-Identifier: EUPL-1.2
"""How long a visit lasts, where it is kept, and who may end it. The clock is PostgreSQL's, so time
passes by making the row older.
"""

import time

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.core.cache import cache

from samvern.access.login.sessions.browser_session import SessionStore, delete_expired_sessions
from samvern.access.unit_of_work import unit_of_work_for
from support.door import Visitor, code_of, count
from support.workspace import Workspace

pytestmark = pytest.mark.database
SEEN = "UPDATE gate.visit SET seen_at = now() - %s::interval"
MADE = "UPDATE gate.visit SET expires_at = now() + interval '8 hours' - %s::interval"


def age(house: Workspace, statement: str, by: str) -> None:
    with house.superuser() as boss:
        boss.execute(statement, [by])


@pytest.mark.parametrize(("unused", "lasts"), [("14 minutes", True), ("15 minutes", False)])
def test_a_visit_ends_after_a_quarter_of_an_hour_unused(
    visitor: Visitor, house: Workspace, unused: str, lasts: bool
) -> None:
    visitor.enter("kari")
    tokens = count(house, "gate.session")
    age(house, SEEN, unused)
    assert visitor.is_in() is lasts
    assert count(house, "gate.visit") == lasts
    assert count(house, "gate.session") == tokens - (not lasts)


@pytest.mark.parametrize(("old", "lasts"), [("7:59", True), ("8:00", False)])
def test_a_visit_ends_after_eight_hours_however_much_it_is_used(
    visitor: Visitor, house: Workspace, old: str, lasts: bool
) -> None:
    visitor.enter("kari")
    age(house, MADE, old)
    assert visitor.is_in() is lasts


def test_use_prolongs_a_visit_and_asking_how_long_is_left_does_not(
    visitor: Visitor, house: Workspace
) -> None:
    visitor.enter("kari")
    age(house, SEEN, "10 minutes")
    clock = visitor.address("workspace:session")
    assert visitor.get(clock).json()["seconds"] == pytest.approx(300, abs=3)
    assert visitor.get(clock).json()["seconds"] == pytest.approx(300, abs=3)
    assert visitor.post(clock).json()["seconds"] == pytest.approx(900, abs=3)
    age(house, SEEN, "10 minutes")
    visitor.see("mfa_index")
    assert visitor.get(clock).json()["seconds"] == pytest.approx(900, abs=3)


def test_nobody_is_told_that_nothing_is_left(visitor: Visitor) -> None:
    answer = visitor.get(visitor.address("workspace:session"))
    assert (answer.status_code, answer.json()["seconds"]) == (401, 0)


def test_the_eight_hours_do_not_begin_again_with_a_new_cookie(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.enter("kari")
    before, now = visitor.cookie, time.time
    monkeypatch.setattr(time, "time", lambda: now() + 7 * 3600)
    visitor.send("account_change_password", password_form())
    assert visitor.cookie != before
    left = visitor.get(visitor.address("workspace:session")).json()["total"]
    assert left == pytest.approx(3600, abs=30)


def test_a_new_password_ends_the_other_browsers(visitor: Visitor, house: Workspace) -> None:
    other = Visitor()
    visitor.enter("kari")
    other.enter("kari", later=1)
    visitor.send("account_change_password", password_form())
    assert (visitor.is_in(), other.is_in()) == (True, False)
    third = Visitor()
    assert third.say_password("kari").status_code == 200
    new = password_form()["password1"]
    assert third.say_password("kari", new).headers["Location"] == "/nb/workspace/sign-in/code"


def test_a_cookie_brought_along_is_not_taken_over(visitor: Visitor, house: Workspace) -> None:
    planted = "A" * 43
    visitor.cookies["sid"] = planted
    visitor.say_password("kari")
    halfway = visitor.cookie
    visitor.say_code(code_of("kari"))
    assert len({planted, halfway, visitor.cookie}) == 3
    for old in (planted, halfway):
        other = Visitor()
        other.cookies["sid"] = old
        assert not other.is_in()


def test_the_cookie_is_for_us_alone(visitor: Visitor) -> None:
    visitor.enter("kari")
    morsel = visitor.cookies["sid"]
    kept = {name: morsel[name] for name in ("httponly", "samesite", "path", "max-age", "domain")}
    wanted = {"httponly": True, "samesite": "Strict", "path": "/", "max-age": "", "domain": ""}
    assert kept == wanted


def test_a_visit_ended_during_a_page_does_not_come_back(house: Workspace) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    held = SessionStore(visitor.cookie)
    held["a"] = 1
    SessionStore(visitor.cookie).delete()
    with pytest.raises(UpdateError):
        held.save()
    assert not visitor.is_in()


def test_worn_out_visits_are_swept(visitor: Visitor, house: Workspace) -> None:
    visitor.enter("kari")
    Visitor().enter("per")
    age(house, SEEN, "1 hour")
    assert delete_expired_sessions() == 2
    assert count(house, "gate.visit") == 0


def test_counters_are_shared_and_pass(house: Workspace) -> None:
    with unit_of_work_for(""):
        assert cache.add("a", [1.5], 60) is True
        assert cache.add("a", [2], 60) is False
        assert cache.get("a") == [1.5]
        cache.set("a", 3, 60)
        assert (cache.get("a"), cache.get("b", "none")) == (3, "none")
        assert (cache.delete("a"), cache.delete("a"), cache.get("a")) == (True, False, None)


def password_form() -> dict[str, str]:
    from samvern.access.login.demo_accounts import demo_password

    new = "ekorn vinder trapp 7"
    return {"present": demo_password(), "password1": new, "password2": new}


@pytest.mark.parametrize("left", ["0.9", "0.5", "0.3"])
def test_while_a_visit_lasts_at_least_one_second_is_left(
    visitor: Visitor, house: Workspace, left: str
) -> None:
    visitor.enter("kari")
    age(house, SEEN, f"15 minutes -{left} seconds")
    answer = visitor.get(visitor.address("workspace:session"))
    assert (answer.status_code, answer.json()["idle"]) == (200, 1)
