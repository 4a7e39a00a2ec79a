# SPDX-License-Identifier: EUPL-1.2
"""The root of the command line: what it lists, and how it ends."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from samvern.web import commands


class Unreadable(Exception):
    """A room's own error: not a click error, but the user's to mend."""

    exit_code = 2


def run_raising(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> "click.testing.Result":
    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(commands.LazyGroup, "get_command", lambda *_: broken)
    return CliRunner().invoke(commands.cli, ["assess"])


def test_a_rooms_input_error_is_one_line_and_2(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run_raising(Unreadable("rights.yaml, line 4:\n  unknown fact"), monkeypatch)
    assert result.exit_code == 2
    assert result.stderr == "Error: rights.yaml, line 4: unknown fact\n"


def test_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_raising(KeyboardInterrupt(), monkeypatch).exit_code == 130


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = ZeroDivisionError("ours")
    assert run_raising(fault, monkeypatch).exception is fault


def test_each_listed_command_can_be_loaded_and_explained() -> None:
    with click.Context(commands.cli) as ctx:
        names = commands.cli.list_commands(ctx)
    results = {name: CliRunner().invoke(commands.cli, [name, "--help"]) for name in names}
    assert {name: result.output for name, result in results.items() if result.exit_code} == {}


def test_help_imports_no_command() -> None:
    code = (
        "import sys\nfrom samvern.web.commands import cli\n"
        "cli(['--help'], standalone_mode=False)\n"
        "print([m for m in sys.modules if m.startswith(('samvern.web.commands.', 'django'))])"
    )
    output = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert output.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_silent() -> None:
    program = f"{sys.executable} -m samvern --help"
    result = subprocess.run(
        ["bash", "-c", f"{program} | true"], capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
