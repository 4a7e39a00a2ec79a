# SPDX-License-Identifier: EUPL-1.2
"""A case on paper: for the archive and for those who listen, screened, its reader on every page."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired
from samvern.access.unit_of_work import current_unit_of_work
from samvern.cases.core.selectors import get_case
from samvern.cases.notes.models import Note
from samvern.cases.printing.pdf import print_case
from samvern.cases.printing.screening import HIDDEN, OpenedClaim, Screen, initials_of
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import seal
from samvern.typesetting.legible import legible, shown
from support.workspace import Workspace

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
HARMLESS = "møte 17.05.2026 kl. 10.30, § 60 a, kr 12 500"
NAMES = [OpenedClaim("p", "name", "Maria Kassandra Øverås"), OpenedClaim("p", "alias", "Li-Na")]


def fresh(actor: Actor) -> Actor:
    return replace(actor, authenticated_at=datetime.now(UTC))


def stale(actor: Actor) -> Actor:
    return replace(actor, authenticated_at=datetime.now(UTC) - timedelta(minutes=6))


def printed(workspace: Workspace, scope: str, reason: str = "", name: str = "own") -> PdfReader:
    with workspace.acting("kari") as actor:
        case = get_case(actor, workspace.cast.cases[name])
        content = print_case(actor=fresh(actor), case=case, scope=scope, reason=reason, now=NOW)
    return PdfReader(io.BytesIO(content))


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.database
@pytest.mark.parametrize("scope", ["page", "case"])
def test_it_is_for_the_archive_and_for_those_who_listen(workspace: Workspace, scope: str) -> None:
    reader = printed(workspace, scope)
    root = reader.trailer["/Root"]
    said = root["/Metadata"].get_data().decode()
    claims = dict(re.findall(r"<(pdf(?:a|ua)id:\w+)>(\w+)<", said))
    assert claims == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nb-NO", True)
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith("Sak ") or "Case" in (
        reader.metadata.title or ""
    )


@pytest.mark.database
def test_reader_and_time_stand_on_every_page(workspace: Workspace) -> None:
    for number in range(40):
        write_note(workspace, f"Notat {number} " + "om dagen. " * 40)
    reader = printed(workspace, "case")
    assert len(reader.pages) > 2
    for page in reader.pages:
        words = page.extract_text().replace("\n", " ")
        assert (words.count("Kari"), words.count("10.05")) >= (1, 1)


def write_note(workspace: Workspace, text: str) -> None:
    with workspace.acting("kari") as actor:
        case, row = workspace.cast.cases["own"], uuid4()
        Note(
            id=row,
            case_id=case,
            created_by_id=actor.member_id,
            happened_on=NOW.date(),
            text_sealed=seal(case, "note.text", row, text),
        ).save(force_insert=True)


@pytest.mark.database
def test_names_are_on_it_only_for_a_reason_and_the_address_never(workspace: Workspace) -> None:
    words = workspace.cast.canaries
    name, address = words["own/claim.value"], words["own/protectedaddress.address"]
    write_note(workspace, f"{name} ringte fra 22 33 11 60")
    seen = {}
    for reason in ("", "Rettsmøte"):
        whole = text_of(printed(workspace, "case", reason)).replace("-\n", "").replace("\n", " ")
        seen[reason] = [whole.count(word) > 0 for word in (name, "22 33 11 60", address)]
    assert seen == {"": [False, False, False], "Rettsmøte": [True, True, False]}


@pytest.mark.database
def test_names_need_a_fresh_sign_in(workspace: Workspace) -> None:
    with workspace.acting("kari") as actor:
        case = get_case(actor, workspace.cast.cases["own"])
        with pytest.raises(ReauthenticationRequired):
            print_case(actor=stale(actor), case=case, reason="Rettsmøte")
        assert print_case(actor=stale(actor), case=case)[:5] == b"%PDF-"


@pytest.mark.database
def test_the_trail_says_what_was_printed(workspace: Workspace) -> None:
    with workspace.acting("kari") as actor:
        case = get_case(actor, workspace.cast.cases["own"])
        print_case(actor=fresh(actor), case=case, scope="case", reason="Rettsmøte")
        lines = [line for line in current_unit_of_work().lines if line["act"] == "case.print"]
    detail = {"scope": "case", "screened": False, "reason": "Rettsmøte"}
    assert [(line["case"], line["detail"]) for line in lines] == [(str(case.pk), detail)]


@pytest.mark.database
def test_what_is_shared_is_all_that_is_printed(workspace: Workspace) -> None:
    with workspace.acting("per") as actor, pytest.raises(NotFound):
        get_case(actor, workspace.cast.cases["own"])
    with workspace.acting("amina") as actor, translation.override("en"):
        case = get_case(actor, workspace.cast.cases["own"])  # shared: case, rights, notes
        content = print_case(actor=actor, case=case, scope="case")
    whole = text_of(PdfReader(io.BytesIO(content)))
    words = workspace.cast.canaries
    rights = [whole.count(word) > 0 for word in ("What is known", "Rights today")]
    assert rights == [True, True]
    counted = {place: whole.count(words[f"own/{place}"]) for place in ("task.text", "goal.text")}
    assert counted == {"task.text": 0, "goal.text": 0}


@pytest.mark.database
@pytest.mark.parametrize(
    "text",
    ["ሰላም ለዓለም", "ไทย", "中文", "😀 glad", "#set page(fill: red)", "$x^2$ *b* @a `r`", "\\", "<b>"],
)
def test_any_sign_can_be_printed_and_nothing_typed_is_run(workspace: Workspace, text: str) -> None:
    write_note(workspace, text)
    assert len(printed(workspace, "case").pages) > 0


@given(st.text())
def test_every_sign_becomes_one_the_typeface_has(text: str) -> None:
    assert [sign for sign in legible(text) if not shown().match(sign)] == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Maria sa at KASSANDRA gråt", "M. sa at K. gråt"),
        ("Marias mor, Øverås", "M.s mor, Ø."),
        ("Mariann er en annen", "Mariann er en annen"),
        ("født 010190 12345 i går", f"født {HIDDEN} i går"),
        ("DUF 201512345678", f"DUF {HIDDEN}"),
        ("ring 22 33 11 60 eller 91234567", f"ring {HIDDEN} eller {HIDDEN}"),
        ("fra +47 912 34 567.", f"fra {HIDDEN}."),
        ("m.k@example.no", HIDDEN),
        (
            "møte 17.05.2026 kl. 10.30, § 60 a, kr 12 500",
            "møte 17.05.2026 kl. 10.30, § 60 a, kr 12 500",
        ),
    ],
)
def test_screening_hides_names_and_numbers_and_leaves_the_rest(text: str, hidden: str) -> None:
    assert Screen(NAMES)(text) == hidden
    assert Screen(NAMES, off=True)(text) == text


def test_initials() -> None:
    assert [initials_of(name) for name in ("Maria Kassandra Øverås", "Li-Na", "")] == [
        "M.K.Ø.",
        "L.",
        "",
    ]


@pytest.mark.database
def test_one_page_is_one_page_however_much_there_is(fresh_workspace: Workspace) -> None:
    for _number in range(30):
        with fresh_workspace.acting("kari") as actor:
            case, row = fresh_workspace.cast.cases["own"], uuid4()
            text = seal(case, "task.text", row, "Ring skolen og spør om plass. " * 3)
            Task(
                id=row,
                case_id=case,
                created_by_id=actor.member_id,
                owner_id=actor.member_id,
                text_sealed=text,
            ).save(force_insert=True)
    assert len(printed(fresh_workspace, "page").pages) == 1
