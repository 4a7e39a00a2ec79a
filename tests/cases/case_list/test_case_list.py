# SPDX-License-Identifier: EUPL-1.2
"""The list of cases: whose they are, page by page, and what a search finds."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.cases.case_list.domain import PAGE, normalise_reference
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case
from support.colleague import Colleague, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
ROW = re.compile(r'<th scope="row"[^>]*><a[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4})</a>')
NEXT, BACK = (re.compile(rf'href="(\?[^"]+)" rel="{rel}"') for rel in ("next", "prev"))


@pytest.fixture(scope="module")
def references(workspace: Workspace) -> dict[str, str]:
    """The cast's cases by name."""
    with workspace.superuser() as behind:
        found = dict(behind.execute("SELECT id, reference FROM cases_case").fetchall())
    return {name: found[id] for name, id in workspace.cast.cases.items()}


def listed(answer: Any) -> list[str]:
    """References in the order of the list."""
    return ROW.findall(text(answer))


@pytest.mark.parametrize(
    ("name", "query", "cases"),
    [
        ("kari", "", ["held", "own", "protected"]),
        ("kari", "?state=closed", ["closed"]),
        ("kari", "?state=all", ["closed", "held", "own", "protected"]),
        ("kari", "?scope=unit", ["held", "own", "protected", "unit"]),
        ("kari", "?scope=shared", ["shared_in"]),
        ("kari", "?kind=police", []),
        ("jonas", "", ["colleague", "unit"]),
        ("tone", "", []),
        ("tone", "?scope=unit", ["colleague", "held", "own", "protected", "unit"]),
        ("liv", "?scope=unit", ["other_unit"]),
        ("amina", "?scope=shared", ["own"]),
        ("per", "?scope=shared", []),
    ],
)
def test_each_list_is_what_the_member_may_see(
    workspace: Workspace, references: dict[str, str], name: str, query: str, cases: list[str]
) -> None:
    found = listed(Colleague(workspace, name).see("cases", query))
    assert sorted(found) == sorted(references[case] for case in cases)


def test_a_whole_reference_opens_the_case(workspace: Workspace, references: dict[str, str]) -> None:
    typed = references["closed"].lower().replace("-", " ")
    answer = Colleague(workspace, "kari").see("cases", f"?reference={typed}")
    assert answer.status_code == 302
    assert answer.url == Colleague(workspace, "kari").address("case", case_id="closed")


def test_the_beginning_of_a_reference_finds_all_that_begin_so(
    workspace: Workspace, references: dict[str, str]
) -> None:
    for reference in references.values():
        found = listed(Colleague(workspace, "kari").see("cases", f"?reference={reference[:3]}"))
        may = ["own", "closed", "held", "protected", "unit", "shared_in"]
        expected = [references[n] for n in may if references[n].startswith(reference[:3])]
        assert sorted(found) == sorted(expected)


def test_a_foreign_case_reads_as_one_that_never_was(
    workspace: Workspace, references: dict[str, str]
) -> None:
    kari, pages = Colleague(workspace, "kari"), []
    for reference in (references["foreign"], "2222-2222"):
        answer = kari.see("cases", f"?reference={reference}")
        assert answer.status_code == 200
        pages.append(text(answer).replace(reference, "").replace(reference.lower(), ""))
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ab", "AB"), ("ab2c d", "AB2C-D"), ("AB2C-DE3F", "AB2C-DE3F"), ("a", ""), ("æ%_", "")],
)
def test_a_reference_is_read_as_people_write_it(typed: str, written: str) -> None:
    assert normalise_reference(typed) == written


def test_pages_go_through_all_cases_once_and_back_again(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("liv") as actor:
        for _each in range(2 * PAGE + 5):
            open_case(actor=actor)
    liv, seen, firsts = Colleague(fresh_workspace, "liv"), [], []
    answer = liv.see("cases")
    while True:
        seen += listed(answer)
        firsts.append(listed(answer)[0])
        following = NEXT.search(text(answer))
        if not following:
            break
        answer = liv.see("cases", following[1].replace("&amp;", "&"))
    with fresh_workspace.acting("liv"):
        order = list(Case.objects.order_by("-changed_at", "-pk").filter(owner__name="Liv Øvelse"))
    assert seen == [case.reference for case in order]
    for first in reversed(firsts[:-1]):
        earlier = BACK.search(text(answer))
        assert earlier is not None
        answer = liv.see("cases", earlier[1].replace("&amp;", "&"))
        assert listed(answer)[0] == first
    assert BACK.search(text(answer)) is None


@pytest.mark.parametrize("place", ["x", "-", "2026~1", "~", "2026-01-01T00:00:00~no"])
def test_a_page_nobody_knows_is_the_first(workspace: Workspace, place: str) -> None:
    kari = Colleague(workspace, "kari")
    assert listed(kari.see("cases", f"?page={place}")) == listed(kari.see("cases"))


def test_a_list_of_many_asks_as_often_as_a_list_of_few(fresh_workspace: Workspace) -> None:
    liv = Colleague(fresh_workspace, "liv")
    counts = []
    for many in (1, PAGE):
        with fresh_workspace.acting("liv") as actor:
            for _each in range(many):
                open_case(actor=actor, label="Navn")
        with CaptureQueriesContext(connection) as asked:
            assert liv.see("cases").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 13
