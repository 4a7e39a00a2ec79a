# SPDX-License-Identifier: EUPL-1.2
"""Somebody of the cast at her desk: opens pages by their names and sends forms."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from support.signed_in import sign_in
from support.workspace import Workspace

VERSION = re.compile(r'name="version" value="(\d+)"')


class Desk:
    """A signed-in browser, in one language."""

    def __init__(self, workspace: Workspace, name: str, language: str = "nb") -> None:
        self.workspace, self.name, self.language = workspace, name, language
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        sign_in(self.client, workspace.cast.members[name])

    def address(self, page: str, **where: Any) -> str:
        """The address of a page of the workspace."""
        with translation.override(self.language):
            return reverse(f"workspace:{page}", kwargs=where)

    def see(self, page: str, query: str = "", **where: Any) -> Any:
        """Open a page."""
        return self.client.get(self.address(page, **where) + query)

    def read(self, page: str, query: str = "", **where: Any) -> str:
        """What a page that must be there says."""
        answer = self.see(page, query, **where)
        assert answer.status_code == 200, (answer.status_code, answer.headers)
        text: str = answer.content.decode()
        return text

    def send(self, page: str, data: dict[str, Any] | None = None, **where: Any) -> Any:
        """Send a form."""
        return self.client.post(self.address(page, **where), data or {})

    def version(self, page: str, **where: Any) -> str:
        """The version a form was filled in from."""
        found = VERSION.search(self.read(page, **where))
        assert found
        return found[1]
