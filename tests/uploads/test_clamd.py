# SPDX-License-Identifier: EUPL-1.2
"""The scanner's client, against a small scanner and against Debian's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from samvern.cases.documents.uploads.clamd import ScannerError, ScanResult, scan_file
from samvern.web.exceptions import CheckingError
from samvern.web.testing.system_programs import ensure_program
from uploads.files import GOOD, letter, office
from uploads.scanner import MARKER, SIGNATURE, answering, clamd


@pytest.fixture(scope="module")
def real() -> Iterator[str]:
    try:
        ensure_program(("clamd",), "clamav-daemon", "the tests of the scanner")
    except CheckingError as error:
        pytest.skip(str(error))
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder, clamd(Path(folder)) as address:
        yield address


def test_a_file_is_sent_in_chunks_and_whole() -> None:
    content = bytes(range(256)) * 1000
    with answering(b"stream: OK\0") as (address, received):
        assert scan_file(content, address) == ScanResult("")
    assert received[0] == b"zINSTREAM\0"
    assert b"".join(received[1:]) == content
    assert max(map(len, received[1:])) <= 2**16


def test_what_is_found_is_named() -> None:
    with answering(b"stream: Eicar-Test FOUND\0") as (address, _):
        verdict = scan_file(b"x", address)
    assert (verdict.clean, verdict.signature) == (False, "Eicar-Test")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"INSTREAM size limit exceeded. ERROR\0", "size limit exceeded"),
        (b"stream: Can't allocate memory ERROR\0", "Can't allocate"),
        (b"", "no answer"),
        (b"UNKNOWN COMMAND\0", "UNKNOWN COMMAND"),
    ],
)
def test_no_verdict_is_an_error(answer: bytes, said: str) -> None:
    with answering(answer) as (address, _), pytest.raises(ScannerError, match=said):
        scan_file(b"x", address)


def test_a_scanner_that_stops_listening_is_heard_out() -> None:
    said = b"INSTREAM size limit exceeded. ERROR\0"
    with answering(said, limit=2**16) as (address, _), pytest.raises(ScannerError):
        scan_file(bytes(2**24), address)


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/none/clamd.sock", "nonsense", "host:port"])
def test_a_scanner_that_is_not_there_is_an_error(address: str) -> None:
    with pytest.raises(ScannerError, match="does not answer"):
        scan_file(b"x", address, seconds=2)


def test_debians_scanner_knows_our_marker(real: str) -> None:
    assert scan_file(b"before " + MARKER + b" after", real).signature == f"{SIGNATURE}.UNOFFICIAL"


def test_debians_scanner_looks_into_documents_and_letters(real: str) -> None:
    found = f"{SIGNATURE}.UNOFFICIAL"
    document = office(more={"word/media/marker.bin": MARKER})
    assert scan_file(document, real).signature == found
    assert scan_file(letter(document, "report.docx"), real).signature == found


def test_debians_scanner_finds_nothing_in_good_files(real: str) -> None:
    assert {
        name: scan_file(content, real).clean for name, content in GOOD.items()
    } == dict.fromkeys(GOOD, True)


def test_debians_scanner_says_when_a_file_is_too_large(real: str) -> None:
    with pytest.raises(ScannerError, match="clamd at"):
        scan_file(bytes(3 * 2**20), real)
