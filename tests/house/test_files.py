# SPDX-License-Identifier: EUPL-1.2
"""What every file of the project carries, and what none does."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LICENCE = "# SPDX-License-Identifier: EUPL-1.2"
DOWNLOAD_ADDRESS = re.compile(
    r"^\s*(--(extra-)?index-url|--find-links|\"resolved\"|.* @ https?://)", re.M
)


def tracked(*patterns: str) -> list[Path]:
    """Files known to git; an archive without it is taken whole."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def first_lines(path: Path) -> list[str]:
    return path.read_text().splitlines()[:2]


def test_each_python_file_names_the_licence() -> None:
    assert [path for path in tracked("*.py") if LICENCE not in first_lines(path)[:1]] == []


def test_each_script_names_the_licence() -> None:
    scripts = [ROOT / "samvern", ROOT / ".ci/run", ROOT / "requirements/lock"]
    assert [path for path in scripts if LICENCE not in first_lines(path)] == []


def test_locks_name_no_place_to_download_from() -> None:
    locks = [*tracked("requirements/*.txt"), ROOT / "assets/package-lock.json"]
    assert [path for path in locks if DOWNLOAD_ADDRESS.search(path.read_text())] == []


def test_each_locked_package_has_a_hash() -> None:
    for lock in tracked("requirements/*.txt"):
        entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(), flags=re.IGNORECASE)
        named = [entry for entry in entries if re.match(r"[a-z0-9]", entry, re.IGNORECASE)]
        assert [entry.split()[0] for entry in named if "--hash=sha256:" not in entry] == []


def test_nothing_built_is_tracked() -> None:
    built = ["*.mo", "*.pyc", ".venv/*", ".cache/*", ".data/*", "src/samvern/web/static/build/*"]
    built.append("src/samvern/typesetting/faces/*")
    assert tracked(*built) == []
