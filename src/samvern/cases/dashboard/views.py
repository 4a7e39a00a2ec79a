# SPDX-License-Identifier: EUPL-1.2
"""The workbench and the inbox: where a day begins."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.contact_person import own_contact_person
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.roles import SIGNED_IN, WAITING
from samvern.cases.dashboard.domain import read_dashboard
from samvern.cases.notices.domain import open_notice, read_all, read_inbox
from samvern.cases.organisation.confirmations import list_confirmers


@workspace_view(SIGNED_IN)
def dashboard(request: Request) -> HttpResponseBase:
    """My deadlines, my tasks, what is new, and what waits for whom."""
    if request.actor.role == WAITING:
        waiting = {"confirmers": list_confirmers()}
        return render(request, "workspace/home_waiting.html", waiting)
    if not request.actor.works_with_cases:
        return render(request, "workspace/home_other.html")
    context = {
        "desk": read_dashboard(actor=request.actor),
        "call": own_contact_person(request.actor),
    }
    return render(request, "workspace/home.html", context)


@workspace_view(SIGNED_IN, methods=WRITE)
def inbox(request: Request) -> HttpResponseBase:
    """What has been told; a POST says that all of it has been read."""
    if request.method == "POST":
        read_all(actor=request.actor)
        return redirect("workspace:inbox")
    found = read_inbox(actor=request.actor, before=request.GET.get("page", ""))
    return render(request, "workspace/inbox.html", {"inbox": found})


@workspace_view(SIGNED_IN, methods=("POST",))
def notice(request: Request, notice_id: UUID) -> HttpResponseBase:
    """Open one notice: it is read, and leads to where it is dealt with."""
    return redirect(open_notice(actor=request.actor, notice_id=notice_id))
