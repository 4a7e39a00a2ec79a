# SPDX-License-Identifier: EUPL-1.2
"""The reviewed expectation of who may do what."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[1] / "proofs/expected_access.yaml"
TOGETHER = ("referrals_", "places_", "contacts_", "coordination_")
"""Rooms whose rows two organisations share: each room's tests of walls say who reads which."""
ELSEWHERE = {
    "access_bar", "access_glass", "access_share", "cases_aftercare", "cases_certificate",
    "cases_draft", "cases_notice", "identity_addressreader", "identity_answer",
    "identity_inquiry", "identity_lookup",
}  # fmt: skip
"""Tables of a case that other tests of tests/proofs and of their room hold."""
ACTORS = ("kari", "jonas", "liv", "tone", "amina", "per", "rolf", "guro", "sara", "stig", "nobody")


@cache
def expected() -> Any:
    """The file, read once."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def may(actor: str, case: str, category: str, verb: str) -> bool:
    """Whether somebody may read (``SELECT``) or change a category of a case."""
    whole = expected()["cases"][actor]
    if case in whole["write"]:
        return True
    return verb == "SELECT" and category in whole["read"].get(case, [])


def may_touch(actor: str, case: str, table: str, verb: str) -> bool:
    """Whether somebody may do this with the rows of a table that belong to a case."""
    rule = expected()["tables"][table]
    if verb == "INSERT" and "insert" in rule:
        return bool(rule["insert"].get(case) == actor)
    if verb not in rule["verbs"]:
        return False
    if "only" in rule and verb != "INSERT":
        return bool(rule["only"].get(case) == actor)
    return may(actor, case, rule["category"], verb)
