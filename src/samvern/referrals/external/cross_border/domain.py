# SPDX-License-Identifier: EUPL-1.2
"""The moves of a cross-border referral: made only when everything is settled; and reaching one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected, rejections_of_the_database
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import apply_transition
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import current_pack, localized, rule_provisions
from samvern.cases.core.permissions import require_open_case
from samvern.cases.core.selectors import get_case
from samvern.cases.facts.domain import read_facts, save_facts
from samvern.identity.sealing import set_sealed
from samvern.law import InputError, Truth
from samvern.referrals.external.choices import CrossBorderKind, TransferGround
from samvern.referrals.external.cross_border.checks import (
    CLEAR,
    Kind,
    add_check,
    checks_of,
    require_checks,
)
from samvern.referrals.external.cross_border.countries import in_eea
from samvern.referrals.external.cross_border.models import (
    CrossBorderReferral,
    CrossBorderReferralStep,
)
from samvern.referrals.external.cross_border.risks import REMOVAL, VETO, evaluate_departure
from samvern.referrals.external.legal_basis import external_consents
from samvern.referrals.external.workflow import CROSSING


def apply_move(
    *,
    actor: Actor,
    crossing: CrossBorderReferral,
    name: str,
    happened_on: date | None = None,
    reason: str = "",
    words: str = "",
) -> CrossBorderReferral:
    """Make a transition. Before it is sent and before she leaves, her stay is asked anew.

    Raises:
        Rejected: something is not settled. StaleState: it is elsewhere already.
    """
    if name in ("send", "depart"):
        ask_stay(actor=actor, crossing=crossing)
        require_checks(crossing)
    step = CrossBorderReferralStep(
        of=crossing, case_id=crossing.case_id, move=name, happened_on=happened_on
    )
    step.reason = reason if CROSSING.transition(name).reasons else ""
    set_sealed(step, words=words)
    moved = apply_transition(CROSSING, step, crossing, actor=actor)
    if name == "depart" and crossing.kind == CrossBorderKind.RETURN:
        _tell_the_law(actor, crossing, departed_on=(happened_on or timezone.localdate()))
    return moved


def _tell_the_law(actor: Actor, crossing: CrossBorderReferral, departed_on: date) -> None:
    """Write down that she left, so that the pack's clocks on support after return run."""
    person = Person.objects.get(pk=crossing.person_id)
    known = {**read_facts(person).answers, "departed_on": departed_on.isoformat()}
    with suppress(InputError):  # what is known contradicts it: those on the case mend that
        save_facts(actor=actor, person=person, answers=known)


def ask_stay(*, actor: Actor, crossing: CrossBorderReferral) -> None:
    """Ask the pack whether her stay forbids that she is sent, and write the answer down if new.

    Raises:
        Rejected: it does; the text is the rule's.
    """
    person = Person.objects.get(pk=crossing.person_id)
    why = stay_forbids(person)
    if why:
        raise Rejected(
            _("She has a reflection period, and nobody is sent away in it. %(why)s If she herself "
              "wants to leave before it ends, the police end the permit at her wish first: write "
              "down the new stay under what is known.") % {"why": why}
        )  # fmt: skip
    newest = next((row for row in reversed(checks_of(crossing)) if row.kind == Kind.STAY), None)
    if newest is None or newest.outcome != CLEAR:
        words = {"why": _("No reflection period runs, by what is known.")}
        add_check(actor=actor, crossing=crossing, kind=Kind.STAY, outcome=CLEAR, words=words)


def get_cross_border_referral(actor: Actor, case_id: UUID, id: UUID) -> CrossBorderReferral:
    """A cross-border referral of a case the actor reaches.

    Raises:
        NotFound: there is none.
    """
    case = get_case(actor, case_id)
    found = (
        CrossBorderReferral.objects.filter(pk=id, case_id=case.pk)
        .select_related("created_by")
        .first()
    )
    if found is None:
        raise NotFound("crossing", id)
    return found


@dataclass(frozen=True)
class CrossBorderPlan:
    """A cross-border referral as it is wanted."""

    person: Person
    kind: str
    country: str
    receiver_kind: str
    receiver: str
    transfer: str
    consent_id: UUID | None = None
    accompanied: bool | None = None
    travels_on: date | None = None
    documents: str = ""


def prepare_cross_border_referral(
    *, actor: Actor, case: Case, plan: CrossBorderPlan
) -> CrossBorderReferral:
    """Begin a cross-border referral. Nothing leaves the house by this.

    Raises:
        Rejected: the case is closed, the consent does not hold, or a basis for data to a country
            outside the EEA is missing.
    """
    require_open_case(
        case, _("The case is closed. Open it again before you change anything in it.")
    )
    _refuse_unfounded(plan)
    row = CrossBorderReferral(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CROSSING.first,
        case_id=case.pk,
        person_id=plan.person.pk,
        kind=plan.kind,
        country=plan.country,
        receiver_kind=plan.receiver_kind,
        consent_id=plan.consent_id,
        transfer=plan.transfer,
        accompanied=plan.accompanied,
        travels_on=plan.travels_on,
    )
    set_sealed(row, receiver=plan.receiver, documents=plan.documents)
    with rejections_of_the_database():
        row.save(force_insert=True)
    log_act("crossing.prepare", case=case.pk, object=row.pk, way=plan.kind, country=plan.country)
    if needs_prosecutor(plan.person) is Truth.NO:
        words = {"why": _("She is neither suspected nor charged, as far as is known.")}
        add_check(actor=actor, crossing=row, kind=Kind.PROSECUTOR, outcome=CLEAR, words=words)
    return row


def _refuse_unfounded(plan: CrossBorderPlan) -> None:
    if (plan.transfer == TransferGround.EEA) is not in_eea(plan.country):
        raise Rejected(
            _("Personal data leave the EEA: choose what lets them go there (GDPR chapter V).")
            if plan.transfer == TransferGround.EEA
            else _("The country is in the EEA. Choose that no separate basis is needed.")
        )
    held = {consent.pk for consent in external_consents(plan.person)}
    if plan.consent_id and plan.consent_id not in held:
        raise Rejected(_("The consent does not hold any more. Choose another basis."))
    if plan.transfer == TransferGround.CONSENT and not plan.consent_id:
        raise Rejected(_("Choose the consent that the transfer rests on."))


REFLECTION = "reflection_period"


def needs_prosecutor(person: Person) -> Truth:
    """Whether the prosecution decides over her leaving, as far as is known."""
    result = evaluate_departure(person)
    if result is None or VETO not in current_pack().ruleset.rules:
        return Truth.UNKNOWN
    return result.value(VETO)


def stay_forbids(person: Person) -> str:
    """Why nobody is to be sent while her reflection period lasts; empty when none does."""
    result = evaluate_departure(person)
    if result is None or REFLECTION not in current_pack().ruleset.rules:
        return ""
    clock = result.clock(REFLECTION)
    if result.value(REFLECTION) is not Truth.YES or clock.state == "expired":
        return ""
    rule = current_pack().ruleset.rules[REMOVAL]
    return f"{localized(result.version(rule).text)} ({rule_provisions(REMOVAL)})"
