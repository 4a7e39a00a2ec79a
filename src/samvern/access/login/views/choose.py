# SPDX-License-Identifier: EUPL-1.2
"""On whose behalf: a person with several memberships acts in one at a time."""

from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvern.access.login import opening
from samvern.access.sessions import ACTING


@require_http_methods(("GET", "HEAD", "POST"))
def choose(request: HttpRequest) -> HttpResponse:
    """Choose among one's memberships, or learn that there is none."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    found = opening.memberships(request)
    chosen = request.POST.get("member", "")
    for each in found:
        if request.method == "POST" and str(each.member) == chosen:
            opening.open_for(request, each)
            return redirect(get_next_redirect_url(request) or opening.next_address(request))
    context = {
        "memberships": found,
        "next": get_next_redirect_url(request) or "",
        "present": request.session.get(ACTING, ""),
        "failed": request.method == "POST",
    }
    return render(request, "login/choose.html", context)
