# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a question about a child: who gives advice, and the duty to notify."""

from dataclasses import dataclass

from django.utils import timezone

from samvern.access.models import Organisation
from samvern.cases.domain.gates import PROFESSION
from samvern.cases.law import law, provisions, said
from samvern.law import Truth

GUIDANCE = "bufdir_guidance"
DUTY = "R-CH-NOTIFY"


@dataclass(frozen=True)
class Duty:
    """A duty of the pack for this kind of organisation."""

    name: str
    text: str
    provision: str


@dataclass(frozen=True)
class Beside:
    """Where to ring, and what must be done whatever the answer is."""

    name: str = ""
    does: str = ""
    phone: str = ""
    hours: str = ""
    duties: tuple[Duty, ...] = ()


def beside(organisation: Organisation) -> Beside:
    """For a question from this organisation, by the pack in use; empty where it has neither."""
    actor = law().book.actors.get(GUIDANCE)
    duties = _duties(organisation)
    if actor is None:
        return Beside(duties=duties)
    return Beside(said(actor.name), said(actor.does), actor.phone, said(actor.hours), duties)


def _duties(organisation: Organisation) -> tuple[Duty, ...]:
    """Duties to notify that are not another profession's; whether there is a child is not asked."""
    fact = law().book.facts.get(PROFESSION)
    known = {PROFESSION: organisation.kind} if fact and fact.option(organisation.kind) else {}
    result = law().assess(known, asked_on=timezone.localdate())
    return tuple(
        Duty(said(rule.name), said(result.version(rule).text), provisions(rule.id))
        for rule in result.of_kind("duty")
        if rule.id.startswith(DUTY) and result.value(rule.id) is not Truth.NO
    )
