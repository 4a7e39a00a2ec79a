# SPDX-License-Identifier: EUPL-1.2
"""Whether the sender must notify child welfare, by which provision, and what she is told then."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.models import Organisation
from samvern.cases.ages.calculation import DOUBT, GROUP
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack, localized, rule_provisions
from samvern.cases.facts.evaluation import PRESUMED_FACT
from samvern.cases.facts.presumed_children import read_facts_today
from samvern.cases.sharing.disclosure_grounds import PROFESSION, fact_question
from samvern.law import InputError, Result, Truth

NOTIFIES, OWN = "R-CH-NOTIFY-", "R-CH-OWN-REVIEW"
CONFIRMS = "§ 13-3"
LAW = "barnevernsloven"


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """A rule of the pack on notifying child welfare."""

    id: str
    name: str
    text: str
    provision: str
    must: bool
    asks: str = ""
    """What it turns on that nobody has answered; empty when it holds."""


def duties_of(sender: Organisation, person: Person) -> list[ReportingDuty]:
    """The rules that hold for somebody of the sender's profession, those that surely do first.

    She fears that the child is exploited: that is why she is on this page.
    """
    result = _result(sender, person)
    found = [
        ReportingDuty(
            rule.id,
            localized(rule.name),
            localized(result.version(rule).text),
            rule_provisions(rule.id, timezone.localdate()),
            rule.extra.get("strength") == "must",
            "" if value is Truth.YES else _asks(result, rule.id),
        )
        for rule in result.of_kind("duty")
        if rule.id.startswith(NOTIFIES) or rule.id == OWN
        if (value := result.value(rule.id)) is not Truth.NO
    ]
    return sorted(found, key=lambda duty: bool(duty.asks))


def confirms_by() -> str:
    """The provision on child welfare's answer to whoever notified, in words."""
    name = current_pack().ruleset.instruments.get(LAW)
    return f"{localized(name.name) if name else _('the Child Welfare Act')} {CONFIRMS}"


def _result(sender: Organisation, person: Person) -> Result:
    ruleset = current_pack().ruleset
    works_as = sender.kind if ruleset.facts[PROFESSION].option(sender.kind) else "private_person"
    own = {PROFESSION: works_as, PRESUMED_FACT: True}
    try:
        return current_pack().assess(
            {**read_facts_today(person, as_child=True), **own}, asked_on=timezone.localdate()
        )
    except InputError:  # what is known contradicts itself; that she may be a child is enough
        doubt = {**own, GROUP: DOUBT}
        return current_pack().assess(doubt, asked_on=timezone.localdate())


def _asks(result: Result, id: str) -> str:
    return " ".join(fact_question(need) for need in result.missing(id))
