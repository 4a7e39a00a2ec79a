# SPDX-License-Identifier: EUPL-1.2
"""Each page of the workspace is one piece of work. The guide is passed by untouched."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from samvern.access.audit import REFUSED, record
from samvern.access.errors import Absent
from samvern.access.work import Work, work_for

Next = Callable[[HttpRequest], HttpResponseBase]
PART = "workspace"


def in_workspace(path: str) -> bool:
    """Whether an address belongs to the workspace: its second part says so."""
    return path.split("/")[2:3] == [PART]


class Workspace:
    """Tells the database who is asking before any view runs, and writes the trail after it.

    What a view did is undone when it fails; that it was tried is kept.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer inside one transaction."""
        if not in_workspace(request.path_info):
            return self.get_response(request)
        from samvern.access.login.token import token_of

        with work_for(token_of(request)) as work:
            request.actor = work.actor  # type: ignore[attr-defined]
            request.work = work  # type: ignore[attr-defined]
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Forget what the view said it did, as it is undone; keep that it was refused."""
        work: Work | None = getattr(request, "work", None)
        if work is None:
            return
        work.lines[:] = [line for line in work.lines if line["outcome"] == REFUSED]
        if isinstance(exception, Absent):
            object = exception.id if isinstance(exception.id, UUID) else None
            record("absent", outcome=REFUSED, noun=exception.noun, object=object)
