# SPDX-License-Identifier: EUPL-1.2
"""Keepers of the key that wraps keys: a file, and Vault."""

import base64
import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from identity.vault import TOKEN, Transit, running
from samvern.identity.blind_indexes import FIELDS, blind_index
from samvern.identity.envelope import new_key
from samvern.identity.keys import KeeperError, Wrapped, open_keeper
from samvern.identity.keys.configured import FileKeeper
from samvern.identity.keys.keeper import KeyKeeper
from samvern.identity.keys.vault_keeper import VaultKeeper


def text() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


def content(**changes: Any) -> dict[str, Any]:
    return {"mark": "demo", "keks": {"one": text()}, "kek": "one", "index": text(), **changes}


def write(path: Path, made: object, mode: int = 0o600) -> Path:
    path.write_text(json.dumps(made))
    path.chmod(mode)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "keys.json", content())


@pytest.fixture
def transit() -> Transit:
    return Transit()


@pytest.fixture
def vault(transit: Transit, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "token").write_text(TOKEN + "\n")
    with running(transit) as address:
        yield address


@pytest.fixture(params=["file", "vault"])
def keeper(request: pytest.FixtureRequest, file: Path, vault: str) -> KeyKeeper:
    if request.param == "file":
        return FileKeeper(file)
    return VaultKeeper(vault, file.parent / "token")


def test_a_wrapped_key_comes_back(keeper: KeyKeeper) -> None:
    key = new_key()
    wrapped = keeper.wrap(key)
    assert wrapped.keeper == keeper.current
    assert key not in wrapped.data
    assert keeper.unwrap(wrapped) == key


def test_a_changed_or_foreign_key_does_not_unwrap(keeper: KeyKeeper) -> None:
    wrapped = keeper.wrap(new_key())
    changed = wrapped.data[:-5] + bytes([wrapped.data[-5] ^ 1]) + wrapped.data[-4:]
    for wrong in (
        Wrapped(wrapped.keeper, changed),
        Wrapped(wrapped.keeper, b""),
        Wrapped("file:two", wrapped.data),
        Wrapped("", wrapped.data),
    ):
        with pytest.raises(KeeperError):
            keeper.unwrap(wrong)


def test_index_keys_differ_by_field_and_stay(keeper: KeyKeeper) -> None:
    keys = [keeper.index_key(field) for field in FIELDS]
    assert len(set(keys)) == len(FIELDS)
    assert {len(key) for key in keys} == {32}
    assert keys == [keeper.index_key(field) for field in FIELDS]


def test_a_blind_index_has_sixteen_bytes_and_depends_on_field_and_value(keeper: KeyKeeper) -> None:
    made = [blind_index(keeper, field, value) for field in FIELDS for value in ("a", "b")]
    assert len(set(made)) == len(made)
    assert {len(index) for index in made} == {16}


@pytest.mark.parametrize(("field", "value"), [("sex", "f"), ("nationality", "x"), ("number", "")])
def test_fields_of_few_values_have_no_index(file: Path, field: str, value: str) -> None:
    with pytest.raises(ValueError, match="no index"):
        blind_index(FileKeeper(file), field, value)


def test_rotation_of_the_file_reaches_a_running_server(file: Path) -> None:
    made = json.loads(file.read_text())
    keeper = FileKeeper(file)
    old, indexed = keeper.wrap(new_key()), keeper.index_key("number")
    key = keeper.unwrap(old)
    made["keks"]["two"], made["kek"] = text(), "two"
    write(file, made)
    assert keeper.wrap(key).keeper == "file:two"
    assert keeper.unwrap(old) == key
    assert FileKeeper(file).index_key("number") == indexed


def test_rotation_in_vault(transit: Transit, vault: str, file: Path) -> None:
    keeper = VaultKeeper(vault, file.parent / "token")
    old, indexed = keeper.wrap(new_key()), keeper.index_key("number")
    key = keeper.unwrap(old)
    transit.versions.append(secrets.token_bytes(32))
    transit.index_versions.append(secrets.token_bytes(32))
    later = VaultKeeper(vault, file.parent / "token")
    assert (old.keeper, later.current) == ("vault:samvern:v1", "vault:samvern:v2")
    assert later.wrap(key).keeper == later.current
    assert (later.unwrap(old), later.index_key("number")) == (key, indexed)


def test_vault_says_what_is_wrong_without_what_was_sent(vault: str, file: Path) -> None:
    (file.parent / "wrong").write_text("s.wrong")
    with pytest.raises(KeeperError, match=r"^Vault answered 403 to keys$"):
        VaultKeeper(vault, file.parent / "wrong")
    with pytest.raises(KeeperError, match=r"^Vault answered 400 to keys$"):
        VaultKeeper(vault + "x", file.parent / "token")
    with pytest.raises(KeeperError, match="does not answer: ConnectionRefusedError"):
        VaultKeeper("http://127.0.0.1:1/transit/samvern", file.parent / "token")
    with pytest.raises(KeeperError, match="does not answer: FileNotFoundError"):
        VaultKeeper(vault, file.parent / "none")


@pytest.mark.parametrize(
    "address", ["ftp://h/transit/k", "https:///transit/k", "https://h/k", "http://far/transit/k"]
)
def test_vault_needs_a_whole_and_encrypted_address(address: str, tmp_path: Path) -> None:
    with pytest.raises(KeeperError):
        VaultKeeper(address, tmp_path / "token")


@pytest.mark.parametrize(
    "made",
    [
        [],
        {},
        "keys",
        content(keks={"one": "short"}),
        content(kek="two"),
        content(keks=[]),
        content(index=None),
        content(index="é"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, made: object) -> None:
    with pytest.raises(KeeperError, match="is not a file of keys; make one: samvern keys make"):
        FileKeeper(write(tmp_path / "keys.json", made))


def test_a_file_that_is_missing_or_open_is_refused(tmp_path: Path, file: Path) -> None:
    with pytest.raises(KeeperError, match="cannot read the keys"):
        FileKeeper(tmp_path / "none.json")
    file.chmod(0o640)
    with pytest.raises(KeeperError, match="may be read by others; run: chmod 600"):
        FileKeeper(file)


@pytest.mark.parametrize(("mark", "production"), [("demo", True), ("production", False)])
def test_keys_of_one_world_are_refused_in_the_other(
    tmp_path: Path, mark: str, production: bool
) -> None:
    path = write(tmp_path / "keys.json", content(mark=mark))
    with (
        override_settings(KEY_FILE=path, PRODUCTION=production),
        pytest.raises(KeeperError, match="are marked"),
    ):
        open_keeper()
    with override_settings(KEY_FILE=path, PRODUCTION=not production):
        assert open_keeper() is open_keeper()


def test_without_keys_it_says_how_to_make_them() -> None:
    with override_settings(KEY_FILE=None), pytest.raises(KeeperError, match="samvern keys make"):
        open_keeper()


def test_no_key_shows_in_what_is_printed(file: Path) -> None:
    keeper = FileKeeper(file)
    made = json.loads(file.read_text())
    shown = repr(keeper) + repr(keeper.wrap(new_key()))
    assert [key for key in (made["index"], *made["keks"].values()) if key in shown] == []
    assert "data" not in repr(keeper.wrap(new_key()))
