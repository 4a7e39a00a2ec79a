# SPDX-License-Identifier: EUPL-1.2
"""What forbids a crossing, or asks for another's word first."""

from samvern.cases.law import law, provisions, said
from samvern.cases.models import Person
from samvern.law import Truth
from samvern.referrals.outside.domain.risks import REMOVAL, VETO, result_of

REFLECTION = "reflection_period"


def needs_prosecutor(person: Person) -> Truth:
    """Whether the prosecution decides over her leaving, as far as is known."""
    result = result_of(person)
    if result is None or VETO not in law().book.rules:
        return Truth.UNKNOWN
    return result.value(VETO)


def stay_forbids(person: Person) -> str:
    """Why nobody is to be sent while her reflection period lasts; empty when none does."""
    result = result_of(person)
    if result is None or REFLECTION not in law().book.rules:
        return ""
    clock = result.clock(REFLECTION)
    if result.value(REFLECTION) is not Truth.YES or clock.state == "expired":
        return ""
    rule = law().book.rules[REMOVAL]
    return f"{said(result.version(rule).text)} ({provisions(REMOVAL)})"
