# SPDX-License-Identifier: EUPL-1.2
"""A member of the cast at a browser: opens pages of the workspace and sends their forms."""

import re
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation

from support.workspace import Workspace

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


class Colleague:
    """One signed-in browser, or a stranger's with no name."""

    def __init__(self, workspace: Workspace, name: str | None, language: str = "en") -> None:
        self.workspace, self.name, self.language = workspace, name, language
        self.client = workspace.client(name)

    def address(self, page: str, query: str = "", **where: Any) -> str:
        """The address of a page; a case may be named as in the cast."""
        if isinstance(case := where.get("case_id"), str):
            where["case_id"] = self.workspace.cast.cases.get(case, case)
        with translation.override(self.language):
            return reverse(f"workspace:{page}", kwargs=where) + query

    def see(self, page: str, query: str = "", **where: Any) -> Any:
        """Open a page."""
        return self.client.get(self.address(page, query, **where))

    def send(
        self, page: str, data: dict[str, Any] | None = None, query: str = "", **where: Any
    ) -> Any:
        """Send a form."""
        return self.client.post(self.address(page, query, **where), data or {})

    def sees(self, case: "str | UUID") -> bool:
        """Whether the first page of a case opens; else it must be absent."""
        status = self.see("case", case_id=case).status_code
        assert status in {200, 404}, status
        return bool(status == 200)


def text(answer: Any) -> str:
    """A page as text, without what is new in each answer."""
    return TOKEN.sub("", answer.content.decode())


def mistakes(answer: Any) -> list[str]:
    """What a form says is wrong, in its summary."""
    found = re.search(r'class="ds-error-summary".*?<ul[^>]*>(.*?)</ul>', text(answer), re.S)
    return re.findall(r"<li>(?:<a[^>]*>)?([^<]+)", found[1]) if found else []
