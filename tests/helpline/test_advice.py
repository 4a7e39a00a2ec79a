# SPDX-License-Identifier: EUPL-1.2
"""Advice: written anew, approved by a second person, and found in bokmål and nynorsk."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from helpline.helpers import make_desk, refused, rows_seen
from samvern.access.errors import NotFound, Rejected
from samvern.helpline.advice.domain import (
    AdviceText,
    approve_advice,
    get_advice,
    remarks,
    revise_advice,
    send_back,
    write_advice,
)
from samvern.helpline.advice.models import Advice
from samvern.helpline.advice.search import search_advice
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.web.database.roles import OWNER
from support.desks import Desk as Browser
from support.workspace import Workspace

pytestmark = pytest.mark.database
DRAFT = AdviceText("Utkastkanari om refleksjon", "Gjelder det etter avslag?", "Ja, det kan gjelde.")


@pytest.fixture(scope="module")
def desk(workspace: Workspace) -> UUID:
    return make_desk(workspace, "havn", "Koordinering av botilbud")


def write(workspace: Workspace, desk: UUID, text: AdviceText = DRAFT, **more: Any) -> UUID:
    given = {"topics": ["stay"], "rules": [], **more}
    with workspace.acting("kari") as actor:
        found = AdvisoryDesk.objects.get(pk=desk)
        return write_advice(actor=actor, desk=found, text=text, **given).pk


def approve(workspace: Workspace, id: UUID, name: str = "jonas") -> None:
    with workspace.acting(name) as actor:
        row = get_advice(actor, id)
        approve_advice(actor=actor, advice=row)


def share(workspace: Workspace, desk: UUID, title: str, asked: str, answered: str) -> UUID:
    id = write(workspace, desk, AdviceText(title, asked, answered), kept="nobody")
    approve(workspace, id)
    return id


def found(workspace: Workspace, text: str, name: str = "amina") -> list[str]:
    with workspace.acting(name) as actor:
        return [row.title for row in search_advice(actor=actor, text=text).advice]


def test_a_draft_is_the_desks_alone(workspace: Workspace, desk: UUID) -> None:
    id = write(workspace, desk)
    for name in ("liv", "amina", "per", "rolf", "guro", "sara"):
        assert rows_seen(workspace, name, "contacts_advice", f"id = '{id}'") == 0
        assert rows_seen(workspace, name, "identity_key", f"subject_id = '{id}'") == 0
        assert Browser(workspace, name).see("advice", advice_id=id).status_code == 404
    assert "Utkastkanari" in Browser(workspace, "jonas").read("advice", advice_id=id)
    with workspace.superuser() as behind:
        row: Any = behind.execute(
            "SELECT to_jsonb(v)::text FROM contacts_advice v WHERE id = %s", [id]
        ).fetchone()
    assert "Utkastkanari" not in row[0]


def test_the_writer_cannot_approve(workspace: Workspace, desk: UUID) -> None:
    id = write(workspace, desk)
    with pytest.raises(Rejected):
        approve(workspace, id, "kari")
    answer = Browser(workspace, "kari").send("advice_approve", advice_id=id)
    assert answer.status_code == 409
    values: list[Any] = [id]
    for statement in (
        "UPDATE contacts_advice SET title = 'x' WHERE id = %s",
        "UPDATE contacts_advice SET state = 'approved' WHERE id = %s",
        "INSERT INTO contacts_advicestep (id, created_at, move, start, finish, side, reason,"
        f" made_by_id, of_id) VALUES ('{uuid4()}', now(), 'approve', '', '', '', '',"
        f" '{workspace.cast.members['kari']}', %s)",
    ):
        assert refused(workspace, "kari", statement, values)


def test_an_approved_advice_is_everybodys_and_its_draft_is_destroyed(
    workspace: Workspace, desk: UUID
) -> None:
    id = write(workspace, desk)
    approve(workspace, id)
    for name in ("kari", "liv", "amina", "per"):
        assert DRAFT.answered in Browser(workspace, name).read("advice", advice_id=id)
    for name in ("rolf", "guro", "sara"):
        assert Browser(workspace, name).see("advice", advice_id=id).status_code == 404
    with workspace.superuser() as behind:
        row: Any = behind.execute(
            "SELECT v.draft_sealed, k.wrapped FROM contacts_advice v, identity_key k"
            " WHERE v.id = %s AND k.subject_id = v.id", [id],
        ).fetchone()  # fmt: skip
    assert row == (None, None)
    for name in ("kari", "jonas"):
        statement = "UPDATE contacts_advice SET answered = 'noe annet' WHERE id = %s"
        assert refused(workspace, name, statement, [id])


def test_it_is_sent_back_mended_and_then_the_first_writer_may_approve(
    workspace: Workspace, desk: UUID
) -> None:
    id = write(workspace, desk)
    with workspace.acting("jonas") as actor:
        row = get_advice(actor, id)
        send_back(actor=actor, advice=row, words="Si noe om klage.")
    with workspace.acting("jonas") as actor:
        row = get_advice(actor, id)
        assert remarks(row) == "Si noe om klage."
        better = AdviceText(DRAFT.title, DRAFT.asked, "Ja. Klag innen tre uker.")
        revise_advice(actor=actor, advice=row, text=better, topics=["stay"], rules=[])
    with pytest.raises(Rejected):
        approve(workspace, id, "jonas")
    approve(workspace, id, "kari")
    assert "Klag innen tre uker" in Browser(workspace, "amina").read("advice", advice_id=id)


def test_what_is_taken_down_is_gone(workspace: Workspace, desk: UUID) -> None:
    id = share(workspace, desk, "Gammelt råd", "Hva gjaldt før?", "Borttatt gjaldt før.")
    Browser(workspace, "jonas").send("advice_take_down", {"reason": "law_changed"}, advice_id=id)
    assert Browser(workspace, "amina").see("advice", advice_id=id).status_code == 404
    assert found(workspace, "Borttatt") == []
    with workspace.connect(OWNER) as owner:
        row: Any = owner.execute(
            "SELECT answered, search::text FROM contacts_advice WHERE id = %s", [id]
        ).fetchone()
    assert row == ("", "")


def test_a_name_in_it_is_stopped_until_somebody_says_it_is_none(
    workspace: Workspace, desk: UUID
) -> None:
    with pytest.raises(Rejected):
        write(workspace, desk, AdviceText("Råd", "Kan Xanthippe bli?", "Ja."))


def test_it_names_only_rules_there_are(workspace: Workspace, desk: UUID) -> None:
    with pytest.raises(Rejected):
        write(workspace, desk, rules=["R-NOWHERE-99"])
    id = write(workspace, desk, rules=["R-CH-04"])
    with workspace.acting("kari"):
        assert Advice.objects.get(pk=id).rules == ["R-CH-04"]


class TestSearching:
    @pytest.fixture(scope="class", autouse=True)
    def shared(self, workspace: Workspace, desk: UUID) -> None:
        for text in (
            ("Taushetsplikt på krisesenteret", "Kan vi fortelle politiet om trusler?", "Se § 5."),
            ("Teieplikt i barnevernstenesta", "Kan vi fortelje skulen det?", "Høyr barnet først."),
        ):
            share(workspace, desk, *text)

    def test_bokmal_and_nynorsk_find_each_other(self, workspace: Workspace) -> None:
        both = {"Taushetsplikt på krisesenteret", "Teieplikt i barnevernstenesta"}
        assert set(found(workspace, "taushetsplikt")) == both
        assert set(found(workspace, "teieplikt")) == both

    def test_forms_of_a_word_are_one(self, workspace: Workspace) -> None:
        for form in ("krisesenter", "Krisesenteret", "krisesentre", "krise"):
            assert found(workspace, form) == ["Taushetsplikt på krisesenteret"]

    def test_a_slip_of_the_finger_is_understood_and_told(self, workspace: Workspace) -> None:
        with workspace.acting("amina") as actor:
            slip = search_advice(actor=actor, text="krisesennter")
        assert [row.title for row in slip.advice] == ["Taushetsplikt på krisesenteret"]
        assert slip.instead and list(slip.instead) == ["krisesennter"]

    @pytest.mark.parametrize(
        "text", ["'; DROP TABLE x; --", "a & | ! ( )", "\\", "<script>", "%_", "🙂", "x" * 5000]
    )
    def test_hostile_words_find_nothing_and_break_nothing(
        self, workspace: Workspace, text: str
    ) -> None:
        page = Browser(workspace, "amina").send("guidance", {"text": text})
        assert page.status_code == 200
        assert "<script>" not in page.content.decode().split("<main")[1]

    def test_a_draft_is_never_found(self, workspace: Workspace, desk: UUID) -> None:
        write(workspace, desk, AdviceText("Uferdig", "Hemmeligutkast finnes?", "Nei."))
        for name in ("amina", "kari", "jonas"):
            assert found(workspace, "Hemmeligutkast", name) == []

    def test_nobody_without_casework_searches(self, workspace: Workspace) -> None:
        for name in ("rolf", "guro", "sara"):
            assert Browser(workspace, name).see("guidance").status_code == 404
            assert rows_seen(workspace, name, "contacts_advice") == 0


def test_the_forms_of_the_desk(workspace: Workspace, desk: UUID) -> None:
    kari, jonas = Browser(workspace, "kari"), Browser(workspace, "jonas")
    typed = {"title": "Råd om stønad", "asked": "Hva kan søkes om?", "answered": "Søk hos Nav.",
             "topics": ["money"], "language": "nb", "rule1": "R-CH-04"}  # fmt: skip
    assert kari.send("advice_of_desk", typed, desk_id=desk).status_code == 302
    with workspace.acting("kari"):
        id = Advice.objects.order_by("-created_at")[0].pk
    assert jonas.send("advice_approve", {"back": "1"}, advice_id=id).status_code == 400
    assert jonas.send("advice_approve", advice_id=id).status_code == 302
    page = Browser(workspace, "amina").read("advice", advice_id=id)
    assert "Søk hos Nav." in page
    with workspace.acting("amina") as actor, pytest.raises(NotFound):
        get_advice(actor, uuid4())
