# SPDX-License-Identifier: EUPL-1.2
"""What a parsed document may hold, and the limits of the process that parses it."""

import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from samvern.cases.documents.uploads import (
    RejectionReason,
    UploadRejected,
    accept_upload,
    inspection,
)
from samvern.cases.documents.uploads.inspection import InspectionError, inspect_file
from uploads.files import commented_pdf, jpeg, letter, made_pdf, opening, pdf, pdf_of

ADDRESS = String("https://example.org/?a=(/JavaScript)")


def on_page(document: pikepdf.Pdf, **more: Any) -> None:
    """Put an annotation on the page; it is nothing but what is told."""
    made = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **more)
    document.pages[0].obj.Annots = Array([document.make_indirect(made)])


def on_turning(document: pikepdf.Pdf) -> None:
    action = document.make_indirect(Dictionary(S=Name.URI, URI=ADDRESS))
    document.pages[0].obj.AA = Dictionary(O=action)


def after_turning(document: pikepdf.Pdf) -> None:
    follows = document.make_indirect(Dictionary(S=Name.URI, URI=ADDRESS))
    opening(document, "GoTo", Next=Array([follows]))


def in_a_stream(document: pikepdf.Pdf) -> None:
    action = document.make_stream(b"", Dictionary(S=Name.URI, URI=ADDRESS))
    document.Root.OpenAction = action


def without_end(document: pikepdf.Pdf) -> None:
    opening(document, "GoTo")
    document.Root.OpenAction.Next = document.Root.OpenAction


def attached(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"hello"


def form(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp/>"))


REFUSED: dict[str, tuple[Callable[[pikepdf.Pdf], None], RejectionReason]] = {
    "script": (partial(opening, action="JavaScript", JS=String("1")), RejectionReason.PROGRAM),
    "program": (partial(opening, action="Launch"), RejectionReason.PROGRAM),
    "sent form": (partial(opening, action="SubmitForm"), RejectionReason.PROGRAM),
    "fetched form": (partial(opening, action="ImportData"), RejectionReason.PROGRAM),
    "page of the web": (partial(opening, action="URI", URI=ADDRESS), RejectionReason.FETCHES),
    "other document": (partial(opening, action="GoToR"), RejectionReason.FETCHES),
    "address when a page is turned": (on_turning, RejectionReason.FETCHES),
    "address after a page is turned": (after_turning, RejectionReason.FETCHES),
    "action that is a stream": (in_a_stream, RejectionReason.FETCHES),
    "actions without end": (without_end, RejectionReason.PROGRAM),
    "film": (partial(on_page, Subtype=Name("/RichMedia")), RejectionReason.PROGRAM),
    "model": (partial(on_page, Subtype=Name("/3D")), RejectionReason.PROGRAM),
    "form of another kind": (form, RejectionReason.PROGRAM),
    "script behind a button": (
        partial(on_page, Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=String("1"))),
        RejectionReason.PROGRAM,
    ),
    "attached file": (attached, RejectionReason.NESTED),
}
TAKEN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "link": partial(on_page, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=ADDRESS)),
    "note": partial(on_page, Subtype=Name.Text, Contents=String("/JavaScript /Launch (/XFA [)")),
    "first page": partial(opening, action="GoTo"),
    "form": lambda document: setattr(document.Root, "AcroForm", Dictionary(Fields=Array([]))),
}


def grow(document: pikepdf.Pdf, pages: int) -> None:
    for _ in range(pages):
        document.add_blank_page()


def refused(content: bytes) -> RejectionReason:
    with pytest.raises(UploadRejected) as caught:
        accept_upload(content, "")
    return caught.value.reason


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_acts_is_refused_wherever_it_lies(name: str, packed: bool) -> None:
    change, reason = REFUSED[name]
    assert refused(made_pdf(change, packed=packed)) == reason


@pytest.mark.parametrize("name", TAKEN)
def test_what_only_reads_so_comes_in(name: str) -> None:
    assert accept_upload(made_pdf(TAKEN[name]), "").extension == "pdf"


def test_a_long_comment_hides_nothing() -> None:
    assert b"JavaScript" not in commented_pdf()
    assert refused(commented_pdf()) == RejectionReason.PROGRAM


def test_a_document_attached_to_a_letter_is_looked_into() -> None:
    attached = made_pdf(partial(opening, action="Launch"))
    assert refused(letter(attached, "report.pdf")) == RejectionReason.PROGRAM
    assert accept_upload(letter(pdf(), "report.pdf"), "a.eml").extension == "eml"


def test_an_object_that_no_table_names_is_found() -> None:
    made = made_pdf(lambda document: None)
    table = made.rindex(b"startxref")
    hidden = b"77 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n"
    assert refused(made[:table] + hidden + made[table:]) == RejectionReason.PROGRAM


def test_a_document_of_too_many_pages_is_refused() -> None:
    assert refused(made_pdf(partial(grow, pages=3000))) == RejectionReason.PAGES


def test_a_picture_whose_points_do_not_decode_is_refused() -> None:
    whole = jpeg()
    tables = whole.index(b"\xff\xc4")
    assert refused(whole[:tables] + whole[tables + 21 :]) == RejectionReason.BROKEN


UNREADABLE = {
    "number beyond any parser": b"<< /X 999999999999999999999999999999 >>",
    "lists within lists": b"[" * 1000 + b"]" * 1000,
    "packed objects of an unknown kind": (
        b"<< /Type /ObjStm /N 1 /First 4 /Filter /Unknown /Length 2 >>\nstream\nxx\nendstream"
    ),
    "packed objects that do not unpack": (
        b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 2 >>\nstream\nxx\nendstream"
    ),
    "name that is no text": b"<< /AA << /O << /S /#ff >> >> >>",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_stops_the_parser_is_refused_as_damaged(name: str) -> None:
    assert refused(pdf_of(UNREADABLE[name])) == RejectionReason.BROKEN
    assert refused(letter(pdf_of(UNREADABLE[name]), "a.pdf")) == RejectionReason.BROKEN


TAKEN_OVER = """
import errno, socket, sys
sys.path.insert(0, {folder!r})
import inspector

def tried(reach):
    try:
        reach()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"

def taken_over(*args, **options):
    reached = [tried(lambda: open("/proc/self/environ")), tried(socket.socket)]
    raise inspector.FileFault("broken", " ".join(reached))

inspector.pikepdf.open = taken_over
inspector.main(*sys.argv[1:])
"""


def test_who_takes_over_the_parser_opens_no_file_and_no_connection(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "taken_over.py"
    program.write_text(TAKEN_OVER.format(folder=str(inspection._PROGRAM.parent)))
    monkeypatch.setattr(inspection, "_PROGRAM", program)
    with pytest.raises(UploadRejected) as caught:
        accept_upload(pdf(), "")
    assert caught.value.detail == "EMFILE EMFILE"


def phone_picture() -> bytes:
    """As a telephone makes it: with notes on the camera, and a second picture behind the first."""
    notes, made = Image.Exif(), io.BytesIO()
    notes[0x0112], notes[0x010F] = 6, "Kamera"
    whole = Image.new("RGB", (64, 48))
    whole.save(made, "MPO", save_all=True, append_images=[whole], exif=notes)
    return made.getvalue()


def test_a_picture_with_notes_and_a_second_one_comes_in() -> None:
    assert accept_upload(phone_picture(), "").extension == "jpg"


@pytest.mark.parametrize("alphabet", ["utf-8", "iso-8859-15", "unknown"])
def test_a_letter_comes_in_whatever_its_alphabet(alphabet: str) -> None:
    written = letter(pdf(), "a.pdf").replace(b"utf-8", alphabet.encode())
    assert accept_upload(written, "a.eml").extension == "eml"


LARGE = made_pdf(partial(grow, pages=2500))


@pytest.mark.parametrize("limit", [{"megabytes": 8}, {"processor_seconds": 0}])
def test_looking_into_a_file_takes_no_more_than_its_limits(limit: dict[str, int]) -> None:
    with pytest.raises(UploadRejected) as caught:
        inspect_file(LARGE, "pdf", 3000, **limit)
    assert caught.value.reason == RejectionReason.EXPANDS


def test_looking_into_a_file_ends_when_its_time_is_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "SECONDS", 0.01)
    assert refused(LARGE) == RejectionReason.EXPANDS


def test_the_process_that_parses_knows_nothing_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "says.py"
    known = "sorted({*os.environ} - {'LC_CTYPE'}), os.getcwd()"
    program.write_text(f"import os\nprint('broken', {known}, sep='\\t')\n")
    monkeypatch.setattr(inspection, "_PROGRAM", program)
    monkeypatch.setenv("SAMVERN_SECRET", "canary")
    with pytest.raises(UploadRejected) as caught:
        accept_upload(pdf(), "")
    assert caught.value.detail == "[]\t/"


def test_a_fault_of_the_program_is_no_fault_of_the_file() -> None:
    with pytest.raises(InspectionError, match="KeyError"):
        inspect_file(pdf(), "nothing", 1)


def test_many_files_at_once_are_looked_into_one_by_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One is looked into, one waits its turn, and the others are told at once to come again."""
    program, began, go = tmp_path / "slow.py", tmp_path / "began", tmp_path / "go"
    program.write_text(
        f"import os, pathlib, time\nopen({str(began)!r}, 'a').write('x')\n"
        f"while not pathlib.Path({str(go)!r}).exists(): time.sleep(.01)\n"
    )
    monkeypatch.setattr(inspection, "_PROGRAM", program)
    with ThreadPoolExecutor(2) as two:
        under_way = [two.submit(inspect_file, b"", "pdf", 1) for _ in range(2)]
        while not began.exists() or inspection._ADMITTED._value:
            time.sleep(0.01)
        assert [refused(pdf()) for _ in range(3)] == [RejectionReason.BUSY] * 3
        assert began.read_text() == "x"
        go.touch()
        assert [each.result(20) for each in under_way] == [None, None]
    assert began.read_text() == "xx"
    inspect_file(b"", "pdf", 1)
