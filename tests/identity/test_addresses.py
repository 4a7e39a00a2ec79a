# SPDX-License-Identifier: EUPL-1.2
"""A protected address opens to those named on it, on the team, freshly signed in; to no other."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from identity.making import lines, person_of, refused
from samvern.access.actor import Actor
from samvern.access.errors import Conflict, NotFound, ReauthenticationRequired, Rejected
from samvern.access.gate import new_token, open_session
from samvern.access.models import TeamMember
from samvern.access.unit_of_work import acting, unit_of_work_for
from samvern.cases.core.models import Person
from samvern.cases.organisation.confirmations import (
    answer_access,
    list_held_addresses,
    open_held_address,
)
from samvern.identity.addresses import domain as addresses
from samvern.identity.models import AddressReader, ProtectedAddress
from support.desks import Desk
from support.invitations import come_in, renew
from support.workspace import Workspace

pytestmark = pytest.mark.database
SECRET = "Kanariveien 7, 9999 Kanariby"


def hidden(actor: Actor, *team: UUID) -> tuple[Person, ProtectedAddress]:
    """A person with a protected address; others on the case's team."""
    person = person_of(actor)
    for member in team:
        TeamMember.objects.create(
            case_id=person.case_id, member_id=member, added_by_id=actor.member_id
        )
    made = addresses.record_address(
        actor=actor, person=person, grade="strengt_fortrolig", text=SECRET
    )
    return person, made


def reads(workspace: Workspace, name: str, person: Person) -> list[str]:
    with workspace.acting(name) as actor:
        return [each.text for each in addresses.read_addresses(actor=actor, person=person)]


def name_reader(
    workspace: Workspace, address: ProtectedAddress, reader: str, asked: str
) -> AddressReader:
    members = workspace.cast.members
    with workspace.acting("kari") as kari:
        return addresses.propose_reader(
            actor=kari, address=address, member_id=members[reader], asked_id=members[asked]
        )


def test_it_opens_to_whoever_recorded_it_and_not_to_team_leader_or_others(
    workspace: Workspace,
) -> None:
    with workspace.acting("kari") as kari:
        person, _ = hidden(kari, workspace.cast.members["jonas"])
    names = ("kari", "jonas", "tone", "liv", "amina", "per", "rolf", "guro")
    assert {name: reads(workspace, name, person) for name in names} == {
        **{name: [] for name in names},
        "kari": [SECRET],
    }


def test_a_renewed_sign_in_shuts_it_until_a_second_person_opens_it_again(
    fresh_workspace: Workspace,
) -> None:
    """Whoever recorded it, and a reader: shut by the use of a link, opened one by one."""
    w, members = fresh_workspace, fresh_workspace.cast.members
    with w.acting("kari") as kari:
        person, address = hidden(kari, members["jonas"], members["tone"])
    named = name_reader(w, address, "jonas", "tone")
    with w.acting("tone") as tone:
        addresses.approve_reader(actor=tone, case_id=person.case_id, id=named.pk)
    assert (reads(w, "kari", person), reads(w, "jonas", person)) == ([SECRET], [SECRET])
    for name in ("kari", "jonas"):
        come_in(renew(w, name))
        w.tokens.pop(name)
        with w.acting("tone") as tone:
            answer_access(actor=tone, member_id=members[name], agrees=True)
    assert (reads(w, "kari", person), reads(w, "jonas", person)) == ([], [])
    with w.acting("kari") as actor:
        assert addresses.has_held_addresses(person.case_id)
        assert list_held_addresses() == []
        with pytest.raises(NotFound):
            open_held_address(actor=actor, address_id=address.pk, member_id=members["kari"])
    with w.acting("liv") as actor, pytest.raises(NotFound):
        open_held_address(actor=actor, address_id=address.pk, member_id=members["kari"])
    desk = Desk(w, "tone")
    assert desk.read("access_waiting").count("/confirm/") >= 2
    sent = desk.send("access_address", address_id=address.pk, member_id=members["kari"])
    assert sent.status_code == 302
    assert (reads(w, "kari", person), reads(w, "jonas", person)) == ([SECRET], [])
    told = "SELECT count(*) FROM cases_notice WHERE kind = %s AND member_id = %s AND case_id = %s"
    expected = (("address-held", "tone", 2), ("address-opened", "kari", 1))
    with w.superuser() as behind:
        for kind, who, number in expected:
            found = behind.execute(told, [kind, members[who], person.case_id]).fetchone()
            assert found == (number,), kind


def test_it_closes_five_minutes_after_the_sign_in(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, address = hidden(kari)
    token = new_token()
    with unit_of_work_for(""):
        before = timezone.now() - timedelta(minutes=5, seconds=1)
        open_session(member_id=workspace.cast.members["kari"], token=token, authenticated_at=before)
    with acting(token) as kari:
        with pytest.raises(ReauthenticationRequired):
            addresses.read_addresses(actor=kari, person=person)
        assert ProtectedAddress.objects.filter(pk=address.pk).count() == 0


def test_breaking_the_glass_opens_the_case_and_not_the_address(
    workspace: Workspace,
) -> None:
    from django.db import connection

    from samvern.cases.core.models import Case

    with workspace.acting("kari") as kari:
        person, _ = hidden(kari)
        reference = Case.objects.get(pk=person.case_id).reference
    with workspace.acting("per"), connection.cursor() as cursor:
        cursor.execute(
            "SELECT gate.break_glass(%s, %s, 'danger', %s, 4)",
            [reference, uuid4(), b"x" * 40],
        )
        assert cursor.fetchone() == (True,)
    with workspace.acting("per"):
        assert Person.objects.filter(pk=person.pk).count() == 1
        assert ProtectedAddress.objects.filter(case_id=person.case_id).count() == 0
    assert reads(workspace, "per", person) == []


def test_a_second_person_approves_and_then_the_reader_reads(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, address = hidden(kari, workspace.cast.members["jonas"])
    reader = name_reader(workspace, address, "jonas", "tone")
    assert reads(workspace, "jonas", person) == []
    for name in ("kari", "jonas", "liv", "per"):
        with workspace.acting(name) as actor, pytest.raises(NotFound):
            addresses.approve_reader(actor=actor, case_id=person.case_id, id=reader.pk)
    with workspace.acting("tone") as tone:
        assert [each.pk for each in addresses.list_waiting_readers(tone, person.case_id)] == [
            reader.pk
        ]
        addresses.approve_reader(actor=tone, case_id=person.case_id, id=reader.pk)
        with pytest.raises(NotFound):
            addresses.approve_reader(actor=tone, case_id=person.case_id, id=reader.pk)
    assert reads(workspace, "jonas", person) == [SECRET]
    assert reads(workspace, "tone", person) == []
    acts = [line["member"] for line in lines(workspace, "havn", "address.read")]
    assert acts[-1] == workspace.cast.members["jonas"]


def test_it_closes_to_a_reader_who_is_taken_off_or_leaves_the_team(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, address = hidden(kari, workspace.cast.members["jonas"])
    reader = name_reader(workspace, address, "jonas", "tone")
    with workspace.acting("tone") as tone:
        addresses.approve_reader(actor=tone, case_id=person.case_id, id=reader.pk)
    team = TeamMember.objects.filter(case_id=person.case_id)
    with workspace.acting("kari") as kari:
        team.filter(member_id=workspace.cast.members["jonas"]).update(ended_at=timezone.now())
    assert reads(workspace, "jonas", person) == []
    with workspace.acting("kari") as kari:
        TeamMember.objects.create(
            case_id=person.case_id,
            member_id=workspace.cast.members["jonas"],
            added_by_id=kari.member_id,
        )
    assert reads(workspace, "jonas", person) == [SECRET]
    with workspace.acting("kari") as kari:
        addresses.end_reader(actor=kari, address=address, id=reader.pk)
    assert reads(workspace, "jonas", person) == []


def test_three_people_are_three(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        _, address = hidden(kari, workspace.cast.members["jonas"])
    for reader, asked in (("jonas", "jonas"), ("jonas", "kari"), ("kari", "tone")):
        with pytest.raises(Rejected):
            name_reader(workspace, address, reader, asked)
    name_reader(workspace, address, "jonas", "tone")
    with pytest.raises(Rejected):
        name_reader(workspace, address, "jonas", "tone")


def test_the_database_holds_the_rule_whatever_the_program_says(workspace: Workspace) -> None:
    members = workspace.cast.members
    with workspace.acting("kari") as kari:
        person, address = hidden(kari, members["jonas"], members["liv"])
    reader = name_reader(workspace, address, "jonas", "tone")
    one = "UPDATE identity_addressreader SET {} WHERE id = %s"
    insert = (
        "INSERT INTO identity_addressreader (id, created_at, case_id, address_id, member_id, "
        "proposed_by_id, asked_id, approved_by_id) VALUES (gen_random_uuid(), now(), %s, %s, %s, "
        "%s, %s, %s)"
    )
    case, row, kari_, jonas, tone = (
        person.case_id, address.pk, members["kari"], members["jonas"], members["tone"],
    )  # fmt: skip
    liv, per, other = members["liv"], members["per"], workspace.cast.cases["unit"]
    met = {
        "approve what one proposed": refused(
            workspace, "kari", one.format("approved_by_id = proposed_by_id"), reader.pk
        ),
        "approve for the one asked": refused(
            workspace, "kari", one.format("approved_by_id = asked_id"), reader.pk
        ),
        "approve oneself": refused(
            workspace, "jonas", one.format("approved_by_id = member_id"), reader.pk
        ),
        "ask oneself": refused(workspace, "kari", one.format(f"asked_id = '{kari_}'"), reader.pk),
        "name another instead": refused(
            workspace, "tone",
            one.format(f"member_id = '{liv}', approved_by_id = '{tone}'"), reader.pk,
        ),
        "name approved": refused(workspace, "kari", insert, case, row, liv, kari_, tone, tone),
        "name as a stranger": refused(workspace, "tone", insert, case, row, liv, tone, jonas, None),
        "name in another case": refused(
            workspace, "kari", insert, other, row, liv, kari_, tone, None
        ),
        "name a stranger": refused(workspace, "kari", insert, case, row, per, kari_, tone, None),
        "hand over": refused(
            workspace, "kari",
            f"UPDATE identity_protectedaddress SET created_by_id = '{liv}' WHERE id = %s", row,
        ),
    }  # fmt: skip
    nothing = {"approve oneself": "0"}
    assert met == {**dict.fromkeys(met, "InsufficientPrivilege"), **nothing}


def test_an_ended_name_is_not_revived(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, address = hidden(kari, workspace.cast.members["jonas"])
    reader = name_reader(workspace, address, "jonas", "tone")
    with workspace.acting("tone") as tone:
        addresses.approve_reader(actor=tone, case_id=person.case_id, id=reader.pk)
    with workspace.acting("kari") as kari:
        addresses.end_reader(actor=kari, address=address, id=reader.pk)
        with pytest.raises(NotFound):
            addresses.end_reader(actor=kari, address=address, id=reader.pk)
    revive = "UPDATE identity_addressreader SET ended_at = NULL WHERE id = %s"
    assert refused(workspace, "tone", revive, reader.pk) == "InsufficientPrivilege"


def test_a_change_meets_the_change_before_it(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, address = hidden(kari)
        new = {"grade": "fortrolig", "text": "Et annet sted"}
        addresses.change_address(actor=kari, address=address, expected=1, **new)
        with pytest.raises(Conflict):
            addresses.change_address(actor=kari, address=address, expected=1, **new)
    assert reads(workspace, "kari", person) == ["Et annet sted"]
    with workspace.superuser() as connection:
        kept = connection.execute(
            "SELECT count(*) FROM audit.history WHERE row_id = %s", [address.pk]
        ).fetchone()
    assert kept == (0,)


def test_only_the_team_records_one(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
    with workspace.acting("tone") as tone, pytest.raises(Rejected):
        addresses.record_address(actor=tone, person=person, grade="fortrolig", text="x")
