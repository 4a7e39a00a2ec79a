# SPDX-License-Identifier: EUPL-1.2
"""Opening a case: nothing has to be known, and nothing is saved half."""

import re

import pytest

from samvern.cases.case_list.domain import case_label
from samvern.cases.core.models import Case, Person
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
LEAST = {"kind": "assistance", "circle": "team"}


def opened(worker: Colleague, **values: str) -> str:
    """The id of a case opened with a form."""
    answer = worker.send("open_case", {**LEAST, **values})
    assert answer.status_code == 302, mistakes(answer)
    return str(answer.url.rstrip("/").rpartition("/")[2])


def test_a_case_needs_nothing(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari")
    id = opened(kari)
    assert kari.sees(id)
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=id)
        found = Person.objects.filter(case=case)
        people = list(found.values_list("number", "role_in_case", "age_seen"))
    assert (case.owner_id, case.unit_id, case.origin) == (actor.member_id, actor.unit_id, "nothing")
    assert re.fullmatch("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", case.reference)
    assert people == [(1, "main", "unknown")]


def test_the_working_name_is_sealed_and_shown_as_it_was_typed(fresh_workspace: Workspace) -> None:
    kari, name = Colleague(fresh_workspace, "kari"), "<script>Blå dør</script>"
    id = opened(kari, label=name)
    with fresh_workspace.acting("kari"):
        assert case_label(Case.objects.get(pk=id)) == name
    with fresh_workspace.superuser() as behind:
        row = behind.execute("SELECT to_jsonb(c)::text FROM cases_case c WHERE id = %s", [id])
        assert "Bl" not in str(row.fetchone())
    page = text(kari.see("case", case_id=id))
    assert "&lt;script&gt;Blå dør&lt;/script&gt;" in page
    assert "<script>Blå" not in page


def test_it_is_known_that_it_came_from_the_helpline(fresh_workspace: Workspace) -> None:
    id = opened(Colleague(fresh_workspace, "kari"), contact="on")
    with fresh_workspace.acting("kari"):
        assert Case.objects.get(pk=id).origin == Case.Origin.CONTACT


def test_a_form_with_a_mistake_saves_nothing_and_keeps_what_was_typed(
    fresh_workspace: Workspace,
) -> None:
    kari = Colleague(fresh_workspace, "kari")
    with fresh_workspace.acting("kari"):
        before = Case.objects.count()
    answer = kari.send("open_case", {"label": "Rød paraply", "circle": "everybody"})
    with fresh_workspace.acting("kari"):
        assert Case.objects.count() == before
    assert answer.status_code == 400
    assert mistakes(answer)[0] == "Choose under “Case type”."
    assert 'value="Rød paraply"' in text(answer)


def test_others_see_it_only_if_the_circle_lets_them(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari")
    own, unit = opened(kari), opened(kari, circle="unit")
    seen = {
        name: (
            Colleague(fresh_workspace, name).sees(own),
            Colleague(fresh_workspace, name).sees(unit),
        )
        for name in ("jonas", "liv", "tone", "per", "rolf", "guro")
    }
    nothing = (False, False)
    assert seen == {
        "jonas": (False, True), "liv": nothing, "tone": (True, True), "per": nothing,
        "rolf": nothing, "guro": nothing,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["rolf", "guro"])
def test_who_works_with_no_cases_opens_none(workspace: Workspace, name: str) -> None:
    answer = Colleague(workspace, name).send("open_case", LEAST)
    assert answer.status_code == 404


def test_a_stranger_is_asked_to_sign_in(workspace: Workspace) -> None:
    answer = Colleague(workspace, None).see("open_case")
    assert (answer.status_code, answer.url.partition("?")[2]) == (
        302,
        "next=%2Fen%2Fworkspace%2Fcases%2Fnew%2F",
    )


def test_two_who_name_a_case_at_once_choose(fresh_workspace: Workspace) -> None:
    kari, tone = (Colleague(fresh_workspace, name) for name in ("kari", "tone"))
    id = opened(kari, label="Kari skrev")
    form = {"kind": "assistance", "version": "1"}
    assert tone.send("describe", {**form, "label": "Tone skrev"}, case_id=id).status_code == 302
    clash = kari.send("describe", {**form, "label": "Kari endret"}, case_id=id)
    assert (clash.status_code, "Tone Skisse" in text(clash)) == (409, True)
    chosen = {"kind": "assistance", "version": "2", "label": "Kari endret", "choose-label": "yours"}
    assert kari.send("describe", chosen, case_id=id).status_code == 302
    with fresh_workspace.acting("kari"):
        case = Case.objects.get(pk=id)
        assert (case_label(case), case.version) == ("Kari endret", 3)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_language_has_the_form(workspace: Workspace, language: str) -> None:
    page = text(Colleague(workspace, "kari", language).see("open_case"))
    titles = {"nb": "Åpne en sak", "nn": "Opne ei sak", "en": "Open a case"}
    assert f">{titles[language]}</h1>" in page
