# SPDX-License-Identifier: EUPL-1.2
"""Operations of an API, open to a program with a token for the scope::

    router = Router(tags=["referrals"])

    @router.get("/", response=list[ReferralOut])
    @scoped("referrals:read")
    def list_referrals(request: Request) -> Any:
        return referrals_of(actor=request.actor)

A call is one piece of work, as a page is: the database knows who asks, and an answer that is no
success undoes all but the lines that say what was refused. A cookie opens nothing here.
"""

import re
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, TypeVar

from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from ninja.decorators import _apply_decorators
from ninja.errors import ValidationError
from ninja.operation import Operation
from ninja.utils import contribute_operation_callback

from samvern.access.api.problem_details import RESPONSE, not_valid, problem
from samvern.access.api.scopes import ANY, SCOPES
from samvern.access.api.sent import refuse_unknown_parameters
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import REFUSED, UnitOfWork, log_act, unit_of_work_for

BEARER = re.compile(r"[Bb]earer +([A-Za-z0-9_-]{43})")
SECURITY = "clientCredentials"
Run = Callable[..., HttpResponseBase]
Function = TypeVar("Function", bound=Callable[..., Any])


def scoped(scope: str) -> Callable[[Function], Function]:
    """An operation for programs whose token has this scope; ``request.actor`` is the program.

    :data:`~samvern.access.api.scopes.ANY` asks for none.

    Put it below ``@router.get(...)``. It answers 401 without a good token and 403 where the token
    lacks the scope, before anything that was sent is read; NotFound gives 404, Rejected and
    Conflict 409, what cannot be read 422, RateLimited 429, all as problem details.

    Raises:
        KeyError: there is no such scope.
    """
    if scope != ANY:
        SCOPES[scope]

    def mark(function: Function) -> Function:
        contribute_operation_callback(function, partial(_guard, scope))
        function.scope = scope  # type: ignore[attr-defined]
        return function

    return mark


def _guard(scope: str, operation: Operation) -> None:
    _apply_decorators((partial(_guarded, scope, operation),), operation)
    more = operation.openapi_extra or {}
    operation.openapi_extra = {
        "security": [{SECURITY: [scope] if scope else []}],
        **more,
        "responses": {"4XX": RESPONSE, **more.get("responses", {})},
    }


def _guarded(scope: str, operation: Operation, run: Run) -> Run:
    @wraps(run)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        sent = BEARER.fullmatch(request.headers.get("Authorization", ""))
        if sent is None:
            return _unknown("")
        with unit_of_work_for(sent[1]) as work:
            scopes = _scopes()
            if work.actor is None or scopes is None:
                return _unknown("invalid_token")
            request.actor = work.actor  # type: ignore[attr-defined]
            if scope not in {ANY, *scopes}:
                log_act("api.call", outcome=REFUSED, scope=scope)
                return _lacking(scope)
            try:
                refuse_unknown_parameters(request, operation)
            except ValidationError as error:
                return not_valid(request, error)
            return _undone_unless_good(work, run, request, *args, **kwargs)

    return answer


def _undone_unless_good(
    work: UnitOfWork, run: Run, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    with transaction.atomic():
        response = run(request, *args, **kwargs)
        if response.status_code < 400:
            return response
        transaction.set_rollback(True)
    work.lines[:] = [line for line in work.lines if line["outcome"] == REFUSED]
    if response.status_code == 404:
        log_act("absent", outcome=REFUSED, noun="api")
    return response


def _scopes() -> list[str] | None:
    found: list[str] | None = fetch_value("scopes")
    return found


def _unknown(error: str) -> HttpResponseBase:
    way = f'Bearer realm="samvern", error="{error}"' if error else 'Bearer realm="samvern"'
    text = _("Ask for a token at /api/token and send it as a bearer token.")
    return problem(401, _("Who asks is not known"), text, {"WWW-Authenticate": way})


def _lacking(scope: str) -> HttpResponseBase:
    way = f'Bearer realm="samvern", error="insufficient_scope", scope="{scope}"'
    text = _("The token lacks the scope %(scope)s.") % {"scope": scope}
    return problem(403, _("The program is not allowed this"), text, {"WWW-Authenticate": way})
