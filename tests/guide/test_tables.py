# SPDX-License-Identifier: EUPL-1.2
"""Pages generated from the pack, and their CSV twins."""

import csv
import io
from typing import Any

import pytest
from django.utils import timezone

from samvern.common.downloads import csv_response
from samvern.guide.loaded_pack import loaded_pack
from samvern.law import Truth
from samvern.law.citations import localized_place
from support.visitor import LANGUAGES, Visitor, text_of

ANSWERS = {"nb": ("Ja", "Nei", "Det kommer an på"), "nn": ("Ja", "Nei", "Det kjem an på")}
ANSWERS["en"] = ("Yes", "No", "It depends")


def rows(response: Any) -> list[list[str]]:
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rights_table_is_the_kernels(language: str) -> None:
    ruleset, today = loaded_pack().pack.ruleset, timezone.localdate()
    found = rows(Visitor(language).see("rights_csv"))[1:]
    words = dict(zip((Truth.YES, Truth.NO, Truth.UNKNOWN), ANSWERS[language], strict=True))
    expected = set()
    for column in ruleset.matrix:
        result = loaded_pack().pack.assess(column.facts, asked_on=today)
        for rule in result.of_kind("right"):
            expected.add((column.name[language], rule.id, words[result.value(rule.id)]))
    assert {(row[0], row[-1], row[3]) for row in found} == expected
    assert len(found) == len(expected)


def test_one_status_at_a_time_shows_each_right_with_its_law(visitor: Visitor) -> None:
    column = loaded_pack().pack.ruleset.matrix[0]
    page = text_of(visitor.get(f"{visitor.address('rights')}?status={column.id}"))
    assert page.count('<details class="why">') == len(loaded_pack().pack.rules_by_kind["right"])
    assert page.count('class="sources"') == len(loaded_pack().pack.rules_by_kind["right"])


def test_a_topic_narrows_the_rights(visitor: Visitor) -> None:
    rules = [r for r in loaded_pack().pack.rules_by_kind["right"] if r.extra["topic"] == "health"]
    page = text_of(visitor.get(f"{visitor.address('rights')}?status=irregular&topic=health"))
    assert page.count('<details class="why">') == len(rules)


@pytest.mark.parametrize("query", ["?status=nothing", "?topic=nothing", "?status=%00&topic=<b>"])
def test_a_strange_filter_shows_a_page(visitor: Visitor, query: str) -> None:
    response = visitor.get(visitor.address("rights") + query)
    assert response.status_code == 200
    assert "<b>" not in text_of(response)


def test_the_directory_lists_every_actor(visitor: Visitor) -> None:
    names = {row[0] for row in rows(visitor.see("directory_csv"))[1:]}
    assert names == {actor.name["nb"] for actor in loaded_pack().pack.ruleset.actors.values()}


def test_the_directory_is_searched_by_need_place_and_word(visitor: Visitor) -> None:
    actors = loaded_pack().pack.ruleset.actors.values()
    found = rows(visitor.get(visitor.address("directory_csv") + "?need=housing&county=46"))[1:]
    expected = {
        actor.name["nb"]
        for actor in actors
        if "housing" in actor.needs and {"national", "46"} & set(actor.counties)
    }
    assert {row[0] for row in found} == expected
    found = rows(visitor.get(visitor.address("directory_csv") + "?words=rosa"))[1:]
    assert "ROSA" in {row[0] for row in found}
    nothing = visitor.get(visitor.address("directory") + "?words=xyzzy")
    assert "Ingen passer med alt dette" in text_of(nothing)


def test_the_calendar_shows_what_is_coming_first(visitor: Visitor) -> None:
    found = rows(visitor.see("calendar_csv"))[1:]
    assert {row[-1] for row in found} == {
        change.id for change in loaded_pack().pack.ruleset.changes
    }
    today = timezone.localdate().isoformat()
    days = [row[0] for row in found]
    coming = [day for day in days if day > today]
    past = [day for day in days if day and day <= today]
    assert days == sorted(coming) + [""] * days.count("") + sorted(past, reverse=True)


def test_every_provision_is_among_the_sources(visitor: Visitor) -> None:
    page = text_of(visitor.see("sources"))
    sources = {
        localized_place(source.at, "nb")
        for rule in loaded_pack().pack.ruleset.rules.values()
        for version in rule.versions
        for source in version.sources
    }
    assert [at for at in sources if at.replace("«", "«") not in page] == []


@pytest.mark.parametrize("cell", ["=1+1", "+47", "-2", "@SUM", "\t=1", "\r=1"])
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert rows(csv_response("x", ["a"], [[cell]]))[1] == ["'" + cell]
