# SPDX-License-Identifier: EUPL-1.2
"""What docs/pack-format.md shows from Python runs as shown."""

import re
from pathlib import Path

from samvern.law.model import KINDS

DOC = (Path(__file__).parents[2] / "docs/pack-format.md").read_text(encoding="utf-8")


def test_the_python_of_the_document_runs() -> None:
    snippet = DOC.rpartition("```python")[2].partition("```")[0]
    scope: dict[str, object] = {}
    exec(snippet, scope)
    assert "result" in scope


def test_every_kind_of_rule_is_described() -> None:
    described = re.findall(r"^\| `(\w+)` \|", DOC, re.MULTILINE)
    assert set(KINDS) <= set(described)
