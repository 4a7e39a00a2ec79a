# SPDX-License-Identifier: EUPL-1.2
"""Documents: what comes in, how it lies, who fetches it, and how it goes."""

import hashlib
import os
import socketserver
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from samvern.cases.core.domain import open_case
from samvern.cases.documents import storage as files
from samvern.cases.documents.models import Document
from samvern.cases.documents.scanning import sweep_files
from samvern.cases.notices.models import Notice
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TEXT = "Hemmeligheten Xyzzy står her.\n".encode()
SIGNATURE = b"THE-VIRUS-OF-THIS-TEST"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the files lie."""
    with override_settings(DOCUMENTS_ROOT=tmp_path / "documents", CLAMD_ADDRESS=""):
        yield tmp_path / "documents"


@pytest.fixture
def kari(workspace: Workspace) -> Desk:
    return Desk(workspace, "kari")


@pytest.fixture
def case(workspace: Workspace) -> UUID:
    with workspace.acting("kari") as actor:
        return open_case(actor=actor).pk


def send_in(desk: Desk, case: UUID, content: bytes = TEXT, name: str = "brev.txt") -> Any:
    return desk.send("document_add", {"file": SimpleUploadedFile(name, content)}, case_id=case)


def only(desk: Desk, case: UUID) -> Document:
    with desk.workspace.acting(desk.name):
        return Document.objects.get(case_id=case)


@pytest.fixture
def paper(kari: Desk, case: UUID) -> Document:
    """A letter in the case, which nobody has scanned."""
    assert send_in(kari, case).status_code == 302
    return only(kari, case)


def state(desk: Desk, paper: Document, state: str) -> None:
    with desk.workspace.superuser() as connection:
        connection.execute("UPDATE cases_document SET state = %s WHERE id = %s", [state, paper.pk])


class Clamd(socketserver.StreamRequestHandler):
    """The part of ClamAV's daemon that INSTREAM needs, with a signature of our own."""

    def handle(self) -> None:
        self.rfile.read(len(b"zINSTREAM\0"))
        content = b""
        while length := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(length)
        found = b"Own.Test FOUND" if SIGNATURE in content else b"OK"
        self.wfile.write(b"stream: " + found + b"\0")


@pytest.fixture
def scanner() -> Iterator[str]:
    """The address of a scanner."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_is_kept_is_what_came(kari: Desk, paper: Document, folder: Path) -> None:
    assert (paper.sha256, paper.size) == (hashlib.sha256(TEXT).hexdigest(), len(TEXT))
    state(kari, paper, "clean")
    answer = kari.see("document_file", case_id=paper.case_id, document_id=paper.pk)
    assert answer.content == TEXT


def test_it_lies_sealed_under_a_name_that_tells_nothing(paper: Document, folder: Path) -> None:
    (path,) = [each for each in folder.rglob("*") if each.is_file()]
    assert path.name == paper.pk.hex
    assert b"Xyzzy" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_the_browser_saves_it_and_never_shows_it(kari: Desk, paper: Document) -> None:
    state(kari, paper, "clean")
    answer = kari.see("document_file", case_id=paper.case_id, document_id=paper.pk)
    headers = {
        name: answer.headers[name]
        for name in (
            "Content-Type",
            "Content-Disposition",
            "X-Content-Type-Options",
            "Cache-Control",
        )
    }
    assert headers == {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": "attachment; filename=\"brev.txt\"; filename*=UTF-8''brev.txt",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    assert answer.headers["Content-Security-Policy"].split(";")[0] == "sandbox"


@pytest.mark.parametrize("shut", ["quarantine", "infected"])
def test_nobody_fetches_what_is_not_scanned_or_infected(
    kari: Desk, paper: Document, shut: str
) -> None:
    state(kari, paper, shut)
    for page in ("document_file", "document_open"):
        answer = kari.see(page, case_id=paper.case_id, document_id=paper.pk)
        assert answer.status_code in (404, 409)
        assert b"Xyzzy" not in answer.content


def test_without_a_scanner_it_opens_after_a_warning_alone(kari: Desk, paper: Document) -> None:
    where = {"case_id": paper.case_id, "document_id": paper.pk}
    first = kari.see("document_file", **where)
    assert (first.status_code, first.headers["Location"]) == (
        302,
        kari.address("document_open", **where),
    )
    assert kari.send("document_open", {"warned": ""}, **where).status_code == 400
    assert kari.send("document_open", {"warned": "on"}, **where).content == TEXT


def test_fetching_is_in_the_trail_and_counts(kari: Desk, paper: Document) -> None:
    state(kari, paper, "clean")
    kari.see("document_file", case_id=paper.case_id, document_id=paper.pk)
    with kari.workspace.superuser() as connection:
        lines = connection.execute(
            "SELECT count(*) FROM audit.line WHERE act = 'document.fetch' AND object_id = %s",
            [paper.pk],
        ).fetchone()
        spent = connection.execute(
            "SELECT used FROM gate.budget WHERE what = 'document.fetch' AND object = %s", [paper.pk]
        ).fetchone()
    assert (lines, spent) == ((1,), (1,))


def test_a_removed_document_is_destroyed_and_remembered(
    kari: Desk, paper: Document, folder: Path
) -> None:
    where = {"case_id": paper.case_id, "document_id": paper.pk}
    data = {"reason": "Lagt i feil sak", "sure": "on"}
    assert kari.send("document_remove", data, **where).status_code == 302
    assert [each for each in folder.rglob("*") if each.is_file()] == []
    assert kari.send("document_open", {"warned": "on"}, **where).status_code == 404
    assert "Lagt i feil sak" in kari.read("documents", case_id=paper.case_id)
    with kari.workspace.superuser() as connection:
        query = "SELECT wrapped FROM identity_key WHERE subject_id = %s"
        assert connection.execute(query, [paper.pk]).fetchall() == [(None,)]


def test_nothing_is_removed_under_a_legal_hold(kari: Desk, paper: Document, folder: Path) -> None:
    with kari.workspace.superuser() as connection:
        connection.execute("UPDATE cases_case SET held_at = now() WHERE id = %s", [paper.case_id])
    data = {"reason": "Lagt i feil sak", "sure": "on"}
    answer = kari.send("document_remove", data, case_id=paper.case_id, document_id=paper.pk)
    assert answer.status_code == 400
    assert len([each for each in folder.rglob("*") if each.is_file()]) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00 program", "faktura.pdf"),
        (b"<html><script>alert(1)</script></html>", "side.html"),
        (b"%PDF-1.7 cut off", "rapport.pdf"),
        (b"", "tom.txt"),
        (b"PK\x03\x04 no zip at all", "brev.docx"),
    ],
)
def test_what_may_not_come_in_is_refused_beside_the_field_and_leaves_nothing(
    kari: Desk, case: UUID, folder: Path, content: bytes, name: str
) -> None:
    answer = send_in(kari, case, content, name)
    assert answer.status_code == 400
    assert 'id="id_file_error"' in answer.content.decode()
    assert not folder.exists()
    with kari.workspace.acting("kari"):
        assert not Document.objects.filter(case_id=case).exists()


def test_a_name_from_outside_cannot_lead_anywhere(kari: Desk, case: UUID) -> None:
    send_in(kari, case, TEXT, "..\\..\\etc\\Ærlig \u202efdp.txt")
    paper = only(kari, case)
    state(kari, paper, "clean")
    answer = kari.see("document_file", case_id=case, document_id=paper.pk)
    disposition = answer.headers["Content-Disposition"]
    assert not set("/\\\u202e\r\n") & set(disposition.removeprefix("attachment; "))


@override_settings(DOCUMENT_BYTES=1 << 10)
def test_a_file_too_large_is_refused_in_words(kari: Desk, case: UUID) -> None:
    answer = send_in(kari, case, TEXT * 100)
    assert answer.status_code == 400
    assert 'id="id_file_error"' in answer.content.decode()


def test_only_the_address_of_uploads_takes_more_than_a_form(kari: Desk, case: UUID) -> None:
    large = {"text": "x" * 600_000}
    assert kari.send("note_new", large, case_id=case).status_code == 400
    assert send_in(kari, case, TEXT * 40_000).status_code == 302


def test_a_large_file_lies_in_pieces_none_of_which_can_be_moved(
    kari: Desk, case: UUID, folder: Path
) -> None:
    content = os.urandom(10).hex().encode() * 150_000
    assert send_in(kari, case, content).status_code == 302
    paper = only(kari, case)
    path = files.file_path(paper.pk)
    whole = path.read_bytes()
    length = 4 + int.from_bytes(whole[:4], "big")
    with kari.workspace.acting("kari"):
        assert files.read_file(paper.pk) == content
    for changed in (whole[length:], whole[:length], whole[length : 2 * length] + whole):
        path.write_bytes(changed)
        answer = kari.send("document_open", {"warned": "on"}, case_id=case, document_id=paper.pk)
        assert answer.status_code == 404


def scan(desk: Desk) -> int:
    return int(JOB_BY_NAME["scan"].run(desk.workspace.cast.services["havn"]))


def test_what_waits_is_scanned_and_opens(kari: Desk, case: UUID, scanner: str) -> None:
    with override_settings(CLAMD_ADDRESS=scanner):
        send_in(kari, case)
        assert only(kari, case).state == "quarantine"
        scan(kari)
    paper = only(kari, case)
    assert paper.state == "clean"
    answer = kari.see("document_file", case_id=case, document_id=paper.pk)
    assert answer.content == TEXT


def test_malware_stays_locked_and_its_sender_is_told(kari: Desk, case: UUID, scanner: str) -> None:
    with override_settings(CLAMD_ADDRESS=scanner):
        send_in(kari, case, TEXT + SIGNATURE)
        scan(kari)
    paper = only(kari, case)
    assert paper.state == "infected"
    with kari.workspace.acting("kari"):
        assert Notice.objects.filter(kind="document-infected", case_id=case).count() == 1


def test_a_scanner_that_does_not_answer_leaves_it_in_quarantine(kari: Desk, case: UUID) -> None:
    with override_settings(CLAMD_ADDRESS="127.0.0.1:1"):
        send_in(kari, case)
        scan(kari)
    assert only(kari, case).state == "quarantine"


def test_files_left_by_a_crash_are_removed_and_no_others(paper: Document, folder: Path) -> None:
    left = folder / "00" / UUID(int=7).hex
    left.parent.mkdir(exist_ok=True)
    for path in (left, files.file_path(paper.pk)):
        path.touch()
        os.utime(path, (time.time() - 7200, time.time() - 7200))
    assert sweep_files() == 1
    assert [left.exists(), files.file_path(paper.pk).exists()] == [False, True]
