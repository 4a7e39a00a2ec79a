# SPDX-License-Identifier: EUPL-1.2
"""There, back, and on; and being told that somebody has left."""

import logging
import time
from typing import Any

from allauth.account.internal.flows.login import (
    clear_authentication_records,
    perform_login,
    record_authentication,
)
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from samvern.access.gate import announce_user
from samvern.access.login import failed_attempts, membership
from samvern.access.login.assurance_levels import is_strong
from samvern.access.login.oidc import flow_cookie
from samvern.access.login.oidc.errors import ProviderRefused, ProviderUnreachable
from samvern.access.login.oidc.identities import (
    end_provider_sessions,
    find_user_id,
    link_identity,
    provider_session_digest,
)
from samvern.access.login.oidc.middleware import PURPOSES, provider_answer
from samvern.access.login.oidc.settings import ID_TOKEN, configured_client, provider_name
from samvern.access.login.oidc.tokens import LONGEST, Identity
from samvern.access.login.passwords.backend import users_who_may_sign_in
from samvern.access.login.second_factors.stages import OIDC
from samvern.access.login.sessions.browser_session import PROVIDER
from samvern.access.reauthentication import is_recently_authenticated
from samvern.access.unit_of_work import log_act

log = logging.getLogger("samvern.login")


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider."""
    known, purpose = configured_client(), request.GET.get("purpose", "enter")
    if known is None or purpose not in PURPOSES:
        return redirect("account_login")
    if purpose == "link" and not is_recently_authenticated(request):
        return redirect(f"{reverse('account_reauthenticate')}?next={reverse('mfa_index')}")
    try:
        address, ticket = provider_answer(request)
    except (ProviderRefused, ProviderUnreachable) as error:
        return _failed(request, error)
    language = translation.get_language() or settings.LANGUAGE_CODE
    then = get_next_redirect_url(request) or ""
    under_way = flow_cookie.Flow(ticket, purpose, then, language, time.time())
    return flow_cookie.set_flow_cookie(redirect(address), under_way)


@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """The provider sends the browser back: keep who it is, and go on from a page of our own."""
    try:
        under_way = provider_answer(request)
    except (ProviderRefused, ProviderUnreachable) as error:
        return _failed(request, error)
    with translation.override(under_way.language):
        finish_address = reverse("login_provider_finish")
    page = render(request, "login/provider_back.html", {"finish": finish_address})
    return flow_cookie.set_flow_cookie(page, under_way)


@require_GET
def finish(request: Any) -> HttpResponse:
    """Now with the session's cookie: enter, link or prove."""
    try:
        under_way = flow_cookie.read_flow_cookie(request)
        if under_way.identity is None:
            raise ProviderRefused("flow: no identity yet")
        _only_once(under_way.ticket.state)
        does = {"enter": _enter, "link": _link, "prove": _prove}[under_way.purpose]
        return flow_cookie.delete_flow_cookie(does(request, under_way, under_way.identity))
    except ProviderRefused as error:
        return _failed(request, error)


def _enter(request: Any, under_way: flow_cookie.Flow, identity: Identity) -> HttpResponse:
    user_id = find_user_id(identity)
    if getattr(request, "actor", None) is not None or user_id is None:
        reason = "already signed in" if user_id else "identity: linked to nobody"
        raise ProviderRefused(reason)
    announce_user(user_id)
    user = users_who_may_sign_in().filter(pk=user_id).first()
    if user is None:
        raise ProviderRefused("identity: the user is not active")
    clear_authentication_records(request)
    strong = is_strong(identity.level)
    record_authentication(request, user, OIDC, level=identity.level, strong=strong)
    membership.note_sign_in_method(request, identity.level, identity.at)
    if identity.session:
        request.session[PROVIDER] = provider_session_digest(identity.issuer, identity.session).hex()
    request.session[ID_TOKEN] = under_way.id_token
    response: HttpResponse = perform_login(
        request, Login(user, redirect_url=under_way.then or None)
    )
    return response


def _link(request: Any, under_way: flow_cookie.Flow, identity: Identity) -> HttpResponse:
    if not is_recently_authenticated(request):
        raise ProviderRefused("link: not fresh")
    if not link_identity(identity):
        raise ProviderRefused("link: the identity is somebody's")
    log_act("login.factor", made="identity")
    return redirect("mfa_index")


def _prove(request: Any, under_way: flow_cookie.Flow, identity: Identity) -> HttpResponse:
    actor = getattr(request, "actor", None)
    if actor is None or find_user_id(identity) != actor.user_id:
        raise ProviderRefused("prove: another person came back")
    membership.renew_authentication(request, identity.at)
    return redirect(under_way.then or membership.next_address(request))


@csrf_exempt
@require_POST
def backchannel_logout(request: HttpRequest) -> HttpResponse:
    """The provider says a session is over (Back-Channel Logout 1.0)."""
    known = configured_client()
    try:
        if known is None:
            raise ProviderRefused("no provider")
        session, name = provider_answer(request)
        _only_once(f"logout:{name}")
    except (ProviderRefused, ProviderUnreachable) as error:
        log.warning("logout token refused: %s", error)
        return HttpResponse(status=400)
    end_provider_sessions(known.provider.issuer, session)
    return HttpResponse(status=200)


@require_GET
def left(request: HttpRequest) -> HttpResponse:
    """The same through the browser (Front-Channel Logout 1.0): the session's name is the proof."""
    known, session = configured_client(), request.GET.get("sid", "")
    if known is not None and session and request.GET.get("iss") == known.provider.issuer:
        end_provider_sessions(known.provider.issuer, session)
    return HttpResponse("", headers={"Content-Security-Policy": "default-src 'none'"})


def _only_once(name: str) -> None:
    if not cache.add(f"once:{name}", 1, timeout=LONGEST):
        raise ProviderRefused("used before")


def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """One page for every reason; the reason itself is for the log."""
    log.warning("provider sign-in failed: %s", error)
    failed_attempts.log_failed_attempt("provider", "")
    context = {"provider": provider_name(), "reachable": not isinstance(error, ProviderUnreachable)}
    return flow_cookie.delete_flow_cookie(
        render(request, "login/provider_failed.html", context, status=400)
    )
