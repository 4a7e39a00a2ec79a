# SPDX-License-Identifier: EUPL-1.2
"""Help, the version and a mistyped command need no package and no network: a clone just made tells
them, in the words the installed program uses.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samvern.web.command_docs import PAGE, write_commands
from samvern.web.commands import cli
from support.cli import Run

ROOT = Path(__file__).parents[2]
NEEDED = ("samvern", "docs/commands.md", "src/samvern/__init__.py", "tests/groups.toml")
TYPED = [
    (),
    ("-h",),
    ("--help",),
    ("--version",),
    ("tset",),
    ("reste",),
    ("wholly-unknown", "--help"),
    ("pack",),
    ("pack", "--help"),
    ("pack", "chekc", "norway"),
    ("test", "--help"),
    ("test", "law", "-h"),
    ("check", "--help"),
    ("link", "encode", "--help"),
]


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is as wide as help on the usual terminal."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """What a new clone has of that, and locks nobody can install."""
    for name in NEEDED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "requirements").mkdir()
    for lock in ("base", "test", "bench", "scale"):
        (tmp_path / f"requirements/{lock}.txt").write_text("nothing==1 \\\n  --hash=sha256:00\n")
    return tmp_path


def start(clone: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(clone / "samvern"), *words],
        capture_output=True, text=True, check=False, env={**os.environ, "PIP_NO_INDEX": "1"},
    )  # fmt: skip


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    """When it is not: ./samvern docs commands."""
    assert PAGE.read_text(encoding="utf-8") == write_commands(cli)


@pytest.mark.parametrize("words", TYPED, ids=" ".join)
def test_a_fresh_clone_answers_as_the_installed_program_does(
    fresh: Path, run: Run, words: tuple[str, ...]
) -> None:
    told, done = start(fresh, *words), run(*words)
    assert (told.returncode, told.stdout, told.stderr) == (done.code, done.out, done.err)
    assert not (fresh / ".venv").exists()


@pytest.mark.parametrize(
    ("words", "lock"),
    [
        (("test", "--help"), "base"),
        (("check", "-h"), "base"),
        (("tset",), "base"),
        (("test", "--list"), "base"),
        (("test", "lwa"), "base"),
        (("test", "tests/nothing.py"), "base"),
        (("bench",), "base"),
        (("bench", "nothing"), "base"),
        (("demo",), "base"),
        (("test",), "test"),
        (("test", "-x"), "test"),
        (("test", "law"), "test"),
        (("test", "tests/groups.toml"), "test"),
        (("check",), "test"),
        (("docs", "pictures"), "test"),
    ],
    ids=" ".join,
)
def test_only_what_runs_tests_installs_what_tests_need(
    fresh: Path, words: tuple[str, ...], lock: str
) -> None:
    """The clone has the packages of the program, and of the tests only where they are needed."""
    python = fresh / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho started: $@\n")
    python.chmod(0o755)
    for name in ("base", lock):
        stamp(fresh, name)
    started = f"started: -m samvern {' '.join(words)}\n"
    assert start(fresh, *words).stdout == started
    (fresh / f".venv/.samvern-{lock}").unlink()
    assert start(fresh, *words).stdout != started


def stamp(clone: Path, lock: str) -> None:
    """Pretend that a lock is installed."""
    code = (
        "import importlib.machinery, sys\n"
        "m = importlib.machinery.SourceFileLoader('launcher', sys.argv[1]).load_module()\n"
        "m.stamp(sys.argv[2]).write_text(m.fingerprint(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(clone / "samvern"), lock], check=True
    )
