# SPDX-License-Identifier: EUPL-1.2
"""One age from all that was told, with its sources and what contradicts it, on every page."""

from datetime import date

import pytest
from django.utils import timezone

from samvern.cases.ages.domain import (
    discard_age_told,
    list_age_proposals,
    read_age,
    record_age_told,
)
from samvern.cases.ages.models import AgeTold
from samvern.cases.ages.resolution import SourceAge, resolve_age
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import apply_facts, save_facts
from samvern.cases.rights.domain import read_rights
from samvern.identity.claims.domain import ClaimInput, end_claim, record_claim
from samvern.places.matching.needs import known_needs
from samvern.referrals.matching.traits import age_words, ages_of
from support.ages import forget_ages
from support.casework import said
from support.colleague import Colleague, text
from support.workspace import Workspace

TODAY = date(2026, 11, 29)
OPEN, CHILD, ADULT = "unknown", "child", "adult"


def told(low: float, high: float, source: str = "answers") -> SourceAge:
    """A word on an age."""
    return SourceAge(source, low, high, TODAY)


@pytest.mark.parametrize(
    ("decided", "words", "child", "conflict", "span"),
    [
        (OPEN, [], True, False, None),
        (OPEN, [told(19, 19)], False, False, (19, 19)),
        (OPEN, [told(0, 17)], True, False, (0, 17)),
        (OPEN, [told(16, 20)], True, False, (16, 20)),
        (OPEN, [told(18, 120), told(24, 25, "claim")], False, False, (24, 25)),
        (OPEN, [told(18, 120), told(15, 16, "claim")], True, True, (15, 120)),
        (OPEN, [told(18, 24, "helpline")], True, False, (18, 24)),
        (OPEN, [told(18, 24, "helpline"), told(20, 20)], False, False, (20, 20)),
        (OPEN, [told(30, 30), told(40, 40, "claim")], False, True, (30, 40)),
        (ADULT, [told(15, 16, "claim")], False, True, (18, float("inf"))),
        (ADULT, [told(30, 31, "claim")], False, False, (30, 31)),
        (CHILD, [told(19, 19)], True, True, (0, 17)),
    ],
)
def test_one_age(
    decided: str,
    words: list[SourceAge],
    child: bool,
    conflict: bool,
    span: tuple[float, float] | None,
) -> None:
    age = resolve_age(decided, words)
    assert (age.is_treated_as_child, age.conflict, age.span) == (child, conflict, span)


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """On a case of whose age nobody has said anything."""
    forget_ages(fresh_workspace)
    return Colleague(fresh_workspace, "kari", "nb")


def person_of(workspace: Workspace) -> Person:
    return Person.objects.get(pk=workspace.cast.persons["own"])


def born(workspace: Workspace, value: str) -> None:
    with workspace.acting("kari") as actor:
        record_claim(
            actor=actor,
            person=person_of(workspace),
            said=ClaimInput("birth_date", value, "person", "probable"),
        )


@pytest.mark.database
def test_a_year_of_birth_changes_the_age_everywhere(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    assert "barnevernet først" in said(kari.see("case_referrals", case_id="own"))
    born(fresh_workspace, "1990")
    where = {"case_id": "own", "person_id": fresh_workspace.cast.persons["own"]}
    page = said(kari.see("person", **where))
    years = timezone.localdate().year - 1990
    assert f"I dag: {years - 1} til {years} år" in page
    assert "Voksen, etter det som er sagt. Ingen har avgjort det" in page
    assert "En fødselsdato" in page
    assert "Voksen" in said(kari.see("persons", case_id="own"))
    assert "barnevernet først" not in said(kari.see("case_referrals", case_id="own"))
    with fresh_workspace.acting("kari") as actor:
        person = person_of(fresh_workspace)
        assert (ages_of(person), age_words(person)) == ((years - 1, years), "Voksen")
        assert not read_rights(actor=actor, person=person).view.doubtful


@pytest.mark.database
def test_the_day_of_birth_is_in_no_word_on_the_age(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    born(fresh_workspace, "1990-05-17")
    with fresh_workspace.acting("kari"):
        age = read_age(person_of(fresh_workspace))
    assert [each.born for each in age.told] == [(date(1990, 5, 1), date(1990, 5, 31))]


@pytest.mark.database
def test_sources_that_contradict_each_other_make_a_child_and_say_so(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari") as actor:
        save_facts(actor=actor, person=person_of(fresh_workspace), answers={"age_group": "adult"})
    born(fresh_workspace, str(timezone.localdate().year - 15))
    where = {"case_id": "own", "person_id": fresh_workspace.cast.persons["own"]}
    page = said(kari.see("person", **where))
    assert "Kildene er ikke enige" in page
    assert "behandles som barn" in page.lower()
    assert "barnevernet først" in said(kari.see("case_referrals", case_id="own"))
    with fresh_workspace.acting("kari") as actor:
        assert read_rights(actor=actor, person=person_of(fresh_workspace)).view.doubtful


@pytest.mark.database
def test_a_claim_that_is_set_aside_counts_no_more(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari") as actor:
        person = person_of(fresh_workspace)
        claim = record_claim(
            actor=actor, person=person, said=ClaimInput("birth_date", "1990", "person", "probable")
        )
        assert not read_age(person).is_treated_as_child
        end_claim(actor=actor, claim=claim, reason="Syntetisk")
        assert read_age(person_of(fresh_workspace)).told == ()
        assert person_of(fresh_workspace).is_treated_as_child


@pytest.mark.database
@pytest.mark.parametrize(("act", "seen"), [("confirm", "adult"), ("drop", "unknown")])
def test_what_others_told_is_confirmed_or_set_aside_with_one_press(
    fresh_workspace: Workspace, kari: Colleague, act: str, seen: str
) -> None:
    with fresh_workspace.acting("kari") as actor:
        record_age_told(
            actor=actor, person=person_of(fresh_workspace), source=AgeTold.Source.HELPLINE,
            written={"age": {"min": 18, "max": 24}}, told_on=timezone.localdate(),
        )  # fmt: skip
        [(row, _told)] = list_age_proposals(person_of(fresh_workspace))
    assert "Hjelpetelefonen" in said(kari.see("case", case_id="own"))
    where = {"case_id": "own", "person_id": fresh_workspace.cast.persons["own"]}
    assert kari.send("person_age_told", told_id=row.pk, act=act, **where).status_code == 302
    with fresh_workspace.acting("kari"):
        person = person_of(fresh_workspace)
        assert (person.age_seen, list_age_proposals(person)) == (seen, [])
    assert ("18 til 24 år" in text(kari.see("person", **where))) == (act == "confirm")


@pytest.mark.database
def test_nobody_else_confirms(fresh_workspace: Workspace, kari: Colleague) -> None:
    with fresh_workspace.acting("kari") as actor:
        record_age_told(
            actor=actor, person=person_of(fresh_workspace), source=AgeTold.Source.GUIDE,
            written={"age": 19}, told_on=timezone.localdate(),
        )  # fmt: skip
        [(row, _told)] = list_age_proposals(person_of(fresh_workspace))
    where = {"case_id": "own", "person_id": fresh_workspace.cast.persons["own"]}
    for name in ("amina", "per", "jonas"):
        other = Colleague(fresh_workspace, name, "nb")
        sent = other.send("person_age_told", told_id=row.pk, act="confirm", **where)
        assert sent.status_code == 404


@pytest.mark.database
def test_answers_from_before_ages_were_kept_tell_their_age_once(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari") as actor:
        save_facts(actor=actor, person=person_of(fresh_workspace), answers={"age": 30})
    with fresh_workspace.superuser() as behind:
        behind.execute("DELETE FROM cases_agetold")
        behind.execute("UPDATE cases_person SET age_told = 'unknown'")
    with fresh_workspace.acting("kari") as actor:
        apply_facts(actor=actor, person=person_of(fresh_workspace))
        person = person_of(fresh_workspace)
        assert (person.age_told, read_age(person).span) == ("adult", (30, 30))
        [row] = AgeTold.objects.filter(person=person)
        discard_age_told(actor=actor, row=row)
        apply_facts(actor=actor, person=person)
        assert read_age(person).told == ()


@pytest.mark.database
def test_a_search_for_a_place_begins_with_the_one_age(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    def begins() -> int | None:
        with fresh_workspace.acting("kari"):
            person = person_of(fresh_workspace)
            found: int | None = known_needs(person.case, person)["age"]
        return found

    assert begins() is None
    with fresh_workspace.acting("kari") as actor:
        save_facts(actor=actor, person=person_of(fresh_workspace), answers={"age": 30})
    assert begins() == 30
    born(fresh_workspace, str(timezone.localdate().year - 15))
    assert begins() is None
