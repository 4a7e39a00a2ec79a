# SPDX-License-Identifier: EUPL-1.2
"""Opening a case in an emergency, and judging it afterwards."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.days import moment_name
from samvern.access.errors import Absent
from samvern.access.forms import Form
from samvern.access.roles import CASEWORK, Role
from samvern.access.views import WRITE, page
from samvern.cases.domain import glass as domain
from samvern.cases.domain.heads import Banner
from samvern.cases.views.attempts import attempt
from samvern.cases.words import Emergency, Verdict

HOURS = [(str(n), str(n)) for n in (1, 2, domain.HOURS, 8, 12, domain.MOST_HOURS)]


class GlassForm(Form):
    """Which case, why, and for how long."""

    reference = fields.LineField(
        label=lazy("Case reference"),
        help_text=lazy("Eight signs, for example AB2C-DE3F. Whoever called you may have it."),
        limit=20,
    )
    ground = fields.RadioField(label=lazy("Why?"), choices=Emergency.choices)
    reason = fields.TextField(
        label=lazy("What has happened?"),
        help_text=lazy("Those who have the case read this. Write no more than they need."),
        limit=domain.LONGEST_REASON,
        min_length=domain.SHORTEST_REASON,
        rows=3,
    )
    hours = fields.SelectField(
        label=lazy("For how many hours?"), choices=HOURS, initial=str(domain.HOURS)
    )


class VerdictForm(Form):
    """What a leader says of it."""

    verdict = fields.RadioField(label=lazy("Your judgement"), choices=Verdict.choices)
    words = fields.TextField(
        label=lazy("What must be followed up?"),
        help_text=lazy(
            "Needed if something must be followed up. Whoever opened the case is told, and both "
            "leaders and those who have the case read it."
        ),
        limit=domain.LONGEST_REASON,
        rows=3,
        required=False,
    )


class DangerForm(VerdictForm):
    """The same where somebody in the case is in danger now: it is a leader's to decide."""

    lasts = fields.RadioField(
        label=lazy(
            "Somebody in the case is in danger now. If it was not needed, is it to end now?"
        ),
        choices=[
            ("", lazy("Yes, end it now")),
            ("on", lazy("No, let it stay open until its time")),
        ],
        required=False,
    )


@page(methods=WRITE, fresh=True)
def glass(request: Request) -> HttpResponseBase:
    """Open one case, with a sign-in of the last minutes; every refusal reads the same."""
    form = GlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        reference = domain.written_reference(values.pop("reference"))
        hours = int(values.pop("hours"))
        try:
            case_id = domain.break_glass(
                actor=request.actor, reference=reference, hours=hours, **values
            )
            return redirect("workspace:case", case_id=case_id)
        except Absent:
            form.add_error("reference", _("There is no case with this reference to open."))
    openings = domain.own_openings(request.actor)
    status = 400 if form.is_bound else 200
    context = {
        "form": form,
        "openings": openings,
        "follow_up": domain.to_follow_up(request.actor),
    }
    return render(request, "cases/glass.html", context, status=status)


@page(methods=("POST",))
def glass_end(request: Request, glass_id: UUID) -> HttpResponseBase:
    """End one's own opening, or one of a case one has or leads."""
    case_id = domain.end_glass(actor=request.actor, glass_id=glass_id)
    if request.POST.get("from") == "team":
        return redirect("workspace:team", case_id=case_id)
    return redirect("workspace:home")


@page({Role.LEADER})
def glass_reviews(request: Request) -> HttpResponseBase:
    """Openings that wait for a leader, and those judged last."""
    context = {
        "waiting": domain.openings_to_review(request.actor),
        "judged": domain.reviewed_openings(request.actor),
    }
    return render(request, "cases/glass_reviews.html", context)


@page({Role.LEADER}, methods=WRITE)
def glass_review(request: Request, glass_id: UUID) -> HttpResponseBase:
    """Judge one opening."""
    waiting = domain.openings_to_review(request.actor)
    opening = next((each for each in waiting if each.glass.pk == glass_id), None)
    if opening is None:
        raise Absent("opening", glass_id)
    kind = DangerForm if domain.asks_of_danger(glass_id) else VerdictForm
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "lasts": form.cleaned_data.get("lasts") == "on"}
        judge = partial(domain.review_glass, actor=request.actor, glass_id=glass_id, **values)
        attempt(form, judge)
        if not form.errors:
            return redirect("workspace:glass_reviews")
    status = 400 if form.is_bound else 200
    context = {"form": form, "opening": opening}
    return render(request, "cases/glass_review.html", context, status=status)


def glass_banners(request: HttpRequest) -> dict[str, Any]:
    """For every page: a banner for each emergency opening that lasts, looked up when shown."""
    return {"glass_banners": SimpleLazyObject(lambda: _banners(request))}


def _banners(request: HttpRequest) -> list[Banner]:
    actor = getattr(request, "actor", None)
    if actor is None or actor.role not in CASEWORK:
        return []
    return [
        Banner(
            "danger",
            _("Emergency access."),
            _("You have one case open until %(at)s. All you do in it is read by others.")
            % {"at": moment_name(opening.expires_at)},
            reverse("workspace:case", kwargs={"case_id": opening.case_id}),
            _("To the case"),
        )
        for opening in domain.own_openings(actor)
    ]


urlpatterns = [
    path("break-glass/", glass, name="glass"),
    path("break-glass/<uuid:glass_id>/end", glass_end, name="glass_end"),
    path("break-glass/reviews/", glass_reviews, name="glass_reviews"),
    path("break-glass/reviews/<uuid:glass_id>", glass_review, name="glass_review"),
]
