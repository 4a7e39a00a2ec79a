# SPDX-License-Identifier: EUPL-1.2
"""What every page of the workspace is wrapped in."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Concatenate, ParamSpec

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from samvern.access.actor import Request
from samvern.access.errors import (
    NotFound,
    RateLimited,
    ReauthenticationRequired,
    Rejected,
    rejection_from,
)
from samvern.access.roles import CASEWORK
from samvern.access.unit_of_work import REFUSED, current_unit_of_work

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponseBase]
READ, WRITE = ("GET", "HEAD"), ("GET", "HEAD", "POST")


def workspace_view(
    roles: Collection[str] = CASEWORK, *, methods: Collection[str] = READ, fresh: bool = False
) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """A page for members in these roles.

    Nobody signed in is sent to sign in; a wrong role meets the same absence as a wrong address.
    ``fresh`` asks for a sign-in of the last five minutes. What the view does not answer itself is
    answered here: a refusal says why, and what was done before it is undone.
    """

    def wrap(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = getattr(request, "actor", None)
            if actor is None:
                return _to_sign_in(request)
            if actor.role not in roles:
                raise NotFound("page")
            try:
                if fresh and not actor.is_fresh:
                    raise ReauthenticationRequired
                return view(request, *args, **kwargs)  # type: ignore[arg-type]
            except ReauthenticationRequired:
                return _to_prove(request)
            except RateLimited as spent:
                return _too_much(request, spent)
            except (Rejected, DatabaseError) as error:
                if (refused := rejection_from(error)) is None:
                    raise
                return _refused(request, refused)

        answer.rule = (frozenset(roles), frozenset(methods), fresh)  # type: ignore[attr-defined]
        return require_http_methods(list(methods))(answer)

    return wrap


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


def _to_prove(request: HttpRequest) -> HttpResponse:
    return redirect(reauthentication_url(request))


def reauthentication_url(request: HttpRequest) -> str:
    """Where she shows once more that it is her, and comes back from to this page."""
    back = urlencode({"next": request.get_full_path()})
    return f"{reverse('account_reauthenticate')}?{back}"


def _too_much(request: HttpRequest, spent: RateLimited) -> HttpResponse:
    return render(request, "workspace/too_much.html", {"item": spent.item}, status=429)


def _refused(request: HttpRequest, refused: Rejected) -> HttpResponse:
    lines = current_unit_of_work().lines
    lines[:] = [line for line in lines if line["outcome"] == REFUSED]
    text = " ".join(refused.messages)
    answer = render(request, "workspace/refused.html", {"text": text}, status=409)
    transaction.set_rollback(True)  # of the view alone; the trail is written outside it
    return answer
