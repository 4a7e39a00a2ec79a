# SPDX-License-Identifier: EUPL-1.2
"""Sharing a case, and what others share."""

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.calling import call_of
from samvern.access.categories import SHAREABLE, Category
from samvern.access.forms import Form
from samvern.access.models import Organisation, Share, Unit
from samvern.access.views import WRITE, page
from samvern.cases.domain import sharing as domain
from samvern.cases.domain.gates import Judged, question
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case
from samvern.cases.kinds import purpose_name
from samvern.cases.models import Case, Consent
from samvern.cases.purposes import Purpose
from samvern.cases.views.attempts import attempt, offer
from samvern.cases.views.shell import case_page

CONSENT, GATE = "consent", "gate"
CHOICES = [(each.value, each.label) for each in SHAREABLE if each is not Category.CASE]


class ReceiverForm(Form):
    """Who is to see it; what the law says depends on that."""

    to = fields.SelectField(label=lazy("Share with"), choices=[])


class ShareForm(Form):
    """What, for what, on which basis, until when."""

    basis = fields.RadioField(
        label=lazy("What allows it?"),
        choices=[],
        help_text=lazy("Ask the person first when you can. The law is for when you cannot."),
    )
    holds = fields.ChecksField(
        label=lazy("What holds here?"),
        choices=[],
        required=False,
        help_text=lazy("Only for sharing on a provision of law. What you tick is kept."),
    )
    categories = fields.ChecksField(
        label=lazy("What do you share?"),
        choices=CHOICES,
        help_text=lazy("No more than the receiver needs. That the case exists is always seen."),
    )
    purpose = fields.SelectField(
        label=lazy("What for?"),
        choices=Purpose.choices,
        required=False,
        help_text=lazy("A consent has its purpose already."),
    )
    unit_id = fields.SelectField(
        label=lazy("Which unit?"), choices=[], empty=lazy("All case workers there"), required=False
    )
    until = fields.NearDayField(label=lazy("Last day"))

    def __init__(
        self,
        *args: Any,
        consents: list[Consent],
        names: dict[UUID, str],
        judged: Judged,
        units: list[Unit],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        gates = {gate.id: gate for gate in (*judged.open, *judged.undecided)}
        self.fields["basis"].choices = [  # type: ignore[attr-defined]
            *((f"{CONSENT}:{c.pk}", _consent_name(c, names)) for c in consents),
            *((f"{GATE}:{gate.id}", f"{gate.name} ({gate.provision})") for gate in gates.values()),
        ]
        if judged.asked:
            self.fields["holds"].choices = [  # type: ignore[attr-defined]
                (fact, question(fact)) for fact in judged.asked
            ]
        else:
            del self.fields["holds"]
        offer(self, "unit_id", [(str(unit.pk), unit.name) for unit in units])

    def clean(self) -> dict[str, Any]:
        """A share on a provision says what it is for."""
        found: dict[str, Any] = self.cleaned_data
        if str(found.get("basis", "")).startswith(GATE) and not found.get("purpose"):
            self.add_error("purpose", ValidationError(_("Choose under “What for?”.")))
        return found


@page()
def sharing(request: Request, case_id: UUID) -> HttpResponseBase:
    """What the case is and was shared as."""
    case = get_case(request.actor, case_id)
    in_hand = has_in_hand(request.actor, case)
    shares = domain.shares_of(case)
    see("sharing.see", case=case.pk, rows=len(shares))
    form = ReceiverForm()
    offer(form, "to", _names(domain.receivers(request.actor)) if in_hand else [])
    context = {
        "live": [_shown(share) for share in shares if domain.is_live(share)],
        "over": [_shown(share) for share in shares if not domain.is_live(share)],
        "receiver": form,
        "in_hand": in_hand,
    }
    return case_page(request, case, "cases/sharing.html", context)


@page(methods=WRITE)
def share_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Share with one organisation; ``?to=`` names it."""
    case = get_case_in_hand(request.actor, case_id)
    receiver = domain.get_receiver(request.actor, _receiver_id(request))
    consents = domain.consents_for(case, receiver)
    judged = domain.gates_for(case, receiver)
    form = ShareForm(
        request.POST or None,
        consents=consents,
        names=people_named(case),
        judged=judged,
        units=list(Unit.objects.filter(organisation=receiver)),
        initial={"until": timezone.localdate() + domain.USUAL},
    )
    if request.method == "POST" and form.is_valid():
        share = attempt(
            form, partial(share_as_chosen, request, case, receiver, **form.cleaned_data)
        )
        if share is not None:
            return redirect("workspace:sharing", case_id=case.pk)
    context = {
        "form": form,
        "receiver": receiver,
        "judged": judged,
        "consents": consents,
        "action": f"?to={receiver.pk}",
    }
    return case_page(request, case, "cases/share_new.html", context)


@page(methods=("POST",))
def share_end(request: Request, case_id: UUID, share_id: UUID) -> HttpResponseBase:
    """End a share at once."""
    case = get_case_in_hand(request.actor, case_id)
    domain.end_share(actor=request.actor, case=case, share_id=share_id)
    return redirect("workspace:sharing", case_id=case.pk)


@page()
def shared_with_us(request: Request) -> HttpResponseBase:
    """What other organisations share with ours now."""
    rows = domain.shared_with(request.actor)
    see("sharing.received", rows=len(rows))
    shown = [
        {**_shown(share), "case": case, "call": case and call_of(case.owner)}
        for share, case in rows
    ]
    return render(request, "cases/shared.html", {"shares": shown})


def share_as_chosen(
    request: Request,
    case: Case,
    receiver: Organisation,
    *,
    basis: str,
    unit_id: str,
    purpose: str,
    holds: list[str] | None = None,
    **values: Any,
) -> Share:
    """Share as a :class:`ShareForm` was filled in. Raises Refused as the sharing itself does."""
    kind, _colon, which = basis.partition(":")
    common = {
        "actor": request.actor,
        "case": case,
        "receiver": receiver,
        "unit_id": UUID(unit_id) if unit_id else None,
        **values,
    }
    if kind == CONSENT:
        return domain.share_by_consent(consent_id=UUID(which), **common)
    return domain.share_by_statute(gate_id=which, said=holds or (), purpose=purpose, **common)


def _receiver_id(request: Request) -> UUID:
    try:
        return UUID(request.GET.get("to", ""))
    except ValueError:
        return UUID(int=0)


def _names(rows: list[Organisation]) -> list[tuple[str, str]]:
    return [(str(row.pk), row.name) for row in rows]


def _consent_name(consent: Consent, names: dict[UUID, str]) -> str:
    labels = ", ".join(str(Category(each).label) for each in consent.categories)
    return _("Consent from %(who)s: %(purpose)s. Covers: %(what)s") % {
        "who": names.get(consent.person_id, ""),
        "purpose": purpose_name(consent.purpose),
        "what": labels,
    }


def _shown(share: Share) -> dict[str, Any]:
    return {
        "share": share,
        "what": [Category(each).label for each in share.categories],
        "purpose": purpose_name(share.purpose),
        "last": timezone.localdate(share.until - timedelta(seconds=1)),
    }


ONE = "cases/<uuid:case_id>/sharing"
urlpatterns = [
    path("shared/", shared_with_us, name="shared_with_us"),
    path(f"{ONE}/", sharing, name="sharing"),
    path(f"{ONE}/new", share_new, name="share_new"),
    path(f"{ONE}/<uuid:share_id>/end", share_end, name="share_end"),
]
