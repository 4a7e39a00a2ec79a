# SPDX-License-Identifier: EUPL-1.2
"""One upload has one budget of memory and time, in a process that is ended with all it began."""

import os
import time
from pathlib import Path

import pytest

from samvern.cases.documents.uploads import (
    RejectionReason,
    UploadRejected,
    accept_upload,
    inspection,
    judging,
    receive_upload,
    validation,
)
from uploads.files import heic, jpeg, letter, office, pdf, png

GOOD = {
    "a.pdf": pdf(), "a.docx": office(), "a.xlsx": office("xlsx"), "a.png": png(), "a.jpg": jpeg(),
    "a.heic": heic(), "a.txt": b"Hei", "a.eml": letter(pdf(), "b.pdf"),
}  # fmt: skip
CHILD = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({told!r}, "w").write(str(child.pid))
time.sleep(60)
"""


@pytest.mark.parametrize("name", GOOD)
def test_it_judges_as_the_parsers_do(name: str) -> None:
    assert receive_upload(GOOD[name], name) == accept_upload(GOOD[name], name)


def test_no_parser_runs_in_the_process_that_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_given: object, **_options: object) -> None:
        raise AssertionError("parsed in the web process")

    for each in ("accept_upload", "_kind"):
        monkeypatch.setattr(validation, each, never)
    assert receive_upload(GOOD["a.docx"], "a.docx").extension == "docx"


def test_what_is_refused_is_refused_for_the_same_reason() -> None:
    with pytest.raises(UploadRejected) as caught:
        receive_upload(b"MZ" + bytes(60), "a.exe")
    assert caught.value.reason == RejectionReason.PROGRAM


def test_it_ends_when_its_processor_time_is_out() -> None:
    with pytest.raises(UploadRejected) as caught:
        receive_upload(GOOD["a.docx"], "a.docx", processor_seconds=0)
    assert caught.value.reason == RejectionReason.EXPANDS


def test_when_its_time_is_out_everything_it_began_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program, told = tmp_path / "judge.py", tmp_path / "pid"
    program.write_text(CHILD.format(told=str(told)))
    monkeypatch.setattr(judging, "_PROGRAM", program)
    monkeypatch.setattr(inspection, "SECONDS", 3)
    with pytest.raises(UploadRejected) as caught:
        receive_upload(b"Hei", "a.txt")
    assert (caught.value.reason, caught.value.detail) == (
        RejectionReason.EXPANDS,
        "looking into it takes too long",
    )
    assert not _lives(int(told.read_text()))


def _lives(pid: int) -> bool:
    for _each in range(50):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return False
        if state == "Z":
            return False
        time.sleep(0.1)
    return True
