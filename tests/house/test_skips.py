# SPDX-License-Identifier: EUPL-1.2
"""The rule about skipped tests, tried on tests that skip."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import pytest

def test_reason(): pytest.skip("the data are not here")

def test_bare(): pytest.skip()

@pytest.mark.skip
def test_marked(): pass

@pytest.mark.browser
def test_browser(): pytest.skip("no browser")
"""


@pytest.mark.parametrize(
    ("ci", "closing"), [("true", "2 failed, 1 skipped, 1 error"), ("false", "4 skipped")]
)
def test_only_a_reasoned_skip_passes_in_ci(tmp_path: Path, ci: str, closing: str) -> None:
    (tmp_path / "test_some.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser\n")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "support.skips", "."],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.splitlines()[-1].startswith(closing)
