# SPDX-License-Identifier: EUPL-1.2
"""People are found by what is recorded, through one counted door, and never in others' cases."""

from typing import Any

import pytest

from identity.making import DUF, NUMBER, OTHER_NUMBER, claim, lines, look_ups, person_of, refused
from samvern.access.actor import Actor
from samvern.access.errors import NotFound, RateLimited, Rejected
from samvern.cases.core.models import Person
from samvern.cases.notices.models import Notice
from samvern.identity.blind_indexes import CONTACT, PAPER
from samvern.identity.blind_indexes import NUMBER as BY_NUMBER
from samvern.identity.claims.domain import ClaimInput, correct_claim, end_claim
from samvern.identity.claims.values import SearchTerm, name_and_birth, search_terms
from samvern.identity.models import Answer
from samvern.identity.search.domain import (
    answer_inquiry,
    ask_others,
    find_people,
    list_inquiries,
    list_positive_answers,
    list_questions_from_others,
)
from support.workspace import Workspace

pytestmark = pytest.mark.database


def known(actor: Actor, number: str = NUMBER) -> Person:
    person = person_of(actor)
    for kind, value in (
        ("name", "Bjørg Åse Ødegård"),
        ("alias", "Nadia"),
        ("birth_date", "1998-05"),
        ("number", number),
        ("contact", "22 00 00 00"),
        ("paper", "Pass, Romania\nKA-12 34"),
    ):
        claim(actor, person, kind, value)
    return person


def found(actor: Actor, *sought: SearchTerm | None) -> list[Any]:
    given = [term for term in sought if term]
    return sorted({each.person_id for each in find_people(actor=actor, terms=given, purpose="p")})


def test_a_person_is_found_by_each_thing_she_is_known_by(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = known(kari)
        for term in (
            SearchTerm(BY_NUMBER, NUMBER),
            SearchTerm(CONTACT, "+4722000000"),
            SearchTerm(PAPER, "KA1234"),
            name_and_birth("ODEGAARD, Bjoerg Aase", "1998-11-30"),
            name_and_birth("nadia", "1998"),
            *search_terms("contact", "0047 22000000"),
            *search_terms("paper", "ka 1234"),
        ):
            assert found(kari, term) == [person.pk], term
        for term in (
            SearchTerm(BY_NUMBER, OTHER_NUMBER),
            SearchTerm(PAPER, NUMBER),
            name_and_birth("Bjørg Ødegård", "1998"),
            name_and_birth("Nadia", "1999"),
        ):
            assert found(kari, term) == [], term


def test_the_leader_finds_what_her_unit_has_and_nobody_else_does(workspace: Workspace) -> None:
    number = OTHER_NUMBER
    with workspace.acting("kari") as kari:
        person = known(kari, number)
    met = {}
    for name in ("tone", "jonas", "liv", "per", "amina"):
        with workspace.acting(name) as actor:
            met[name] = found(actor, SearchTerm(BY_NUMBER, number))
    assert met == {"tone": [person.pk], "jonas": [], "liv": [], "per": [], "amina": []}
    for name in ("rolf", "guro"):
        with workspace.acting(name) as actor, pytest.raises(RateLimited):
            found(actor, SearchTerm(BY_NUMBER, number))


def test_what_was_set_aside_is_not_found(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        name = claim(kari, person, "name", "Feil Navnesen")
        claim(kari, person, "birth_date", "1990")
        wrong = claim(kari, person, "number", DUF)
        assert found(kari, SearchTerm(BY_NUMBER, DUF)) == [person.pk]
        end_claim(actor=kari, claim=wrong, reason="another's")
        said = ClaimInput("name", "Rett Navnesen", "document", "certain")
        correct_claim(actor=kari, person=person, claim=name, said=said, reason="misheard")
        assert found(kari, SearchTerm(BY_NUMBER, DUF)) == []
        assert found(kari, name_and_birth("Feil Navnesen", "1990")) == []
        assert found(kari, name_and_birth("Navnesen Rett", "1990")) == [person.pk]
    assert look_ups(workspace, person.pk) == 1


def test_there_is_no_other_way_to_the_indexes(workspace: Workspace) -> None:
    met = {
        verb: refused(workspace, "kari", statement)
        for verb, statement in {
            "read": "SELECT 1 FROM identity_lookup",
            "change": "UPDATE identity_lookup SET person_id = person_id",
            "delete": "DELETE FROM identity_lookup",
            "ask": "INSERT INTO identity_answer SELECT * FROM identity_answer",
            "see": "SELECT gate.sees(gen_random_uuid(), 'identity')",
            "tell": "SELECT audit.tell(gen_random_uuid(), '{}')",
        }.items()
    }
    assert met == dict.fromkeys(met, "InsufficientPrivilege")


def test_each_search_is_counted_and_noted_without_what_was_sought(
    workspace: Workspace,
) -> None:
    with workspace.superuser() as connection:
        connection.execute("UPDATE gate.allowance SET daily = 2 WHERE what = 'identity.find'")
    with workspace.acting("kari") as kari:
        person = known(kari)
    with workspace.acting("kari") as kari:
        found(kari, SearchTerm(BY_NUMBER, NUMBER), SearchTerm(CONTACT, "+4722000000"))
        found(kari, SearchTerm(BY_NUMBER, OTHER_NUMBER))
        with pytest.raises(RateLimited):
            found(kari, SearchTerm(BY_NUMBER, NUMBER))
    told = lines(workspace, "havn", "identity.find")
    assert [(line["detail"]["rows"], line["detail"]["by"]) for line in told] == [
        (1, ["contact", "number"]),
        (0, ["number"]),
    ]
    assert NUMBER not in str(told)
    over = lines(workspace, "havn", "allowance.exceeded")
    assert [line["detail"]["item"] for line in over] == ["identity.find"]
    assert person.pk not in {line["object"] for line in told}


def test_asking_tells_the_asker_nothing_until_somebody_says_yes(
    workspace: Workspace,
) -> None:
    with workspace.acting("per") as per:
        theirs = person_of(per)
        claim(per, theirs, "number", NUMBER)
    with workspace.acting("kari") as kari:
        ours, alone = known(kari), known(kari, OTHER_NUMBER)
    with workspace.acting("kari") as kari:
        for person in (ours, alone):
            ask_others(actor=kari, person=person, purpose="protection")
            assert len(list_inquiries(person.case_id)) == 1
            assert list_positive_answers(person.case_id) == []
            assert list_questions_from_others(person.case_id) == []
        assert Answer.objects.count() == 0
    with workspace.acting("per") as per:
        (answer,) = list_questions_from_others(theirs.case_id)
        assert (answer.person_id, answer.purpose) == (theirs.pk, "protection")
        assert "Kari" in answer.asker
        notices = Notice.objects.filter(member_id=per.member_id, kind="inquiry-received")
        assert [(each.case_id, each.about_id) for each in notices] == [(theirs.case_id, answer.pk)]
        answer_inquiry(actor=per, answer=answer, says_yes=True, contact="Per, 22 00 00 01")
        with pytest.raises(NotFound):
            answer_inquiry(actor=per, answer=answer, says_yes=False)
    with workspace.acting("kari") as kari:
        (yes,) = list_positive_answers(ours.case_id)
        assert yes.contact == "Per, 22 00 00 01"
        assert Answer.objects.count() == 0
        assert list_positive_answers(alone.case_id) == []
        told = Notice.objects.filter(member_id=kari.member_id, kind="inquiry-answered")
        assert [each.case_id for each in told] == [ours.case_id]


def test_both_sides_have_it_in_their_trail_and_neither_the_other_s_case(
    workspace: Workspace,
) -> None:
    with workspace.acting("per") as per:
        theirs = person_of(per)
        claim(per, theirs, "number", NUMBER)
    with workspace.acting("kari") as kari:
        ours = known(kari)
    with workspace.acting("kari") as kari:
        ask_others(actor=kari, person=ours, purpose="protection")
    with workspace.acting("per") as per:
        answer_inquiry(
            actor=per,
            answer=list_questions_from_others(theirs.case_id)[0],
            says_yes=True,
            contact="P",
        )
    acts = ("identity.ask", "identity.asked", "identity.answer", "identity.answered")
    met = {
        organisation: {
            act: [x["case"] for x in lines(workspace, organisation, act)] for act in acts
        }
        for organisation in ("havn", "krisesenter", "politi", "fyrlykta")
    }
    keeper = next(name for name in met if met[name]["identity.asked"])
    assert met["havn"] == {
        "identity.ask": [ours.case_id],
        "identity.asked": [],
        "identity.answer": [],
        "identity.answered": [ours.case_id],
    }
    assert met[keeper] == {
        "identity.ask": [],
        "identity.asked": [theirs.case_id],
        "identity.answer": [theirs.case_id],
        "identity.answered": [],
    }
    with workspace.superuser() as connection:
        chain = workspace.cast.organisations["havn"]
        row = connection.execute(
            "SELECT count(*) FROM audit.line WHERE chain = %s AND case_id = %s",
            [chain, theirs.case_id],
        ).fetchone()
    assert row == (0,)


def test_a_no_reaches_nobody(workspace: Workspace) -> None:
    with workspace.acting("per") as per:
        theirs = person_of(per)
        claim(per, theirs, "number", NUMBER)
    with workspace.acting("kari") as kari:
        ours = known(kari)
    with workspace.acting("kari") as kari:
        ask_others(actor=kari, person=ours, purpose="protection")
    with workspace.acting("per") as per:
        answer_inquiry(
            actor=per, answer=list_questions_from_others(theirs.case_id)[0], says_yes=False
        )
    with workspace.acting("kari") as kari:
        assert list_positive_answers(ours.case_id) == []
        assert Notice.objects.filter(kind="inquiry-answered").count() == 0
    assert lines(workspace, "havn", "identity.answered") == []


def test_only_about_people_of_ones_own_cases_and_with_something_to_ask_by(
    workspace: Workspace,
) -> None:
    with workspace.acting("kari") as kari:
        nameless = person_of(kari)
        with pytest.raises(Rejected):
            ask_others(actor=kari, person=nameless, purpose="protection")
    with workspace.acting("amina") as amina:
        shared = Person(pk=workspace.cast.persons["own"], case_id=workspace.cast.cases["own"])
        with pytest.raises((Rejected, RateLimited)):
            ask_others(actor=amina, person=shared, purpose="protection")
    met = refused(workspace, "per", "SELECT gate.answer_inquiry(gen_random_uuid(), true, 'x')")
    assert met == "1"
