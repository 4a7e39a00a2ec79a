# SPDX-License-Identifier: EUPL-1.2
"""Sharing a case with another organisation: what, for what, on which basis, until when.

A share rests on the person's consent, which must cover all that is shared, or on a provision whose
gate in the pack of law is open to the sender. The wall of the database ends it by itself at its
time, and at once when it is ended or the consent is withdrawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import SHAREABLE, Category
from samvern.access.dates import format_date
from samvern.access.errors import NotFound, Rejected, rejections_of_the_database
from samvern.access.gate import fetch_rows
from samvern.access.models import Organisation, Share, Unit
from samvern.access.unit_of_work import log_act
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import require_open_case
from samvern.cases.facts.presumed_children import facts_for_receiver, settled_for_receiver
from samvern.cases.notices.domain import notify
from samvern.cases.sharing.disclosure_grounds import (
    CONSENTS,
    DisclosureAssessment,
    DisclosureGround,
    assess_disclosure,
    stated_facts,
)
from samvern.law import InputError

LONGEST = timedelta(days=366)
USUAL_PERIOD = timedelta(days=90)
TELLS = {
    "police": "tell_police",
    "prosecution": "tell_police",
    "immigration": "tell_immigration",
    "reception": "tell_immigration",
}
"""The consent the disclosure grounds ask about, by the kind of the receiver."""


def list_shares(case: Case) -> list[Share]:
    """Everything the case was ever shared as, the newest first."""
    rows = Share.objects.filter(case_id=case.pk).select_related("organisation", "unit")
    return list(rows.order_by("-since"))


def is_live_share(share: Share) -> bool:
    """Whether it opens anything now."""
    return share.ended_at is None and share.since <= timezone.now() < share.until


def list_receivers(actor: Actor) -> list[Organisation]:
    """Organisations a case can be shared with."""
    return list(Organisation.objects.filter(active=True).exclude(pk=actor.organisation_id))


def get_receiver(actor: Actor, id: UUID) -> Organisation:
    """One of them.

    Raises:
        NotFound: there is none.
    """
    found = Organisation.objects.filter(pk=id, active=True).exclude(pk=actor.organisation_id)
    receiver = found.first()
    if receiver is None:
        raise NotFound("organisation", id)
    return receiver


def list_valid_consents(
    case: Case, receiver: Organisation, on: date | None = None
) -> list[Consent]:
    """What the people of the case agreed to towards a receiver, and that holds."""
    day = on or timezone.localdate()
    return list(
        Consent.objects.filter(
            Q(expires_on=None) | Q(expires_on__gte=day),
            case=case,
            recipient=receiver,
            refused=False,
            withdrawn_at=None,
        ).select_related("person")
    )


def find_disclosure_grounds(
    case: Case, receiver: Organisation, said: Iterable[str] = (), person: Person | None = None
) -> DisclosureAssessment:
    """The disclosure grounds towards a receiver, by what is known and what the sender says holds.

    ``person``: of whom something is told; None is the one the case is about.
    """
    today, told_now = timezone.localdate(), {**_agreed(case, receiver), **stated_facts(said)}
    who = person or Person.objects.filter(case=case).order_by("number").first()
    try:
        known = facts_for_receiver(who, receiver.kind) if who else {}
        return assess_disclosure(case.organisation, receiver, {**known, **told_now}, today)
    except InputError:  # what is known contradicts this; what the sender says stands alone
        settled = settled_for_receiver(who, receiver.kind) if who else {}
        return assess_disclosure(case.organisation, receiver, {**settled, **told_now}, today)


def share_by_consent(
    *,
    actor: Actor,
    case: Case,
    receiver: Organisation,
    consent_id: UUID,
    categories: Sequence[str],
    until: date,
    unit_id: UUID | None = None,
) -> Share:
    """Share what a consent covers, for its purpose and no longer than it lasts.

    Raises:
        Rejected: the consent does not hold, does not cover a category, or ends before ``until``.
    """
    consent = next((c for c in list_valid_consents(case, receiver) if c.pk == consent_id), None)
    if consent is None:
        raise Rejected(_("The consent does not hold any more. Choose another basis."))
    beyond = set(categories) - set(consent.categories) - {Category.CASE}
    if beyond:
        names = ", ".join(str(Category(each).label) for each in SHAREABLE if each in beyond)
        raise Rejected(_("The consent does not cover: %(names)s.") % {"names": names})
    if consent.expires_on and until > consent.expires_on:
        raise Rejected(
            _("The consent ends on %(day)s. Choose that day or an earlier one.")
            % {"day": format_date(consent.expires_on)}
        )
    basis = {"basis": Share.Basis.CONSENT, "consent_id": consent.pk, "purpose": consent.purpose}
    return _share(actor, case, receiver, categories, until, unit_id, basis)


def share_by_statute(
    *,
    actor: Actor,
    case: Case,
    receiver: Organisation,
    gate_id: str,
    said: Iterable[str],
    purpose: str,
    categories: Sequence[str],
    until: date,
    unit_id: UUID | None = None,
) -> Share:
    """Share on a provision whose ground holds when what the sender says holds.

    Raises:
        Rejected: a ground forbids it, or the chosen one is not open.
    """
    said = tuple(said)
    judged = find_disclosure_grounds(case, receiver, said)
    gate = next((each for each in judged.open if each.id == gate_id), None)
    if judged.forbidding and (gate is None or gate.strength != "must"):
        raise Rejected(_forbids(judged.forbidding[0]))
    if gate is None:
        raise Rejected(
            _("This provision allows sharing only when its conditions hold. Tick those that do.")
        )
    provision = f"{gate.provision[:150]} ({gate.id})"
    basis = {"basis": Share.Basis.STATUTE, "provision": provision, "purpose": purpose}
    return _share(actor, case, receiver, categories, until, unit_id, basis, said=list(said))


def end_share(*, actor: Actor, case: Case, share_id: UUID) -> None:
    """End a share: the receiver sees nothing from the next statement.

    Raises:
        NotFound: there is no such share that lasts.
    """
    ended = Share.objects.filter(pk=share_id, case_id=case.pk, ended_at=None).update(
        ended_at=timezone.now(), ended_by_id=actor.member_id
    )
    if not ended:
        raise NotFound("share", share_id)
    log_act("share.end", case=case.pk, object=share_id)
    if case.owner_id != actor.member_id:
        notify(case.owner_id, "share-ended", f"share-ended:{share_id}", case_id=case.pk)


def list_received_shares(actor: Actor) -> list[tuple[Share, Case | None]]:
    """What others share with the actor's organisation now, and the cases it opens to her.

    A case is None where the share is for another unit than hers.
    """
    now = timezone.now()
    rows = list(
        Share.objects.filter(
            organisation_id=actor.organisation_id, ended_at=None, since__lte=now, until__gt=now
        )
        .select_related("unit")
        .order_by("until")
    )
    found = Case.objects.filter(pk__in={row.case_id for row in rows}, erased_at=None)
    cases = {case.pk: case for case in found.select_related("organisation", "unit", "owner__unit")}
    return [(row, cases.get(row.case_id)) for row in rows]


def _share(
    actor: Actor,
    case: Case,
    receiver: Organisation,
    categories: Sequence[str],
    until: date,
    unit_id: UUID | None,
    basis: Mapping[str, Any],
    **detail: Any,
) -> Share:
    require_open_case(case, _("The case is closed. Open it again before you share it."))
    now = timezone.now()
    ends = _end_of(until)
    if not now < ends <= now + LONGEST:
        raise Rejected(_("Choose a last day from today and at most a year ahead."))
    if unit_id and not Unit.objects.filter(pk=unit_id, organisation=receiver).exists():
        raise Rejected(_("The unit belongs to another organisation. Choose again."))
    chosen = [each.value for each in SHAREABLE if each in {*categories, Category.CASE}]
    share = Share(
        case_id=case.pk,
        organisation=receiver,
        unit_id=unit_id,
        categories=chosen,
        since=now,
        until=ends,
        created_by_id=actor.member_id,
        **basis,
    )
    with rejections_of_the_database():
        share.save(force_insert=True)
    log_act(
        "share.make",
        case=case.pk,
        object=share.pk,
        to=receiver.pk,
        categories=chosen,
        basis=share.basis,
        provision=share.provision,
        **detail,
    )
    fetch_rows("tell_receivers", share.pk)
    return share


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _forbids(gate: DisclosureGround) -> str:
    return _("The law forbids this: %(provision)s. %(text)s") % {
        "provision": gate.provision,
        "text": gate.text,
    }


def _agreed(case: Case, receiver: Organisation) -> dict[str, Any]:
    """Whether the person agreed that this receiver is told: the consents say, nobody's memory."""
    option = TELLS.get(receiver.kind)
    if option is None:
        return {}
    return {CONSENTS: {"has" if list_valid_consents(case, receiver) else "not": [option]}}
