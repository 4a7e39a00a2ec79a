# SPDX-License-Identifier: EUPL-1.2
"""Sending a referral: the sender's act. What the receiver does not need cannot be sent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import SHAREABLE, Category
from samvern.access.contact_person import own_contact_person
from samvern.access.dates import format_date
from samvern.access.errors import Rejected, rejections_of_the_database
from samvern.access.models import Unit
from samvern.access.roles import PROGRAM
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack
from samvern.cases.core.permissions import get_managed_case, require_open_case
from samvern.cases.core.selectors import get_own_case, get_person
from samvern.cases.sharing.domain import LONGEST
from samvern.referrals.choices import field_name
from samvern.referrals.core.letters import LetterContent, write_letter
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import AGE, CATEGORY_OF, needed_fields
from samvern.referrals.drafts.case_fields import collect_fields
from samvern.referrals.drafts.legal_basis import ReferralDraft, find_legal_basis
from samvern.referrals.matching.traits import ages_of
from samvern.referrals.reminder_schedule import answer_by, heard_by


def send_referral(
    *,
    actor: Actor,
    case: Case,
    draft: ReferralDraft,
    basis: str,
    said: Iterable[str] = (),
    fields: Sequence[str] = (),
    categories: Sequence[str] = (),
    message: str = "",
    until: date,
    ground: Mapping[str, Any] | None = None,
) -> Referral:
    """Send exactly these fields of those the receiver needs; the case is shared once accepted.

    ``basis``: ``consent:<id>`` or ``gate:<id of the pack>``. ``said``: what the sender says holds.
    ``ground``: what it rests on, where another road has judged that already (a child's).

    Raises:
        Rejected: it is not needed, not covered, or for too long; the text says what would open it.
        NotFound: the case is not the actor's to refer from, or has no such person.
    """
    case = _case_of(actor, case)
    require_open_case(case, _("The case is closed. Open it again before you refer anybody."))
    get_person(actor, case.pk, draft.person.pk)
    _must_be_needed(draft, fields)
    shared = [each.value for each in SHAREABLE if each in {*categories, Category.CASE}]
    ends = _end_of(until, draft.urgency)
    covered = {*shared, *_categories(fields)}
    carried = ground or find_legal_basis(case, draft, basis, tuple(said), covered, until)
    referral = _made(actor, case, draft, categories=shared, share_until=ends, **carried)
    values = collect_fields(actor, draft.person, tuple(fields))
    ages = ages_of(draft.person) if AGE in values else None
    content = LetterContent(values, message, own_contact_person(actor), ages)
    referral.fields = list(content.values)
    with rejections_of_the_database():
        referral.save(force_insert=True)
    write_letter(actor=actor, referral=referral, content=content)
    _record(referral, list(said))
    return referral


def _made(actor: Actor, case: Case, draft: ReferralDraft, **values: Any) -> Referral:
    return Referral(
        case_id=case.pk,
        person_id=draft.person.pk,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state="sent",
        receiver=draft.receiver,
        receiver_unit_id=_unit_of(draft),
        service=draft.service,
        handed_from=draft.handed_from,
        need=draft.need,
        urgency=draft.urgency,
        due_at=answer_by(draft.urgency, timezone.now(), current_pack().ruleset.holidays),
        **values,
    )


def _record(referral: Referral, said: list[str]) -> None:
    log_act(
        "referral.send",
        case=referral.case_id,
        object=referral.pk,
        to=referral.receiver_id,
        need=referral.need,
        fields=referral.fields,
        categories=referral.categories,
        basis=referral.basis,
        provision=referral.provision,
        said=said,
    )


def _case_of(actor: Actor, case: Case) -> Case:
    """An API client sends on behalf of its organisation; a person from a case she has in hand."""
    reach = get_own_case if actor.role == PROGRAM else get_managed_case
    return reach(actor, case.pk)


def _must_be_needed(draft: ReferralDraft, fields: Sequence[str]) -> None:
    beyond = set(fields) - set(needed_fields(draft.need, draft.receiver.kind))
    if beyond:
        names = ", ".join(sorted(field_name(code) for code in beyond))
        raise Rejected(_("The receiver does not need: %(names)s. Take it out.") % {"names": names})


def _categories(fields: Iterable[str]) -> set[str]:
    return {CATEGORY_OF[code].value for code in fields}


def _unit_of(draft: ReferralDraft) -> UUID | None:
    if (
        draft.unit_id
        and not Unit.objects.filter(pk=draft.unit_id, organisation=draft.receiver).exists()
    ):
        raise Rejected(_("The unit belongs to another organisation. Choose again."))
    return draft.unit_id


def _end_of(until: date, urgency: str) -> datetime:
    """The end of the last day. It never comes before everybody who is to hear of a silence has."""
    now = timezone.now()
    ends = timezone.make_aware(datetime.combine(until + timedelta(days=1), time()))
    if not now < ends <= now + LONGEST:
        raise Rejected(_("Choose a last day from today and at most a year ahead."))
    first = timezone.localdate(heard_by(urgency, now, current_pack().ruleset.holidays))
    if until < first:
        raise Rejected(
            _(
                "The last day is too early. The receiver has time to answer, and if nobody does, "
                "the leaders and the coordinator are told by %(day)s. Choose %(day)s or later, or "
                "ask for an answer sooner."
            )
            % {"day": format_date(first)}
        )
    return ends
