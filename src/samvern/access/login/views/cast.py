# SPDX-License-Identifier: EUPL-1.2
"""The demonstration's door: sign in as any of the cast, by the same way as everybody.

A click sends login name and password to the ordinary page; the next page asks for the code as
always, and in a demonstration it shows beside it what the person's phone would show. Nothing is
skipped, and elsewhere the address does not exist.
"""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.access.login.cast import cast_password, players

FIRST = "kari"


@require_safe
def cast(request: HttpRequest) -> HttpResponse:
    """All of the cast, by organisation; first the one that the README's walk begins in."""
    groups = [
        (name, list(rows)) for name, rows in groupby(players(), key=lambda each: each.organisation)
    ]
    groups.sort(key=lambda group: all(each.login != FIRST for each in group[1]))
    context = {"groups": groups, "password": cast_password(), "actor": request.user}
    return render(request, "login/cast.html", context)
