# SPDX-License-Identifier: EUPL-1.2
"""The API: the kernel's own answer, told errors, limits, nothing stored."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samvern.guide.json_requests import MOST_EXPLAINED, MOST_PEOPLE
from samvern.guide.loaded_pack import loaded_pack
from samvern.law.short_reasons import MOST_FACTS

FACTS = {"means_seen": ["threats"], "purpose_seen": ["forced_labour"], "age": 17}
DATES = sorted(fact.id for fact in loaded_pack().pack.ruleset.facts.values() if fact.type == "date")
SECTIONS = [
    "level",
    "elements",
    "offences",
    "indicators",
    "dimensions",
    "rights",
    "duties",
    "sharing",
    "referrals",
    "clocks",
    "alerts",
    "next_questions",
    "pack",
]


def post(body: Any, query: str = "", content_type: str = "application/json") -> Any:
    data = body if isinstance(body, str | bytes) else json.dumps(body)
    return Client().post(f"/api/guide/assess{query}", data, content_type=content_type)


def error(response: Any) -> dict[str, str]:
    assert list(response.json()) == ["error"]
    found: dict[str, str] = response.json()["error"]
    assert list(found) == ["what", "field", "value", "rule", "next"]
    assert all("\n" not in text for text in found.values())
    return found


@pytest.mark.parametrize("include", ["", "texts", "changes", "texts,changes"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_one_person_gets_the_kernels_answer(language: str, include: str) -> None:
    response = post({"facts": FACTS}, f"?lang={language}&include={include}")
    result = loaded_pack().pack.assess(FACTS, asked_on=timezone.localdate())
    expected = result.as_dict(language, include, MOST_FACTS)
    found = response.json()
    assert found.pop("sharing_by_receiver")
    assert found == json.loads(json.dumps(expected))
    assert [name for name in SECTIONS if name not in expected] == []


def test_an_answer_is_small_until_texts_are_asked_for() -> None:
    typical = {
        "age": 26, "residence": "irregular", "profession": "ngo", "seen_ties": ["debt"],
        "seen_control": ["no_passport"], "purpose_seen": ["prostitution"],
    }  # fmt: skip
    assert len(post({"facts": typical}).content) < 60_000
    told = post({"facts": FACTS}, "?include=texts").json()
    assert (told["include"], bool(told["sources"]), "would_change" in told["rights"][0]) == (
        ["texts"], True, False,
    )  # fmt: skip


def test_what_is_told_with_texts_has_an_end() -> None:
    told = post({"facts": {}}, "?include=texts").json()
    entries = [entry for name in ("rights", "duties", "clocks") for entry in told[name]]
    assert max(len(entry["missing"]) for entry in entries) == told["most_told"] == MOST_FACTS
    assert max(entry.get("more", 0) for entry in entries) > 0


def test_a_part_that_there_is_not_is_told() -> None:
    response = post({"facts": FACTS}, "?include=text")
    assert (response.status_code, error(response)["field"]) == (400, "include")


def test_a_date_chooses_the_law_of_that_day() -> None:
    found = post({"facts": FACTS, "asked_on": "2015-01-05"}).json()
    assert found["pack"]["asked_on"] == "2015-01-05"


def test_many_people_and_those_who_could_not_be_read() -> None:
    people = [{"id": "a", "facts": FACTS}, {"facts": {"age": 999}}, 7, {"facts": {}}]
    found = post({"people": people}).json()
    assert [(person["id"], person["level"]) for person in found["people"]][1] == ("4", "info")
    assert [person["id"] for person in found["people"]] == ["a", "4"]
    assert [(row["row"], row["field"]) for row in found["unread"]] == [(2, "age"), (3, "person")]


def test_of_very_many_only_conclusions_are_told() -> None:
    assert post([{"facts": FACTS}] * MOST_EXPLAINED).json()["people"][0]["facts"]
    people = [{"facts": FACTS}] * (MOST_EXPLAINED + 1)
    found = post(people).json()["people"]
    assert len(found) == MOST_EXPLAINED + 1
    whole = post({"facts": FACTS}).json()
    assert found[0]["level"] == whole["level"]
    rights = [(r["id"], r["value"]) for r in whole["rights"] if r["value"] != "no"]
    assert sorted((r["id"], r["value"]) for r in found[0]["rights"]) == sorted(rights)


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("{", "body", "line 1, column 2"),
        (b"\xff", "body", "byte 0xff at 0"),
        ("1", "body", "1"),
        ("NaN", "body", "line 1, column 1"),
        ("[" * 100_000, "body", ""),
        ({"facts": {"no_such": 1}}, "no_such", "1"),
        ({"facts": {"age": 999}}, "age", "999"),
        ({"facts": {"age": "x" * 500}}, "age", "x" * 59 + "…"),
        ({"facts": {"means_seen": ["magic"]}}, "means_seen", "magic"),
        ({"facts": [], "x": 1}, "x", "1"),
        ({"facts": {}, "asked_on": "2026-02-30"}, "asked_on", "2026-02-30"),
        ({"people": 3}, "people", "3"),
        ({"people": [], "more": 1}, "more", ""),
        ({"people": [{}] * (MOST_PEOPLE + 1)}, "people", str(MOST_PEOPLE + 1)),
    ],
)
def test_bad_input_is_told_in_one_line(body: Any, field: str, value: str) -> None:
    response = post(body)
    assert response.status_code == 400
    found = error(response)
    assert (found["field"], found["value"]) == (field, value)


@pytest.mark.parametrize("day", ["0001-01-01", "1799-12-31", "2300-01-01", "9999-12-31"])
@pytest.mark.parametrize("field", [*DATES, "asked_on", "event_on", "known_on"])
def test_a_day_outside_all_that_matters_is_told(field: str, day: str) -> None:
    response = post({"facts": {field: day}} if field in DATES else {"facts": {}, field: day})
    assert response.status_code == 400
    found = error(response)
    assert (found["field"], found["value"]) == (field, day)
    assert found["rule"] == "must be from 1800-01-01 to 2299-12-31"


@pytest.mark.parametrize(
    ("day", "says"),
    [("2299-12-31", "nobody is born in the future"), ("1900-01-01", "more than 120 years old")],
)
def test_a_birth_that_cannot_be_is_told(day: str, says: str) -> None:
    for sent in (
        {"facts": {"born_on": day}},
        {"facts": {"born_on": day}, "asked_on": "2299-12-31"},
    ):
        found = error(post(sent))
        assert (found["field"], found["value"]) == ("born_on", day)
        assert says in found["rule"] or sent.get("asked_on")
    rows = post({"people": [{"facts": {"born_on": day}}, {"facts": {"age": 20}}]}).json()
    assert [(row["row"], row["field"]) for row in rows["unread"]] == [(1, "born_on")]
    assert len(rows["people"]) == 1


@pytest.mark.parametrize("day", ["1800-01-01", "2299-12-31"])
@pytest.mark.parametrize("field", [*(d for d in DATES if d != "born_on"), "asked_on", "event_on"])
def test_the_first_and_the_last_day_are_answered(field: str, day: str) -> None:
    sent = {"facts": {field: day}} if field in DATES else {"facts": {}, field: day}
    assert post(sent).status_code == 200
    assert post({"people": [sent] * 2}).json()["unread"] == []


def test_an_end_of_a_span_outside_them_is_told() -> None:
    span = {"min": "0001-01-01", "max": "2026-01-01"}
    found = error(post({"facts": {DATES[0]: span}}))
    assert (found["field"], found["value"]) == (DATES[0], "0001-01-01")


def test_an_unknown_language_and_kind_of_body_are_told() -> None:
    response = post({"facts": {}}, "?lang=xx")
    assert (response.status_code, error(response)["field"]) == (400, "lang")
    response = post("{}", content_type="text/plain")
    assert (response.status_code, error(response)["value"]) == (415, "text/plain")


def test_ten_megabytes_are_refused() -> None:
    response = post(b" " * 10_000_000)
    assert (response.status_code, error(response)["value"]) == (400, "10000000 bytes")


def test_a_parameter_there_is_not_is_told() -> None:
    response = post({"facts": {}}, "?language=en")
    found = error(response)
    assert (response.status_code, found["field"], found["value"]) == (400, "language", "en")


def test_parts_are_for_one_person_at_a_time() -> None:
    response = post([{}, {}], "?include=changes,texts")
    assert (response.status_code, error(response)["field"]) == (400, "include")


def test_other_methods_and_addresses_are_refused() -> None:
    assert Client().get("/api/guide/assess").status_code == 405
    assert Client().get("/api/nothing").status_code == 404


def test_no_cookie_is_set_or_read() -> None:
    visitor = Client()
    visitor.cookies["samvern"] = "nonsense"
    response = visitor.post("/api/guide/assess", "{}", content_type="application/json")
    assert (response.status_code, response.cookies.output()) == (200, "")


def test_the_description_names_every_fact_and_every_answer() -> None:
    found = Client().get("/api/openapi.json").json()
    operation = found["paths"]["/api/guide/assess"]["post"]
    person = operation["requestBody"]["content"]["application/json"]["schema"]["anyOf"][0]
    assert set(person["properties"]["facts"]["properties"]) == set(loaded_pack().pack.ruleset.facts)
    assert set(operation["responses"]) == {"200", "400", "415", "429", "503"}


def test_the_page_about_the_api_shows_a_real_answer_and_loads_nothing_from_elsewhere() -> None:
    page = Client().get("/api/docs").content.decode()
    assert all(fact in page for fact in loaded_pack().pack.ruleset.facts)
    assert 'lang="en"' in page
    scripts = re.findall(r"<script[^>]*>", page)  # the way back after leaving fast is every page's
    assert [tag for tag in scripts if not tag.startswith('<script src="/static/')] == []
