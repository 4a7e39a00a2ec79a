# SPDX-License-Identifier: EUPL-1.2
"""Sending to somebody without an account: the list, and the form."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.errors import Absent
from samvern.access.views import WRITE, page
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case, get_person
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.referrals.needed import covered, needed
from samvern.referrals.outside.domain import sending as domain
from samvern.referrals.outside.domain.crossing import get_crossing
from samvern.referrals.outside.domain.reading import entries_of
from samvern.referrals.outside.domain.towards import consents_outside, gates_towards
from samvern.referrals.outside.forms.sending import SendingForm
from samvern.referrals.outside.forms.starting import StartForm
from samvern.referrals.outside.lists import Kind, Way
from samvern.referrals.outside.models import Crossing, Sending
from samvern.referrals.outside.paper.letter import print_letter
from samvern.referrals.views.masking import mask, refill, sent, values_for
from samvern.referrals.wording import needs

FIRST_LINK = "l"
SECTION = {"section": "case_referrals"}


@page()
def referral_outside(request: Request, case_id: UUID) -> HttpResponseBase:
    """What was sent outside from a case, and the start of sending more."""
    case = get_case(request.actor, case_id)
    entries = entries_of(case)
    see("sending.list", case=case.pk, rows=len(entries))
    start = StartForm(people=_people(case)) if has_in_hand(request.actor, case) else None
    return case_page(
        request,
        case,
        "referrals/outside/list.html",
        {**SECTION, "entries": entries, "start": start},
    )


@page(methods=WRITE, fresh=True)
def referral_send(request: Request, case_id: UUID) -> HttpResponseBase:
    """Exactly what goes; ``?person=&kind=&need=&way=`` say to whom and what for."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    asked = _asked(request, case)
    key = f"sending:{case.pk}:{asked['person'].pk}"
    values = values_for(request, asked["person"], needed(asked["need"], asked["kind"]))
    judged = gates_towards(case, asked["person"], asked["kind"])
    consents = consents_outside(asked["person"])
    agreed = {each for consent in consents for each in consent.categories}
    form = drafted(
        SendingForm, actor=actor, key=key, data=sent(request),
        way=asked["way"], values=values, consents=consents, judged=judged,
        initial={"fields_sent": covered(values, agreed)},
    )  # fmt: skip
    refill(form, request)
    if form.is_bound and form.is_valid():
        made = attempt(form, lambda: _send(request, case, asked, form.cleaned_data))
        if made is not None:
            discard_draft(actor=actor, key=key)
            return made
    context = {**SECTION, "form": form, "judged": judged, "consents": consents, "values": values,
               "asked": asked, "query": request.GET.urlencode(),
               **mask(request, values)}  # fmt: skip
    return case_page(request, case, "referrals/outside/send.html", context)


def _send(
    request: Request, case: Case, asked: dict[str, Any], found: dict[str, Any]
) -> HttpResponse:
    """The link shown this once, or the letter as a file."""
    draft = domain.Draft(
        person=asked["person"], kind=asked["kind"], need=asked["need"], crossing=asked["crossing"],
        receiver=found["receiver"], fields=found["fields_sent"], choice=found["basis"],
        said=found.get("holds") or (), message=found["message"], ring=found["ring"],
        language=found["language"], id=found["id"],
    )  # fmt: skip
    if asked["way"] == Way.LETTER:
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


def _file(sending: Sending, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    name = _("Referral %(day)s") % {"day": sending.created_at.date().isoformat()}
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response["Content-Security-Policy"] = "sandbox"
    return response


def _asked(request: Request, case: Case) -> dict[str, Any]:
    """What the address asks for; what is in no list is as absent as a stranger's case."""
    given = request.GET
    crossing = given.get("crossing", "")
    known = (
        given.get("kind") in Kind.values
        and given.get("way") in Way.values
        and given.get("need") in dict(needs())
    )
    if not known:
        raise Absent("page")
    return {
        "person": get_person(request.actor, case.pk, _id(given.get("person"))),
        "kind": given["kind"],
        "kind_name": Kind(given["kind"]).label,
        "need": given["need"],
        "way": given["way"],
        "crossing": _crossing(request, case, crossing) if crossing else None,
    }


def _crossing(request: Request, case: Case, id: str) -> Crossing:
    return get_crossing(request.actor, case.pk, _id(id))


def _id(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return UUID(int=0)


def _people(case: Case) -> list[tuple[str, str]]:
    return [(str(id), name) for id, name in people_named(case).items()]


ONE = "cases/<uuid:case_id>/referrals/outside"
urlpatterns = [
    path(f"{ONE}/", referral_outside, name="referral_outside"),
    path(f"{ONE}/new", referral_send, name="referral_send"),
]
