# SPDX-License-Identifier: EUPL-1.2
"""The directory: everybody at work reads it, leaders keep their organisation's entries."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation, Unit
from samvern.access.roles import Role
from samvern.cases.core.pack import current_pack
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.guide.directory import need_name
from samvern.referrals.choices import DAYS, SEXES, place_name, source_names
from samvern.referrals.directory import domain
from samvern.referrals.directory.forms import (
    DirectorySearchForm,
    ServiceChangeForm,
    ServiceForm,
    hours_lines,
    initial_values,
    of_organisation,
)
from samvern.referrals.directory.models import Service


@workspace_view()
def directory(request: Request) -> HttpResponseBase:
    """Who offers what, and to whom."""
    form = DirectorySearchForm(request.GET or None, places=domain.place_choices())
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = domain.services(actor=request.actor, **chosen)
    keeps = domain.can_edit_directory(request.actor, request.actor.organisation_id)
    context = {
        "form": form,
        "services": [_shown(row) for row in rows],
        "keeps": keeps,
        "own": domain.own_services(request.actor) if keeps else [],
    }
    return render(request, "referrals/directory.html", context)


@workspace_view({Role.LEADER}, methods=WRITE)
def service_new(request: Request) -> HttpResponseBase:
    """A new entry."""
    page = FormPage(
        _form(ServiceForm, request),
        partial(domain.add_service, actor=request.actor),
        "directory",
        title=_("New entry"),
        template="referrals/service.html",
        initial={"active": True},
        says_saved=True,
    )
    return form_page(request, page)


@workspace_view({Role.LEADER}, methods=WRITE)
def service_edit(request: Request, service_id: UUID) -> HttpResponseBase:
    """Change an entry."""
    row = domain.get_own_service(request.actor, service_id)
    page = FormPage(
        _form(ServiceChangeForm, request),
        partial(domain.change_service, actor=request.actor, service=row),
        "directory",
        title=row.name,
        template="referrals/service.html",
        initial=initial_values,
        row=row,
        says_saved=True,
    )
    return form_page(request, page)


def _form(shape: type[ServiceForm], request: Request) -> type[ServiceForm]:
    own = request.actor.organisation_id
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=own)
    return of_organisation(shape, kind, list(Unit.objects.filter(organisation_id=own)))


def _shown(row: Service) -> dict[str, Any]:
    actor = current_pack().ruleset.actors.get(row.organisation.actor_code)
    return {
        "row": row,
        "needs": [need_name(need) for need in row.needs],
        "whom": _whom(row),
        "places": [place_name(each) for each in row.regions or ["national"]],
        "hours": _hours(row),
        "basis": source_names(actor.basis) if actor else "",
    }


def _whom(row: Service) -> str:
    parts = [str(SEXES[sex]) for sex in row.sexes if sex in SEXES]
    if row.youngest is not None:
        parts.append(_("from %(low)s years") % {"low": row.youngest})
    if row.oldest is not None:
        parts.append(_("up to %(high)s years") % {"high": row.oldest})
    if row.with_children is not None:
        parts.append(_("with children") if row.with_children else _("without children"))
    if row.accessible is not None:
        parts.append(_("wheelchair") if row.accessible else _("no wheelchair"))
    return ", ".join([*parts, *row.languages])


def _hours(row: Service) -> list[str]:
    """Days in a row with the same hours are said once."""
    if row.round_the_clock:
        return [_("Round the clock")]
    spans: list[tuple[int, int, str]] = []
    for day, line in enumerate(hours_lines(row).splitlines()):
        if line == "-":
            continue
        if spans and spans[-1][1:] == (day - 1, line):
            spans[-1] = (spans[-1][0], day, line)
        else:
            spans.append((day, day, line))
    return [f"{_days(first, last)} {line}" for first, last, line in spans]


def _days(first: int, last: int) -> str:
    return str(DAYS[first]) if first == last else f"{DAYS[first]}–{str(DAYS[last]).lower()}"
