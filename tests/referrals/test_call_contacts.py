# SPDX-License-Identifier: EUPL-1.2
"""Each side of a referral can ring the other, and no yes is said without somebody to ring."""

import pytest
from django.utils.translation import override

from helpline.helpers import ask, log, make_desk
from samvern.access.errors import Rejected
from samvern.access.models import Member
from samvern.cases.notes.domain import note_text
from samvern.cases.notes.models import Note
from samvern.helpline.enquiries.case_opening import open_case_from_enquiry
from samvern.helpline.enquiries.domain import get_enquiry
from samvern.law.phones import can_be_dialled, dialled
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import accept_referral, see_referral
from support.colleague import Colleague, text
from support.referring import refer, state, words
from support.workspace import Workspace


@pytest.mark.parametrize(
    ("typed", "dials"),
    [
        ("22 33 44 55", "+4722334455"), ("+47 22-33-44-55", "+4722334455"), ("112", "112"),
        ("116 117", "116117"), ("02800", "02800"), ("(+46) 70 123 45 67", "+46701234567"),
        ("0046 70 123 45 67", "+46701234567"),
    ],
)  # fmt: skip
def test_usual_ways_to_write_a_number(typed: str, dials: str) -> None:
    assert can_be_dialled(typed)
    assert dialled(typed) == dials


@pytest.mark.parametrize(
    "typed", ["", "12", "ring meg", "22 33 44 55 eller mail", "1" * 16, "++47"]
)
def test_what_is_no_number(typed: str) -> None:
    assert not can_be_dialled(typed)


def silence(workspace: Workspace) -> None:
    """Nobody has a number."""
    with workspace.superuser() as behind:
        behind.execute("UPDATE access_member SET phone = ''")
        behind.execute("UPDATE access_unit SET phone = ''")


@pytest.mark.database
def test_a_yes_without_anybody_to_ring_is_refused(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    silence(fresh_workspace)
    amina = Colleague(fresh_workspace, "amina", "nb")
    amina.see("referral", referral_id=id)
    empty = {"words": "Kom klokka 20.", "call_name": "", "call_phone": ""}
    sent = amina.send("referral_move", empty, referral_id=id, move="accept")
    assert (sent.status_code, state(fresh_workspace, id)) == (400, "seen")
    assert "Skriv hvem den andre siden kan ringe" in words(sent)
    odd = {**empty, "call_name": "Vakta", "call_phone": "ring når som helst"}
    assert amina.send("referral_move", odd, referral_id=id, move="accept").status_code == 400
    with fresh_workspace.acting("amina") as actor, pytest.raises(Rejected):
        accept_referral(actor=actor, referral=get_referral(actor, id))
    full = {**empty, "call_name": "Vakta", "call_phone": "22 00 00 00"}
    assert amina.send("referral_move", full, referral_id=id, move="accept").status_code == 302
    kari = text(Colleague(fresh_workspace, "kari", "nb").see("referral", referral_id=id))
    assert 'Vakta <a class="ds-link tel" href="tel:+4722000000">22 00 00 00</a>' in kari


@pytest.mark.database
def test_the_receiver_sees_who_sent_it_and_her_number(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.acting("kari") as actor:
        member = Member.objects.get(pk=actor.member_id)
    page = text(Colleague(fresh_workspace, "amina", "nb").see("referral", referral_id=id))
    assert f'{member.name} <a class="ds-link tel" href="tel:{dialled(member.phone)}">' in page


@pytest.mark.database
def test_the_form_suggests_oneself(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.acting("amina") as actor:
        see_referral(actor=actor, referral=get_referral(actor, id))
        member = Member.objects.get(pk=actor.member_id)
    page = text(
        Colleague(fresh_workspace, "amina").see("referral_move", referral_id=id, move="accept")
    )
    assert f'value="{member.phone}"' in page


@pytest.mark.database
def test_everybody_writes_her_own_number_and_no_other(fresh_workspace: Workspace) -> None:
    silence(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari", "nb")
    assert "kan ikke ringe deg ennå" in text(kari.see("home"))
    assert kari.send("own_number", {"phone": "hei"}).status_code == 400
    assert kari.send("own_number", {"phone": "+47 22 33 44 55"}).status_code == 302
    with fresh_workspace.superuser() as behind:
        rows = behind.execute("SELECT id, phone FROM access_member WHERE phone <> ''").fetchall()
    assert rows == [(fresh_workspace.cast.members["kari"], "+47 22 33 44 55")]
    assert "kan ikke ringe deg ennå" not in text(kari.see("home"))


@pytest.mark.database
@pytest.mark.parametrize("name", ["kari", "amina", "tone", "liv"])
def test_emergency_numbers_are_a_press_away_on_every_desk(
    fresh_workspace: Workspace, name: str
) -> None:
    page = text(Colleague(fresh_workspace, name, "nb").see("home"))
    for tel in ("112", "113", "116111", "02800", "+4722331160"):
        assert f'href="tel:{tel}"' in page, tel


@pytest.mark.database
@pytest.mark.parametrize("page", ["shared_with_us", "case"])
def test_whoever_is_lent_a_case_can_ring_those_who_have_it(
    fresh_workspace: Workspace, page: str
) -> None:
    with fresh_workspace.acting("kari") as actor:
        member = Member.objects.get(pk=actor.member_id)
    where = {"case_id": "own"} if page == "case" else {}
    call = f'{member.name} <a class="ds-link tel" href="tel:{dialled(member.phone)}">'
    assert call in text(Colleague(fresh_workspace, "amina", "nb").see(page, **where))
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE access_member SET phone = '' WHERE id = %s", [member.pk])
        behind.execute("UPDATE access_unit SET phone = '23 00 00 00'")
    units = f'{member.name} <a class="ds-link tel" href="tel:+4723000000">23 00 00 00</a>'
    assert units in text(Colleague(fresh_workspace, "amina", "nb").see(page, **where))


@pytest.mark.database
def test_a_desk_can_be_rung_before_and_after_it_is_asked(fresh_workspace: Workspace) -> None:
    desk = make_desk(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE access_unit SET phone = '24 00 00 00' WHERE name = 'Botilbudet'")
    call = 'Botilbudet <a class="ds-link tel" href="tel:+4724000000">24 00 00 00</a>'
    kari = Colleague(fresh_workspace, "kari", "nb")
    assert call in text(kari.see("question_new"))
    assert call in text(kari.see("question", question_id=ask(fresh_workspace, desk)))


@pytest.mark.database
def test_the_case_says_who_answered_the_helpline(fresh_workspace: Workspace) -> None:
    contact = log(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE access_member SET phone = '25 00 00 00'")
    with fresh_workspace.acting("liv") as actor, override("nb"):
        row = get_enquiry(actor, contact)
        case = open_case_from_enquiry(actor=actor, contact=row, kind="assistance", circle="team")
        note = note_text(Note.objects.get(case=case))
    assert f"Tatt imot av: {row.created_by.name} 25 00 00 00" in note
