# SPDX-License-Identifier: EUPL-1.2
"""From the guide into a case: answers are kept for 24 hours under a code the visitor alone sees.

The guide itself keeps nothing and needs no database; this one page does, and says so when there is
none.
"""

import logging

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samvern.access.client_ip import client_lane
from samvern.access.errors import Rejected
from samvern.cases.opening.guide_transfer import create_guide_transfer
from samvern.guide import answer_cookie

TEMPLATE = "carrying.html"
log = logging.getLogger(__name__)


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def transfer_answers(request: HttpRequest) -> HttpResponse:
    """Say what happens to the answers; then keep them, and show the code this once."""
    state = answer_cookie.load(request)
    if not state.answers:
        return redirect("guide:answer")
    if request.method != "POST":
        return render(request, TEMPLATE, {})
    try:
        with transaction.atomic():
            code = create_guide_transfer(state.answers, timezone.localdate(), client_lane(request))
    except Rejected as refused:
        return render(request, TEMPLATE, {"trouble": " ".join(refused.messages)}, status=503)
    except (Error, ImproperlyConfigured) as error:
        log.warning("answers could not be carried over: %s", type(error).__name__)
        return render(request, TEMPLATE, {"trouble": _("It does not work just now.")}, status=503)
    return render(request, TEMPLATE, {"code": code})
