# SPDX-License-Identifier: EUPL-1.2
"""What is said once after something was saved."""

import pytest
from django.urls import reverse
from django.utils import translation

from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_it_is_said_once_that_something_was_saved(fresh_workspace: Workspace) -> None:
    with translation.override("nb"):
        case = {"case_id": fresh_workspace.cast.cases["own"]}
        add = reverse("workspace:deadline_add", kwargs=case)
        there = reverse("workspace:case_deadlines", kwargs=case)
    browser = fresh_workspace.client("kari")
    owner = str(fresh_workspace.cast.members["kari"])
    sent = {"title": "Ring tilbake", "due_on": "2027-01-04", "owner_id": owner}
    assert browser.post(add, sent).status_code == 302
    cookies = {name for name in browser.cookies if "message" in name}
    said = [browser.get(there).content.decode().count('role="status"') for _again in range(2)]
    assert (said, cookies) == ([1, 0], set())
