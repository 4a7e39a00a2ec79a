# SPDX-License-Identifier: EUPL-1.2
"""``POST /api/token``: HTTP Basic or a form; errors as RFC 6749 section 5.2 has them."""

import base64
import binascii
from typing import NamedTuple
from urllib.parse import unquote_plus

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samvern.access.client_ip import client_network
from samvern.access.unit_of_work import unit_of_work_for
from samvern.coordination.api_clients.tokens import LASTS, NoToken, issue_token

FORM = "application/x-www-form-urlencoded"
STATUS = {"invalid_client": 401, "slow_down": 429}
MEANINGS = {
    "invalid_request": "send grant_type=client_credentials once, as a form",
    "unsupported_grant_type": "only client_credentials is known here",
    "invalid_client": "the program is unknown, or its secret is wrong",
    "invalid_scope": "the program may not have this scope",
    "slow_down": "too many tries from this address; wait five minutes",
}
LONGEST = 400


class Credentials(NamedTuple):
    """Who asks."""

    client_id: str
    secret: str


@csrf_exempt
@require_POST
@transaction.non_atomic_requests
def token(request: HttpRequest) -> JsonResponse:
    """A bearer token for a program. No cookie is read, and the answer is kept by nobody."""
    try:
        who, scope = _credentials(request), _once(request, "scope")
    except NoToken as none:
        return _failure(none.code)
    with unit_of_work_for(""):  # what is counted and written of a failed try must stay
        try:
            made = issue_token(
                client_id=who.client_id,
                secret=who.secret,
                scope=scope,
                caller=client_network(request),
            )
        except NoToken as none:
            return _failure(none.code)
    return JsonResponse(
        {
            "access_token": made.token,
            "token_type": "Bearer",
            "expires_in": int(LASTS.total_seconds()),
            "scope": " ".join(made.scopes),
        },
        headers={"Pragma": "no-cache"},
    )


def _credentials(request: HttpRequest) -> Credentials:
    if request.content_type != FORM or request.GET:
        raise NoToken("invalid_request")
    if _once(request, "grant_type") != "client_credentials":
        known = "unsupported_grant_type" if request.POST.get("grant_type") else "invalid_request"
        raise NoToken(known)
    header = request.headers.get("Authorization", "")
    in_form = Credentials(_once(request, "client_id"), _once(request, "client_secret"))
    if not header:
        return _possible(in_form)
    if in_form.secret:  # one way of proving it, not two (section 2.3)
        raise NoToken("invalid_request")
    return _possible(_basic(header))


def _basic(header: str) -> Credentials:
    scheme, _space, value = header.partition(" ")
    try:
        said = base64.b64decode(value.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        raise NoToken("invalid_client") from None
    name, colon, secret = said.partition(":")
    if scheme.lower() != "basic" or not colon:
        raise NoToken("invalid_client")
    return Credentials(unquote_plus(name), unquote_plus(secret))


def _possible(who: Credentials) -> Credentials:
    whole = who.client_id + who.secret
    if not who.client_id or not who.secret or len(whole) > LONGEST or "\0" in whole:
        raise NoToken("invalid_client")
    return who


def _once(request: HttpRequest, name: str) -> str:
    values = request.POST.getlist(name)
    if len(values) > 1:
        raise NoToken("invalid_request")
    return str(values[0]) if values else ""


def _failure(code: str) -> JsonResponse:
    headers = {"WWW-Authenticate": 'Basic realm="samvern"'} if code == "invalid_client" else {}
    if code == "slow_down":
        headers = {"Retry-After": "300"}
    said = {"error": code, "error_description": MEANINGS[code]}
    return JsonResponse(said, status=STATUS.get(code, 400), headers=headers)
