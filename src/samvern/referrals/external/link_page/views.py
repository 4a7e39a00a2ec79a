# SPDX-License-Identifier: EUPL-1.2
"""The page of whoever got a sealed link. Opening its address uses up nothing and asks no database:
programs that look at links before people do see a form, the same for every link.
"""

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samvern.access.unit_of_work import unit_of_work_for
from samvern.common.addresses import addresses_by_language
from samvern.identity.secret_links import normalise_typed_code
from samvern.referrals.external.link_page.domain import answer_link, open_link
from samvern.referrals.external.link_page.forms import LONGEST_SECRET, LinkCodeForm, ReplyForm

LINK = "l"
"""The name of the secret in the address."""
log = logging.getLogger(__name__)


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def from_samvern(request: HttpRequest) -> HttpResponse:
    """Ask for the code; show what the link holds; take the answer."""
    if request.method != "POST":
        given = normalise_typed_code(request.GET.get(LINK, ""))[:LONGEST_SECRET]
        context = {
            "form": LinkCodeForm(initial={"link": given}),
            "translations": _languages(request),
        }
        return _page(request, context)
    try:
        with unit_of_work_for(""):
            return _answer(request) if "move" in request.POST else _open(request)
    except (Error, ImproperlyConfigured) as error:
        log.warning("a link could not be tried: %s", type(error).__name__)
        return _page(request, {"trouble": _("It does not work just now. Try again later.")}, 503)


def _open(request: HttpRequest) -> HttpResponse:
    form = LinkCodeForm(request.POST)
    if not form.is_valid():
        return _page(request, {"form": form}, 400)
    link, code = normalise_typed_code(form.cleaned_data["link"]), form.cleaned_data["code"]
    opened = open_link(link, code)
    if opened is None:
        return _shut(request, link)
    reply = ReplyForm(initial={"link": link, "code": normalise_typed_code(code)})
    return _page(request, {"opened": opened, "reply": reply})


def _answer(request: HttpRequest) -> HttpResponse:
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, {"reply": form}, 400)
    found = form.cleaned_data
    taken = answer_link(
        found["link"], found["code"], move=found["move"], words=found["words"],
        reason=found["reason"] if found["move"] == "decline" else "",
    )  # fmt: skip
    return _page(request, {"answered": found["move"]}) if taken else _shut(request, found["link"])


def _shut(request: HttpRequest, link: str) -> HttpResponse:
    """One answer for a wrong code, an unknown link, and one that is over or called back."""
    form = LinkCodeForm(initial={"link": normalise_typed_code(link)[:LONGEST_SECRET]})
    return _page(request, {"form": form, "shut": True}, 400)


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page in the other languages, with the link's secret."""
    given = normalise_typed_code(request.GET.get(LINK, ""))[:LONGEST_SECRET]
    query = f"?{urlencode({LINK: given})}" if given else ""
    current, addresses = translation.get_language(), addresses_by_language("from_samvern")
    return [
        {"code": code, "name": name, "url": addresses[code] + query, "current": code == current}
        for code, name in settings.LANGUAGES
    ]


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, "referrals/outside/link.html", context, status=status)
