# SPDX-License-Identifier: EUPL-1.2
"""The file of keys: made once, changed without losing anything."""

import stat
from datetime import date
from pathlib import Path

import pytest

from samvern.identity.keys import KeeperError
from samvern.identity.keys.configured import FileKeeper
from samvern.web.backup.restore import read_opener
from samvern.web.keyring import Keyring, KeyringError
from support.cli import Run
from support.surroundings import KEYS


def test_made_keys_are_whole_and_ours_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    done = run("keys", "make", str(path))
    opener = tmp_path / "keys.json.backup"
    assert (done.code, done.err) == (0, "")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, opener)] == [0o600, 0o600]
    made = Keyring.read(path)
    public = read_opener(opener).public_key().public_bytes_raw()
    assert (made.mark, made.recipient().public_bytes_raw()) == ("production", public)
    assert len({*made.keks.values(), made.index, made.anchor, made.backup}) == 4


def test_keys_that_are_there_are_not_overwritten(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    run("keys", "make", str(path))
    before = path.read_bytes()
    done = run("keys", "make", str(path))
    assert (done.code, path.read_bytes()) == (2, before)
    assert done.err == f"Error: {path} exists already; nothing was changed\n"


def test_keys_are_not_shown_by_accident() -> None:
    ring = Keyring.read(KEYS)
    shown = repr(ring)
    assert [key in shown for key in (*ring.keks.values(), ring.index, ring.anchor)] == [False] * 3


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"mark": "demo", "kek": "a"}', "null"])
def test_what_is_no_file_of_keys_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(KeyringError, match="is not a file of keys"):
        Keyring.read(tmp_path / "keys.json")


def test_a_second_rotation_on_one_day_gets_a_name_of_its_own() -> None:
    day = date(2026, 11, 24)
    ring = Keyring.read(KEYS).with_new_kek(day).with_new_kek(day)
    assert (ring.kek, len(ring.keks), len(set(ring.keks.values()))) == ("2026-11-24-2", 3, 3)


def test_without_the_file_nothing_is_wrapped(tmp_path: Path) -> None:
    with pytest.raises(KeeperError, match="cannot read the keys"):
        FileKeeper(tmp_path / "none.json")
