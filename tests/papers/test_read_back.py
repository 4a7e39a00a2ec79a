# SPDX-License-Identifier: EUPL-1.2
"""Every kind of paper with words in the scripts of those who are met, asked for as a user asks, and
read back with two readers.

What a reader cannot is listed beside it with the reason, and must stay so: a limit that is gone is
taken off the list. For those scripts each letter must be seen in a picture of the paper.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.utils import timezone

from referrals.external.helpers import agree, form, query, speak
from samvern.cases.notes.models import Note
from samvern.cases.tasks.models import Task
from samvern.guide import labels as words
from samvern.identity.sealing import seal
from samvern.web.commands import cli
from support.colleague import Colleague
from support.reading_back import ALL, READERS, WORDS, boxes, unread
from support.visitor import Visitor
from support.workspace import Workspace

Kept = tuple[set[str], set[str], int]


def found(paper: bytes) -> Kept:
    """What each reader cannot read, and how many boxes are drawn."""
    assert paper[:5] == b"%PDF-"
    by_pdfium, by_pypdf = (unread(reader(paper)) for reader in READERS)
    return by_pdfium, by_pypdf, boxes(paper)


EXPECTED: Kept = (*(set(limits) for limits in READERS.values()), 0)  # type: ignore[assignment]


def write_task(workspace: Workspace) -> None:
    with workspace.acting("kari") as actor:
        case, row = workspace.cast.cases["own"], uuid4()
        Task(
            id=row, case_id=case, created_by_id=actor.member_id, owner_id=actor.member_id,
            text_sealed=seal(case, "task.text", row, ALL),
        ).save(force_insert=True)  # fmt: skip


def write_note(workspace: Workspace) -> None:
    with workspace.acting("kari") as actor:
        case, row = workspace.cast.cases["own"], uuid4()
        Note(
            id=row, case_id=case, created_by_id=actor.member_id, happened_on=timezone.localdate(),
            text_sealed=seal(case, "note.text", row, ALL),
        ).save(force_insert=True)  # fmt: skip


def case_paper(kari: Colleague, scope: str) -> Any:
    data = {"scope": scope, "reason": "Rettsmøte"}
    return kari.send("print", data, case_id="own")


def page_of_a_case(kari: Colleague) -> Any:
    write_task(kari.workspace)
    return case_paper(kari, "page")


def whole_case(kari: Colleague) -> Any:
    write_note(kari.workspace)
    return case_paper(kari, "case")


def letter(kari: Colleague) -> Any:
    data = form(f"consent:{agree(kari.workspace)}", message=ALL)
    return kari.send("referral_send", data, query(kari.workspace, way="letter"), case_id="own")


def letter_to_child_welfare(kari: Colleague) -> Any:
    speak(kari.workspace)
    asked = query(kari.workspace, kind="child_welfare", need="child", way="letter")
    data = form("gate:R-SHARE-CHILD", holds=["public_task"], message=ALL)
    return kari.send("referral_send", data, asked, case_id="own")


def who_has_looked(kari: Colleague) -> Any:
    each = [*WORDS.values()]
    names = {"kari": each[:5], "amina": each[5:]}
    with kari.workspace.superuser() as connection:
        for member, name in names.items():
            key = kari.workspace.cast.members[member]
            whole = " ".join(word for language in name for word in language)
            connection.execute("UPDATE access_member SET name = %s WHERE id = %s", [whole, key])
    Colleague(kari.workspace, "amina").see("case", case_id="own")
    return kari.see("looks_pdf", case_id="own")


@pytest.mark.database
@pytest.mark.parametrize(
    "kind", [page_of_a_case, whole_case, letter, letter_to_child_welfare, who_has_looked]
)
def test_papers_of_the_workspace(
    fresh_workspace: Workspace, kind: Callable[[Colleague], Any]
) -> None:
    answer = kind(Colleague(fresh_workspace, "kari", "nb"))
    assert found(answer.content) == EXPECTED


def test_the_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "about_pack", lambda pack: ALL)
    visitor = Visitor()
    visitor.tell("profession", profession="health")
    assert found(visitor.post(visitor.address("pdf")).content) == EXPECTED


def test_the_report_of_an_estimate(tmp_path: Path) -> None:
    lists = [" ".join(each) for each in WORDS.values()]
    seen = [[number, other] for number in range(len(lists)) for other in (number, number - 1)]
    rows = [",".join([*("01"[at in pair] for at in range(len(lists))), "9"]) for pair in seen]
    source, report = tmp_path / "lists.csv", tmp_path / "report.pdf"
    source.write_text("\n".join([",".join([*lists, "count"]), *rows]), encoding="utf-8")
    arguments = [str(source), "--method", "chao", "--report", str(report)]
    result = CliRunner().invoke(cli, ["estimate", *arguments])
    assert result.exit_code == 0, result.output
    assert found(report.read_bytes()) == EXPECTED
