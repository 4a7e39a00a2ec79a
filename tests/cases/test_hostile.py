# SPDX-License-Identifier: EUPL-1.2
"""Whatever is typed into these forms of a case: no page breaks, and nothing is half saved."""

import re
from typing import Any

import pytest

from support.casework import Desk, hidden
from support.workspace import Workspace

pytestmark = pytest.mark.database
HOSTILE = [
    "'; DROP TABLE cases_case; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    '=HYPERLINK("http://x")',
    "\x00\x1b[31m\u202eabc\u2066",
    "😀" * 400,
    "9" * 400,
    "9999-12-31",
    "0000-00-00",
    "../../etc/passwd",
    "%00%n%s",
]
FORMS: list[tuple[str, dict[str, Any]]] = [
    ("assessment_identify", {"person": True}),
    ("assessment_verify", {"person": True}),
    ("consent_add", {}),
    ("assistance_add", {}),
    ("deadline_add", {}),
    ("facts_step", {"person": True, "step": "removal"}),
    ("facts_step", {"person": True, "step": "child_age"}),
    ("facts_step", {"person": True, "step": "person"}),
]


@pytest.mark.parametrize(("page", "where"), FORMS)
def test_nothing_that_is_typed_breaks_a_page(
    workspace: Workspace, page: str, where: dict[str, Any]
) -> None:
    desk = Desk(workspace)
    shown = desk.client.get(desk.url(page, **where))
    names = set(re.findall(r'name="([^"]+)"', shown.content.decode())) - {"csrfmiddlewaretoken"}
    choices = re.findall(r'name="([^"]+)" value="([^"]+)"', shown.content.decode())
    lists = re.findall(
        r'<select name="([^"]+)".*?<option value="([^"]+)"', shown.content.decode(), re.S
    )
    for text in HOSTILE:
        typed = dict.fromkeys(names, text)
        mixed = {**typed, **dict(choices), **dict(lists), **hidden(shown)}
        for form in (typed, mixed):
            answer: Any = desk.post(page, form, **where)
            assert answer.status_code in (302, 400, 409)
            assert "<script>alert(1)" not in answer.content.decode()
            again: Any = desk.client.get(desk.url(page, **where))
            assert again.status_code == 200
            assert "<script>alert(1)" not in again.content.decode()


def test_the_pages_stand_after_all_that(workspace: Workspace) -> None:
    desk = Desk(workspace)
    for page in ("rights", "assessments", "case_deadlines", "consents", "assistance"):
        assert desk.get(page)
    assert desk.client.get("/nb/workspace/deadlines.ics").status_code == 200
    assert desk.client.get("/nb/workspace/deadlines/").status_code == 200
