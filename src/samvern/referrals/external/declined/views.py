# SPDX-License-Identifier: EUPL-1.2
"""After a no: what helps her anyway, a count without her, and what the counts come to."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.common.numbers import whole_number
from samvern.referrals.external.declined import domain
from samvern.referrals.external.declined.choices import (
    AGES,
    FORMS,
    OFFERED,
    REASONS,
    REGIONS,
    SEXES,
)


class DeclinedForm(Form):
    """What is counted."""

    region = fields.SelectField(label=lazy("Part of the country"), choices=REGIONS.items())
    form = fields.RadioField(label=lazy("Form of exploitation"), choices=FORMS.items())
    age = fields.RadioField(label=lazy("Age"), choices=AGES.items())
    sex = fields.RadioField(label=lazy("Sex"), choices=SEXES.items())
    offered = fields.CheckboxesField(
        label=lazy("Help that was offered"), choices=OFFERED.items(), required=False
    )
    reason = fields.RadioField(label=lazy("Why they said no"), choices=REASONS.items())


FIRST_YEAR = 2020
SECTION = {"section": "case_referrals"}


@workspace_view(methods=WRITE)
def referral_unnamed(request: Request, case_id: UUID) -> HttpResponseBase:
    """Count a no. It is not kept as a draft, and leads back to nobody."""
    case = get_managed_case(request.actor, case_id)
    text, plain = domain.safe_card()
    template, context = "referrals/outside/unnamed.html", {**SECTION, "text": text, "plain": plain}
    page = FormPage(
        DeclinedForm,
        partial(domain.count_declined, actor=request.actor, case=case),
        lambda _done: case_page(request, case, template, {**context, "done": True}),
        case=case,
        template=template,
        context=context,
    )
    return form_page(request, page)


@workspace_view(roles=CASEWORK | {Role.COORDINATOR})
def unnamed_counts(request: Request) -> HttpResponseBase:
    """Counts of a year; for a coordinator of the country, else of one's own organisation."""
    this_year = timezone.localdate().year
    given = request.GET.get("year", "")
    year = whole_number(given, 4) if len(given) == 4 else None
    year = min(max(this_year if year is None else year, FIRST_YEAR), this_year)
    whole, found = domain.declined_counts(request.actor, year)
    context = {
        "year": year,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < this_year else None,
        "whole": whole,
        "country": request.actor.role == Role.COORDINATOR,
        "tables": [_table(each) for each in found if each.rows],
    }
    return render(request, "referrals/outside/counts.html", context)


def _table(count: domain.DeclinedTable) -> Table:
    rows = [[TableCell(name), TableCell(str(number))] for name, number in count.rows]
    return Table(
        count.name, [TableColumn(count.name), TableColumn(domain.PEOPLE, numeric=True)], rows, ""
    )
