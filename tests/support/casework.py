# SPDX-License-Identifier: EUPL-1.2
"""Working on a case through its pages, as a member of the cast."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation

from samvern.access.actor import Actor
from samvern.web.jobs.service_members import acting_as_service
from support.workspace import Workspace

TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S)


class Desk:
    """One member's browser on one case of the cast."""

    def __init__(self, workspace: Workspace, member: str = "kari", case: str = "own") -> None:
        self.workspace, self.client = workspace, workspace.client(member)
        self.case, self.person = workspace.cast.cases[case], workspace.cast.persons[case]

    def url(self, page: str, **where: Any) -> str:
        """The bokmål address of a page of the case; ``person=True`` for one about the person."""
        if where.pop("person", False):
            where["person_id"] = self.person
        with translation.override("nb"):
            return reverse(f"workspace:{page}", kwargs={"case_id": self.case, **where})

    def get(self, page: str, **where: Any) -> str:
        """What a page says, without its tags."""
        answer: Any = self.client.get(self.url(page, **where))
        assert answer.status_code == 200, (page, answer.status_code)
        return said(answer)

    def post(self, page: str, data: dict[str, Any], **where: Any) -> HttpResponse:
        """Send a form."""
        answer: Any = self.client.post(self.url(page, **where), data)
        return answer  # type: ignore[no-any-return]

    def tell(self, step: str, **answers: Any) -> HttpResponse:
        """Answer questions about the person on one page of questions, from what is saved now."""
        page = self.client.get(self.url("facts_step", person=True, step=step))
        return self.post("facts_step", {**hidden(page), **answers}, person=True, step=step)


def said(answer: Any) -> str:
    """What a reader reads."""
    return " ".join(unescape(TAGS.sub(" ", answer.content.decode())).split())


def hidden(answer: Any) -> dict[str, str]:
    """The hidden fields of a page's forms; ``version`` and ``sheet`` among them."""
    found = re.findall(
        r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', answer.content.decode()
    )
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def service_of(workspace: Workspace, member: str = "kari") -> UUID:
    """The member that jobs act as in a member's organisation."""
    with workspace.acting(member) as actor:
        organisation = actor.organisation_id
    code = next(c for c, id in workspace.cast.organisations.items() if id == organisation)
    return workspace.cast.services[code]


@contextmanager
def job(workspace: Workspace, member: str = "kari") -> Iterator[Actor]:
    """Acting as the job that reminds, in a member's organisation."""
    service = service_of(workspace, member)
    with acting_as_service(service, "job:remind", ["case", "rights", "plan"]) as actor:
        yield actor
