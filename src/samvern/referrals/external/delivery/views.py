# SPDX-License-Identifier: EUPL-1.2
"""Sending to somebody without an account: the list, and the form."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, get_person, person_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.common.downloads import PDF, file_response
from samvern.referrals.choices import needs
from samvern.referrals.data_minimisation import fields_covered_by, needed_fields
from samvern.referrals.drafts.masking import field_values, mask_context, unmasking
from samvern.referrals.external.choices import DeliveryMethod, ReceiverKind
from samvern.referrals.external.cross_border.domain import get_cross_border_referral
from samvern.referrals.external.delivery import domain
from samvern.referrals.external.delivery.content import ExternalDraft
from samvern.referrals.external.delivery.forms import (
    ExternalReferralForm,
    RecordAnswerForm,
    RevokeForm,
    StartExternalReferralForm,
)
from samvern.referrals.external.delivery.letter import print_letter
from samvern.referrals.external.delivery.models import ExternalReferral
from samvern.referrals.external.delivery.selectors import (
    external_referrals_of,
    read_external_referral,
)
from samvern.referrals.external.legal_basis import external_consents, external_disclosure_grounds
from samvern.referrals.external.workflow import LIVE

FIRST_LINK = "l"
SECTION = {"section": "case_referrals"}
SENT = "referrals/outside/sent.html"


@workspace_view()
def referral_outside(request: Request, case_id: UUID) -> HttpResponseBase:
    """What was sent outside from a case, and the start of sending more."""
    case = get_case(request.actor, case_id)
    entries = external_referrals_of(case)
    log_read("sending.list", case=case.pk, rows=len(entries))
    start = (
        StartExternalReferralForm(
            people=[(str(id), name) for id, name in person_names(case).items()]
        )
        if can_manage_case(request.actor, case)
        else None
    )
    return case_page(
        request,
        case,
        "referrals/outside/list.html",
        {**SECTION, "entries": entries, "start": start},
    )


@workspace_view(methods=WRITE, fresh=True)
def referral_send(request: Request, case_id: UUID) -> HttpResponseBase:
    """Exactly what goes; ``?person=&kind=&need=&way=`` say to whom and what for."""
    case = get_managed_case(request.actor, case_id)
    asked = _asked(request, case)
    values = field_values(request, asked["person"], needed_fields(asked["need"], asked["kind"]))
    judged = external_disclosure_grounds(case, asked["person"], asked["kind"])
    consents = external_consents(asked["person"])
    agreed = {each for consent in consents for each in consent.categories}
    page = FormPage(
        unmasking(request, ExternalReferralForm),
        partial(_send, request, case, asked),
        lambda response: response,
        case=case,
        template="referrals/outside/send.html",
        draft=f"sending:{case.pk}:{asked['person'].pk}",
        initial={"fields_sent": fields_covered_by(values, agreed)},
        options={"way": asked["way"], "values": values, "consents": consents, "judged": judged},
        values=lambda form: {"found": form.cleaned_data},
        context={
            **SECTION,
            "judged": judged,
            "consents": consents,
            "values": values,
            "asked": asked,
            "query": request.GET.urlencode(),
            **mask_context(request, values),
        },
    )
    return form_page(request, page)


def _send(
    request: Request, case: Case, asked: dict[str, Any], found: dict[str, Any]
) -> HttpResponse:
    """The link shown this once, or the letter as a file."""
    draft = ExternalDraft(
        person=asked["person"], kind=asked["kind"], need=asked["need"], crossing=asked["crossing"],
        receiver=found["receiver"], fields=found["fields_sent"], choice=found["basis"],
        said=found.get("holds") or (), message=found["message"], ring=found["ring"],
        language=found["language"], id=found["id"],
    )  # fmt: skip
    if asked["way"] == DeliveryMethod.LETTER:
        sending, content = domain.send_letter(actor=request.actor, case=case, draft=draft)
        return _file(sending, print_letter(request.actor, content))
    sent = domain.send_link(
        actor=request.actor, case=case, draft=draft,
        hours=int(found["hours"]), openings=int(found["openings"]),
    )  # fmt: skip
    with translation.override(draft.language):
        at = reverse("from_samvern")
    address = request.build_absolute_uri(f"{at}?{urlencode({FIRST_LINK: sent.secret})}")
    context = {**SECTION, "sent": sent, "address": address, "receiver": draft.receiver}
    return case_page(request, case, "referrals/outside/once.html", context)


def _file(sending: ExternalReferral, content: bytes) -> HttpResponse:
    name = _("Referral %(day)s") % {"day": sending.created_at.date().isoformat()}
    response = file_response(f"{name}.pdf", content, PDF)
    response["Content-Security-Policy"] = "sandbox"
    return response


def _asked(request: Request, case: Case) -> dict[str, Any]:
    """What the address asks for; what is in no list is as absent as a stranger's case."""
    given = request.GET
    crossing = given.get("crossing", "")
    known = (
        given.get("kind") in ReceiverKind.values
        and given.get("way") in DeliveryMethod.values
        and given.get("need") in dict(needs())
    )
    if not known:
        raise NotFound("page")
    return {
        "person": get_person(request.actor, case.pk, _id(given.get("person"))),
        "kind": given["kind"],
        "kind_name": ReceiverKind(given["kind"]).label,
        "need": given["need"],
        "way": given["way"],
        "crossing": get_cross_border_referral(request.actor, case.pk, _id(crossing))
        if crossing
        else None,
    }


def _id(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return UUID(int=0)


@workspace_view()
def referral_sent(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """One thing sent: what it was, and what came back."""
    case = get_case(request.actor, case_id)
    sending = domain.get_external_referral(request.actor, case.pk, sending_id)
    log_read("sending.see", case=case.pk, object=sending.pk)
    context: dict[str, Any] = {**SECTION, "s": read_external_referral(sending)}
    if can_manage_case(request.actor, case) and sending.state in LIVE:
        context |= {"answer": RecordAnswerForm(prefix="answer"), "back": RevokeForm(prefix="back")}
    return case_page(request, case, SENT, context)


@workspace_view(methods=("POST",))
def referral_sent_end(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """Call it back at once."""
    return _follow_up(request, case_id, sending_id, "back")


@workspace_view(methods=("POST",))
def referral_sent_answer(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """Write down an answer that came on the telephone or by post."""
    return _follow_up(request, case_id, sending_id, "answer")


FOLLOW_UPS: dict[str, tuple[type[Form], Callable[..., Any]]] = {
    "back": (RevokeForm, domain.revoke_external_referral),
    "answer": (RecordAnswerForm, domain.record_answer),
}
"""What is done with one thing sent: its form, and what saves it."""


def _follow_up(request: Request, case_id: UUID, sending_id: UUID, act: str) -> HttpResponseBase:
    case = get_managed_case(request.actor, case_id)
    sending = domain.get_external_referral(request.actor, case.pk, sending_id)
    form, save = FOLLOW_UPS[act]
    page = FormPage(
        form,
        partial(save, actor=request.actor, sending=sending),
        "referral_sent",
        case=case,
        where={"sending_id": sending.pk},
        template=SENT,
        options={"prefix": act},
        context=lambda form: {
            **SECTION,
            "s": read_external_referral(sending),
            "back": "",
            act: form,
        },
    )
    return form_page(request, page)
