# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state: prepared, held until everything is settled, sent, followed.

What must be settled first is written down as checks, the newest of each kind counting. The
database holds the crossing back too (``gate.held_back``).
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.cases.domain.facts import read_facts, save_facts
from samvern.cases.domain.in_hand import must_be_open
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import seal, unseal
from samvern.law import InputError, Truth
from samvern.referrals.outside.countries import in_eea
from samvern.referrals.outside.course import CROSSING
from samvern.referrals.outside.domain.grounds import consents_outside
from samvern.referrals.outside.domain.risks import VETO, needs_prosecutor, stay_forbids
from samvern.referrals.outside.lists import CrossingKind, Transfer
from samvern.referrals.outside.models import Crossing, CrossingCheck, CrossingStep

Kind = CrossingCheck.Kind
CLEAR = "clear"
OF_ALL = (Kind.WISH, Kind.RISK, Kind.PROSECUTOR, Kind.STAY)
OF_A_CHILD = (Kind.CHILD_WELFARE, Kind.GUARDIAN, Kind.BEST_INTERESTS)
AGREES = {CLEAR: lazy("Agrees"), "asked": lazy("Asked"), "no": lazy("Does not agree")}
OUTCOMES: dict[str, dict[str, Any]] = {
    Kind.WISH: {CLEAR: lazy("Wants to go, freely and informed"), "no": lazy("Does not want to go")},
    Kind.RISK: {
        CLEAR: lazy("Can go: the risk can be met"),
        "no": lazy("Cannot go: it is not safe"),
        "unknown": lazy("Not known enough yet"),
    },
    Kind.PROSECUTOR: {
        "asked": lazy("Asked, no answer yet"),
        CLEAR: lazy("Nothing against it, or not needed"),
        "veto": lazy("The prosecution does not let her leave"),
    },
    Kind.STAY: {CLEAR: lazy("Nothing in her stay forbids it"), "no": lazy("Her stay forbids it")},
    Kind.CHILD_WELFARE: AGREES,
    Kind.GUARDIAN: AGREES,
    Kind.BEST_INTERESTS: {
        CLEAR: lazy("It is best for the child, and safe care is there"),
        "no": lazy("It is not"),
        "unknown": lazy("Not known enough yet"),
    },
}
"""What each check can come to; only ``clear`` lets a crossing go on."""


@dataclass(frozen=True)
class Plan:
    """A crossing as it is wanted."""

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


def prepare(*, actor: Actor, case: Case, plan: Plan) -> Crossing:
    """Begin a crossing. Nothing leaves the house by this.

    Raises:
        Refused: the case is closed, the consent does not hold, or a basis for data to a country
            outside the EEA is missing.
    """
    must_be_open(case, _("The case is closed. Open it again before you change anything in it."))
    _refuse_unfounded(plan)
    id = uuid4()
    row = Crossing(
        id=id,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CROSSING.first,
        case_id=case.pk,
        person_id=plan.person.pk,
        kind=plan.kind,
        country=plan.country,
        receiver_kind=plan.receiver_kind,
        receiver_sealed=seal(case.pk, "crossing.receiver", id, plan.receiver),
        consent_id=plan.consent_id,
        transfer=plan.transfer,
        accompanied=plan.accompanied,
        travels_on=plan.travels_on,
    )
    if plan.documents:
        row.documents_sealed = seal(case.pk, "crossing.documents", id, plan.documents)
    row.save(force_insert=True)
    record("crossing.prepare", case=case.pk, object=id, way=plan.kind, country=plan.country)
    if needs_prosecutor(plan.person) is Truth.NO:
        words = {"why": _("She is neither suspected nor charged, as far as is known.")}
        add_check(actor=actor, crossing=row, kind=Kind.PROSECUTOR, outcome=CLEAR, words=words)
    return row


def _refuse_unfounded(plan: Plan) -> None:
    if (plan.transfer == Transfer.EEA) is not in_eea(plan.country):
        raise Refused(
            _("Personal data leave the EEA: choose what lets them go there (GDPR chapter V).")
            if plan.transfer == Transfer.EEA
            else _("The country is in the EEA. Choose that no separate basis is needed.")
        )
    held = {consent.pk for consent in consents_outside(plan.person)}
    if plan.consent_id and plan.consent_id not in held:
        raise Refused(_("The consent does not hold any more. Choose another basis."))
    if plan.transfer == Transfer.CONSENT and not plan.consent_id:
        raise Refused(_("Choose the consent that the transfer rests on."))


def add_check(
    *,
    actor: Actor,
    crossing: Crossing,
    kind: str,
    outcome: str,
    words: Mapping[str, Any],
    done_on: date | None = None,
) -> CrossingCheck:
    """Write down what was asked, answered or assessed; it stands beside what was said before.

    Raises:
        Refused: there is no such outcome, it is in the future, or the person has left already.
    """
    day = done_on or timezone.localdate()
    if outcome not in OUTCOMES[kind]:
        raise Refused(_("Choose an outcome from the list."))
    if day > timezone.localdate():
        raise Refused(_("This cannot have been done in the future."))
    if crossing.state not in ("prepared", "sent", "accepted"):
        raise Refused(_("The person has left, or the crossing has ended. Nothing more is checked."))
    row = CrossingCheck(
        id=uuid4(),
        of=crossing,
        case_id=crossing.case_id,
        created_by_id=actor.member_id,
        kind=kind,
        outcome=outcome,
        done_on=day,
        rule=VETO if kind == Kind.PROSECUTOR else "",
    )
    text = json.dumps(words, ensure_ascii=False)
    row.words_sealed = seal(crossing.case_id, "crossingcheck.words", row.pk, text)
    row.save(force_insert=True)
    record("crossing.check", case=crossing.case_id, object=crossing.pk, kind=kind, outcome=outcome)
    return row


def checks_of(crossing: Crossing) -> list[CrossingCheck]:
    """Every check, the first first."""
    rows = CrossingCheck.objects.filter(of=crossing).select_related("created_by")
    return list(rows.order_by("created_at"))


def read_check(row: CrossingCheck) -> dict[str, Any]:
    """What was written with a check."""
    text = unseal(row.case_id, "crossingcheck.words", row.pk, row.words_sealed)
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def must_be_settled(crossing: Crossing) -> tuple[CrossingCheck.Kind, ...]:
    """The kinds of check a crossing needs; more where the person is, or may be, a child."""
    adult = Person.objects.filter(pk=crossing.person_id, age_seen=Person.AgeSeen.ADULT).exists()
    return OF_ALL if adult else (*OF_ALL, *OF_A_CHILD)


def held_back_by(crossing: Crossing, checks: Sequence[CrossingCheck] | None = None) -> list[str]:
    """The kinds of check that are missing or not clear."""
    newest = {row.kind: row.outcome for row in (checks_of(crossing) if checks is None else checks)}
    return [kind.value for kind in must_be_settled(crossing) if newest.get(kind) != CLEAR]


def refuse_if_held(crossing: Crossing) -> None:
    """Refuse what must wait until everything is settled.

    Raises:
        Refused: something is not; the text names it.
    """
    held = held_back_by(crossing)
    if held:
        names = ", ".join(str(Kind(each).label) for each in held)
        raise Refused(
            _("This must be settled before anything is sent or she leaves: %(names)s.")
            % {"names": names}
        )


def move(
    *,
    actor: Actor,
    crossing: Crossing,
    name: str,
    happened_on: date | None = None,
    reason: str = "",
    words: str = "",
) -> Crossing:
    """Make a move of its course. Before it is sent and before she leaves, her stay is asked anew.

    Raises:
        Refused: something is not settled. Overtaken: it is elsewhere already.
    """
    if name in ("send", "depart"):
        ask_stay(actor=actor, crossing=crossing)
        refuse_if_held(crossing)
    step = CrossingStep(of=crossing, case_id=crossing.case_id, move=name, happened_on=happened_on)
    step.reason = reason if CROSSING.move(name).reasons else ""
    if words:
        step.words_sealed = seal(crossing.case_id, "crossingstep.words", step.pk, words)
    moved = take_step(CROSSING, step, crossing, actor=actor)
    if name == "depart" and crossing.kind == CrossingKind.RETURN:
        _tell_the_law(actor, crossing, departed_on=(happened_on or timezone.localdate()))
    return moved


def _tell_the_law(actor: Actor, crossing: Crossing, departed_on: date) -> None:
    """Write down that she left, so that the pack's clocks on support after return run."""
    person = Person.objects.get(pk=crossing.person_id)
    known = {**read_facts(person).answers, "departed_on": departed_on.isoformat()}
    with suppress(InputError):  # what is known contradicts it: those on the case mend that
        save_facts(actor=actor, person=person, answers=known)


def ask_stay(*, actor: Actor, crossing: Crossing) -> None:
    """Ask the pack whether her stay forbids that she is sent, and write the answer down if new.

    Raises:
        Refused: it does; the text is the rule's.
    """
    person = Person.objects.get(pk=crossing.person_id)
    why = stay_forbids(person)
    if why:
        raise Refused(
            _("She has a reflection period, and nobody is sent away in it. %(why)s If she herself "
              "wants to leave before it ends, the police end the permit at her wish first: write "
              "down the new stay under what is known.") % {"why": why}
        )  # fmt: skip
    newest = next((row for row in reversed(checks_of(crossing)) if row.kind == Kind.STAY), None)
    if newest is None or newest.outcome != CLEAR:
        words = {"why": _("No reflection period runs, by what is known.")}
        add_check(actor=actor, crossing=crossing, kind=Kind.STAY, outcome=CLEAR, words=words)


def get_crossing(actor: Actor, case_id: UUID, id: UUID) -> Crossing:
    """A crossing of a case the actor reaches.

    Raises:
        Absent: there is none.
    """
    case = get_case(actor, case_id)
    found = Crossing.objects.filter(pk=id, case_id=case.pk).select_related("created_by").first()
    if found is None:
        raise Absent("crossing", id)
    return found
