# SPDX-License-Identifier: EUPL-1.2
"""The workbench and the inbox: where a day begins."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from samvern.access.actor import Request
from samvern.access.calling import own_call
from samvern.access.roles import PEOPLE
from samvern.access.views import WRITE, page
from samvern.cases.domain.desk import read_desk
from samvern.cases.domain.inbox import open_notice, read_all, read_inbox


@page(PEOPLE)
def home(request: Request) -> HttpResponseBase:
    """My deadlines, my tasks, what is new, and what waits for whom."""
    if not request.actor.works_with_cases:
        return render(request, "workspace/home_other.html")
    context = {"desk": read_desk(actor=request.actor), "call": own_call(request.actor)}
    return render(request, "workspace/home.html", context)


@page(PEOPLE, methods=WRITE)
def inbox(request: Request) -> HttpResponseBase:
    """What has been told; a POST says that all of it has been read."""
    if request.method == "POST":
        read_all(actor=request.actor)
        return redirect("workspace:inbox")
    found = read_inbox(actor=request.actor, before=request.GET.get("page", ""))
    return render(request, "workspace/inbox.html", {"inbox": found})


@page(PEOPLE, methods=("POST",))
def notice(request: Request, notice_id: UUID) -> HttpResponseBase:
    """Open one notice: it is read, and leads to where it is dealt with."""
    return redirect(open_notice(actor=request.actor, notice_id=notice_id))


urlpatterns = [
    path("", home, name="home"),
    path("inbox/", inbox, name="inbox"),
    path("inbox/<uuid:notice_id>", notice, name="notice"),
]
