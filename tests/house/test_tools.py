# SPDX-License-Identifier: EUPL-1.2
"""The linter, the formatter, the type checker and the import rule find nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ["src", "tests", "samvern", *(["benchmarks"] if (ROOT / "benchmarks").is_dir() else [])]
TOOLS = {
    "linter": ["-m", "ruff", "check", "--quiet", *CODE],
    "formatter": ["-m", "ruff", "format", "--check", "--quiet", *CODE],
    "types": ["-m", "mypy", "--no-error-summary"],
    "types of the launcher": ["-m", "mypy", "--no-error-summary", "samvern"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
}


@pytest.mark.parametrize("name", TOOLS)
def test_finds_nothing(name: str) -> None:
    result = subprocess.run(
        [sys.executable, *TOOLS[name]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, f"\n{result.stdout}{result.stderr}"
