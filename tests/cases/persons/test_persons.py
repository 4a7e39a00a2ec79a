# SPDX-License-Identifier: EUPL-1.2
"""The people of a case: each in her own right, a child until somebody decides otherwise."""

from typing import Any

import pytest

from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import person_name
from samvern.cases.persons.domain import read_age_ground
from samvern.cases.persons.models import Relation
from support.ages import forget_ages
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
CHILD = {"role_in_case": "child", "initials": "lita", "age_seen": "child"}


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """On the case."""
    return Colleague(fresh_workspace, "kari")


def people(workspace: Workspace, case: str = "own") -> list[Person]:
    """Everybody in a case, by number."""
    with workspace.acting("kari"):
        rows = Person.objects.filter(case_id=workspace.cast.cases[case])
        return list(rows.order_by("number"))


def ties(workspace: Workspace) -> list[tuple[int, str, int]]:
    """Who is what to whom, by number."""
    with workspace.acting("kari"):
        rows = Relation.objects.filter(case_id=workspace.cast.cases["own"], ended_at=None)
        return sorted(rows.values_list("person__number", "kind", "other__number"))


@pytest.mark.parametrize(
    ("place", "tie"),
    [
        ("child", [(1, "parent", 2)]),
        ("parent", [(2, "parent", 1)]),
        ("sibling", [(2, "sibling", 1)]),
        ("co_victim", [(2, "co_victim", 1)]),
        ("other", []),
    ],
)
def test_whoever_comes_along_is_a_person_tied_to_the_first(
    fresh_workspace: Workspace, kari: Colleague, place: str, tie: list[Any]
) -> None:
    sent = kari.send("person_add", {**CHILD, "role_in_case": place}, case_id="own")
    assert sent.status_code == 302
    second = people(fresh_workspace)[1]
    assert (second.number, second.role_in_case, second.age_seen) == (2, place, "child")
    assert ties(fresh_workspace) == tie
    with fresh_workspace.acting("kari"):
        assert person_name(second) == "lita"


def test_an_age_nobody_has_decided_is_a_child_s(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    main = people(fresh_workspace)[0]
    forget_ages(fresh_workspace)
    page = text(kari.see("person", case_id="own", person_id=main.pk))
    assert "Not known: treated as a child until it is decided" in page
    decided = {"age_seen": "adult", "ground": "Passet sier 1998.", "version": str(main.version)}
    sent = kari.send("person_age", decided, case_id="own", person_id=main.pk)
    assert sent.status_code == 302
    with fresh_workspace.acting("kari") as actor:
        now = Person.objects.get(pk=main.pk)
        assert (now.age_seen, now.age_decided_by_id) == ("adult", actor.member_id)
        assert read_age_ground(now) == "Passet sier 1998."
    assert "Decided by Kari Syntetisk" in text(kari.see("person", case_id="own", person_id=main.pk))


def test_an_age_needs_a_reason(fresh_workspace: Workspace, kari: Colleague) -> None:
    main = people(fresh_workspace)[0]
    form = {"age_seen": "adult", "ground": "", "version": str(main.version)}
    answer = kari.send("person_age", form, case_id="own", person_id=main.pk)
    assert mistakes(answer) == ["Fill in “Why”."]
    assert people(fresh_workspace)[0].age_seen == "unknown"


def test_an_age_can_be_open_again(fresh_workspace: Workspace, kari: Colleague) -> None:
    main = people(fresh_workspace)[0]
    for step, seen in enumerate(("adult", "unknown")):
        form = {"age_seen": seen, "ground": "Se brev.", "version": str(main.version + step)}
        kari.send("person_age", form, case_id="own", person_id=main.pk)
    now = people(fresh_workspace)[0]
    assert (now.age_seen, now.age_decided_by_id) == ("unknown", None)


def test_two_who_decide_at_once_meet(fresh_workspace: Workspace, kari: Colleague) -> None:
    main, tone = people(fresh_workspace)[0], Colleague(fresh_workspace, "tone")
    form = {"ground": "Se brev.", "version": str(main.version)}
    where = {"case_id": "own", "person_id": main.pk}
    assert tone.send("person_age", {**form, "age_seen": "child"}, **where).status_code == 302
    clash = kari.send("person_age", {**form, "age_seen": "adult"}, **where)
    assert (clash.status_code, people(fresh_workspace)[0].age_seen) == (409, "child")


def test_exploited_as_a_child_though_grown_up(fresh_workspace: Workspace, kari: Colleague) -> None:
    main = people(fresh_workspace)[0]
    form = {"initials": "N", "exploited_as_child": "yes", "version": str(main.version)}
    sent = kari.send("person_change", form, case_id="own", person_id=main.pk)
    assert sent.status_code == 302
    assert people(fresh_workspace)[0].exploited_as_child is True
    assert "Exploited as a child" in text(kari.see("persons", case_id="own"))


def test_the_main_person_stays_the_main_person(fresh_workspace: Workspace, kari: Colleague) -> None:
    main = people(fresh_workspace)[0]
    form = {"role_in_case": "other", "initials": "", "version": str(main.version)}
    kari.send("person_change", form, case_id="own", person_id=main.pk)
    assert people(fresh_workspace)[0].role_in_case == "main"


def test_a_child_can_have_a_case_of_her_own(fresh_workspace: Workspace, kari: Colleague) -> None:
    kari.send("person_add", CHILD, case_id="own")
    child = people(fresh_workspace)[1]
    where = {"case_id": "own", "person_id": child.pk}
    sent = kari.send("person_own_case", {"kind": "child"}, **where)
    assert sent.status_code == 302
    with fresh_workspace.acting("kari"):
        own = Case.objects.get(pk=sent.url.rstrip("/").rpartition("/")[2])
        first = Person.objects.get(case=own)
        assert (own.kind, first.role_in_case, first.age_seen, person_name(first)) == (
            "child", "main", "child", "lita",
        )  # fmt: skip
    assert f"Own case {own.reference}" in text(kari.see("persons", case_id="own"))
    again = kari.send("person_own_case", {"kind": "child"}, **where)
    assert mistakes(again) == ["This person has a case already."]


def test_ties_are_said_once_and_can_be_taken_back(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    kari.send("person_add", {**CHILD, "role_in_case": "sibling"}, case_id="own")
    main, second = people(fresh_workspace)
    form = {"kind": "sibling", "other_id": str(second.pk)}
    again = kari.send("person_tie", form, case_id="own", person_id=main.pk)
    assert mistakes(again) == ["This is noted already."]
    form = {"kind": "guardian", "other_id": str(second.pk)}
    assert kari.send("person_tie", form, case_id="own", person_id=main.pk).status_code == 302
    assert ties(fresh_workspace) == [(1, "guardian", 2), (2, "sibling", 1)]
    with fresh_workspace.acting("kari"):
        tie = Relation.objects.get(kind="sibling")
    ended = [kari.send("person_untie", case_id="own", relation_id=tie.pk) for _twice in range(2)]
    assert [answer.status_code for answer in ended] == [302, 404]
    assert ties(fresh_workspace) == [(1, "guardian", 2)]


def test_a_person_of_another_case_is_absent(workspace: Workspace) -> None:
    kari, cast = Colleague(workspace, "kari"), workspace.cast
    for page in ("person", "person_age", "person_change", "person_tie", "person_own_case"):
        answer = kari.see(page, case_id="own", person_id=cast.persons["held"])
        assert answer.status_code == 404


@pytest.mark.parametrize("name", ["amina", "per", "liv"])
def test_who_does_not_work_on_the_case_changes_nobody(workspace: Workspace, name: str) -> None:
    worker = Colleague(workspace, name)
    assert worker.send("person_add", CHILD, case_id="own").status_code == 404
    main = {"case_id": "own", "person_id": workspace.cast.persons["own"]}
    assert worker.see("person_age", **main).status_code == 404
