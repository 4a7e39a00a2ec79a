# SPDX-License-Identifier: EUPL-1.2
"""Nothing leaves the workspace as a file past the allowance and the trail."""

import ast
from pathlib import Path

from support.budgets import ROOT

SOURCE = ROOT / "src/samvern"
PUBLIC = {"guide/views/directory.py", "guide/views/law.py"}
"""Tables of law and directory: open to everybody, so nobody is counted or written down."""
OWN = {
    "cases/calendar_feeds/views.py": "take_out",
    "cases/audit/views.py": "take_out",
    "cases/printing/views.py": "print_case",
    "referrals/external/delivery/views.py": "print_letter",
    "coordination/conferences/views/conferences.py": "calendar_of",
    "guide/views/answer.py": "advice_pdf",
}
"""Files of another kind, each with what makes it: it counts and writes itself, or holds nothing
but one meeting's time or the reader's own answers."""


def calls(path: Path) -> set[str]:
    """The functions a file calls by their names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {f.id if isinstance(f, ast.Name) else getattr(f, "attr", "") for f in found}


def who_says(text: str) -> set[Path]:
    """The files a text stands in."""
    return {path for path in SOURCE.rglob("*.py") if text in path.read_text(encoding="utf-8")}


def names(paths: set[Path]) -> set[str]:
    """Where they lie."""
    return {str(path.relative_to(SOURCE)) for path in paths}


def who_calls(name: str) -> set[str]:
    """The files that call a function."""
    return names({path for path in who_says(f"{name}(") if name in calls(path)})


def test_only_public_tables_and_the_one_way_out_make_a_csv() -> None:
    assert who_calls("csv_response") == PUBLIC | {"access/exports.py"}
    assert who_calls("csv_text") == {"common/downloads.py"}


def test_every_other_file_is_known_and_made_by_what_counts_it() -> None:
    assert who_calls("file_response") == {*OWN, "common/downloads.py"}
    assert [path for path, name in OWN.items() if name not in calls(SOURCE / path)] == []


def test_nobody_names_a_download_by_hand() -> None:
    """A document is named by its own title, with the care that a name from outside needs."""
    named = names(who_says("Content-Disposition"))
    assert named == {"cases/documents/views.py", "common/downloads.py"}
