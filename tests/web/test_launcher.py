# SPDX-License-Identifier: EUPL-1.2
"""The script that starts everything from a clone."""

import importlib.util
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with the script and one small lock."""
    shutil.copy(ROOT / "samvern", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("base", "test", "bench"):
        (tmp_path / f"requirements/{name}.txt").write_text("nothing==1 \\\n  --hash=sha256:00\n")
    return tmp_path


@pytest.fixture
def launcher(clone: Path) -> ModuleType:
    loader = SourceFileLoader("launcher", str(clone / "samvern"))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def start(clone: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(clone / "samvern"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def pretend_installed(launcher: ModuleType, *locks: str) -> None:
    launcher.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    launcher.PYTHON.write_text("#!/bin/sh\necho started: $@\n")
    launcher.PYTHON.chmod(0o755)
    for lock in locks:
        launcher.stamp(lock).write_text(launcher.fingerprint(lock))


def test_an_installed_clone_starts_at_once(clone: Path, launcher: ModuleType) -> None:
    pretend_installed(launcher, "base")
    result = start(clone, "assess", "people.json", "--lang", "nn")
    assert result.stdout == "started: -m samvern assess people.json --lang nn\n"
    assert (result.returncode, result.stderr) == (0, "")


def test_a_changed_lock_is_installed_again(clone: Path, launcher: ModuleType) -> None:
    pretend_installed(launcher, "base")
    assert launcher.is_installed("base")
    (clone / "requirements/base.txt").write_text("other==2 \\\n  --hash=sha256:00\n")
    assert not launcher.is_installed("base")


def test_a_moved_clone_is_installed_again(launcher: ModuleType, tmp_path: Path) -> None:
    pretend_installed(launcher, "base")
    launcher.ROOT = tmp_path / "elsewhere"
    assert not launcher.is_installed("base")


@pytest.mark.parametrize(
    ("command", "lock"), [("test", "test"), ("check", "test"), ("demo", "base")]
)
def test_each_command_needs_its_lock(launcher: ModuleType, command: str, lock: str) -> None:
    assert launcher.NEEDS.get(command, ("base",)) == (lock,)


def test_an_old_python_is_one_line(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as ended:
        launcher.main(["demo"])
    said = "samvern: Python 3.11 or later is needed; this is 3.9. Try: python3.12 samvern\n"
    assert (ended.value.code, capsys.readouterr().err) == (2, said)


def test_a_python_without_venv_is_one_line(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as ended:
        launcher.main(["demo"])
    said = "samvern: this Python has no venv module; on Debian: apt install python3-venv\n"
    assert (ended.value.code, capsys.readouterr().err) == (2, said)


def test_no_network_is_one_line(launcher: ModuleType) -> None:
    said = "WARNING: Retrying after NewConnectionError: Failed to establish a new connection\n"
    told = "cannot reach the package index; connect to the network and start again"
    assert launcher.explain([said, "ERROR: No matching distribution found\n"]) == told


def test_a_wrong_hash_is_told(launcher: ModuleType) -> None:
    lines = ["Collecting a\n", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n", "    Got 00\n"]
    told = "installation failed: THESE PACKAGES DO NOT MATCH THE HASHES"
    assert launcher.explain(lines) == told


def test_the_test_lock_holds_the_base_lock() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / f"requirements/{name}.txt").read_text().splitlines()
        return {line.split()[0] for line in lines if line[:1].isalnum()}

    assert (pins("base") - pins("test"), pins("base") - pins("bench")) == (set(), set())
