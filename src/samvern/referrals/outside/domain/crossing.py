# SPDX-License-Identifier: EUPL-1.2
"""The moves of a crossing: made only when everything is settled; and reaching one."""

from contextlib import suppress
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.cases.domain.facts import read_facts, save_facts
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Person
from samvern.identity.domain.sealing import seal
from samvern.law import InputError
from samvern.referrals.outside.course import CROSSING
from samvern.referrals.outside.domain.checking import CLEAR, Kind, add_check, checks_of
from samvern.referrals.outside.domain.forbidding import stay_forbids
from samvern.referrals.outside.domain.holding import refuse_if_held
from samvern.referrals.outside.lists import CrossingKind
from samvern.referrals.outside.models import Crossing, CrossingStep


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
