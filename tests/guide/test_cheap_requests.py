# SPDX-License-Identifier: EUPL-1.2
"""No request of a stranger answers with more than a megabyte, or makes the law work for long."""

import gc
import json
from datetime import date, timedelta
from functools import cache
from http.client import METHOD_NOT_ALLOWED
from typing import Any

import pytest
from django.test import Client
from psutil import Process

from samvern.guide.json_requests import MOST_EXPLAINED, MOST_PEOPLE
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.rights_matrix import statuses
from samvern.law import pack as kernel
from samvern.law.pack import Pack
from support.doors import addresses, longest
from support.visitor import Visitor, step_form

MOST_BYTES = 1_000_000
MOST_RULES = 12_000
"""Rules evaluated for one request. The ten people a program may ask about are some 7,600."""
EACH = 80
"""Of so many values of an address one is tried."""
PARTS = ("texts", "changes", "page", "texts,changes,page")


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rules evaluated since it was emptied."""
    counted: list[int] = []
    statuses.cache_clear()  # what is worked out once a day is worked out here
    assess = Pack.assess

    def count(pack: Pack, *args: Any, **kwargs: Any) -> Any:
        counted.append(len(pack.ruleset.rules))
        return assess(pack, *args, **kwargs)

    monkeypatch.setattr(Pack, "assess", count)
    return counted


@cache
def much_told() -> str:
    """The cookie of somebody who has answered step after step with all there is."""
    visitor = Visitor()
    for step in loaded_pack().steps:
        visitor.answer_step(step.id, step_form(step.id, "all"))
    return visitor.cookie


def test_no_page_is_dear_for_whoever_has_said_nothing_or_much(rules: list[int]) -> None:
    over: dict[str, tuple[int, int]] = {}
    assert len(addresses(EACH)) > 100
    for cookie in ("", much_told()):
        for address in addresses(EACH):
            for method in ("get", "post"):
                visitor = Visitor()
                visitor.cookies["samvern"] = cookie
                rules.clear()
                answer = getattr(visitor, method)(address)
                told = (len(answer.content), sum(rules))
                if told[0] > MOST_BYTES or told[1] > MOST_RULES:
                    over[f"{method} {address}"] = told
    assert over == {}
    assert len(much_told()) > 200


def test_esc_leaves_from_every_public_page() -> None:
    """Each page that a person reads has the script, and an address for it to go to."""
    read = 0
    without = []
    for address in [*addresses(EACH), "/nb/nowhere/", "/nb/guide/spm/nowhere/"]:
        answer = Visitor().get(address)
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        if not is_page or not answer.content or answer.status_code == METHOD_NOT_ALLOWED:
            continue
        text, read = answer.content.decode(), read + 1
        if "js/leave.js" not in text or not ('id="leave"' in text or "data-way=" in text):
            without.append(address)
    assert without == []
    assert read > 50


@pytest.mark.parametrize("facts", [{}, {"age": 17}, longest()], ids=["nothing", "age", "much"])
@pytest.mark.parametrize(
    ("people", "include"),
    [(1, ""), (MOST_EXPLAINED, ""), (MOST_PEOPLE, ""), *((1, part) for part in PARTS)],
)
def test_no_question_of_a_program_is_dear(
    rules: list[int], people: int, include: str, facts: dict[str, Any]
) -> None:
    one = {"id": "x" * 1000, "facts": facts}
    body = json.dumps(one if people == 1 else [one] * people)
    answer = Client().post(
        f"/api/guide/assess?include={include}", body, content_type="application/json"
    )
    assert answer.status_code == 200
    assert len(answer.content) <= MOST_BYTES
    assert 0 < sum(rules) <= MOST_RULES


@pytest.mark.parametrize("day", ["known_on", "asked_on", "event_on"])
def test_days_of_their_own_make_the_law_no_dearer(
    monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """Before, each day on which something was known was a program compiled, and kept for ever."""
    loaded_pack().pack.assess({}, asked_on=date(2026, 1, 1))
    worked: list[str] = []
    for name in ("compile_ruleset", "evaluate"):
        whole = getattr(kernel, name)
        monkeypatch.setattr(
            kernel, name, lambda *a, n=name, w=whole, **k: worked.append(n) or w(*a, **k)
        )
    people = [{"facts": {}, day: f"{year}-03-01"} for year in range(2001, 2001 + MOST_PEOPLE)]
    answer = Client().post("/api/guide/assess", json.dumps(people), content_type="application/json")
    assert (answer.status_code, len(answer.json()["people"])) == (200, MOST_PEOPLE)
    assert worked == []


def test_what_was_asked_does_not_stay_in_memory() -> None:
    """Two hundred days, each known on another: before, some two megabytes of each for ever."""
    days = [date(1999, 1, 1) + timedelta(40 * n) for n in range(200)]

    def ask(some: list[date]) -> None:
        people = [{"facts": {"age": 17}, "asked_on": f"{d}", "known_on": f"{d}"} for d in some]
        answer = Client().post(
            "/api/guide/assess", json.dumps(people), content_type="application/json"
        )
        assert answer.status_code == 200

    for n in range(0, 80, 10):  # more than are kept at once
        ask(days[n : n + 10])
    before = resident()
    for n in range(80, 200, 10):
        ask(days[n : n + 10])
    assert resident() - before < 40


def resident() -> float:
    """Megabytes of this process in memory."""
    gc.collect()
    return Process().memory_info().rss / 1e6
