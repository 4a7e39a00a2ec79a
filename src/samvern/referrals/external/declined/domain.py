# SPDX-License-Identifier: EUPL-1.2
"""Counting a person who said no, without the person: no case, no day, no name.

The case remembers only that it was done. Nobody reads the rows; figures come out rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.gate import fetch_rows
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.organisation.kinds import kind_name
from samvern.referrals.external.declined.choices import OFFERED, TABLES
from samvern.referrals.external.declined.models import DeclinedReferral

SAFE_CARD = "R-REF-04"
PEOPLE = lazy("People")


@dataclass(frozen=True)
class DeclinedTable:
    """A table of figures, each rounded to the nearest five."""

    name: str
    rows: list[tuple[str, int]]


def count_declined(
    *, actor: Actor, case: Case, region: str, form: str, age: str, sex: str,
    offered: Sequence[str], reason: str,
) -> None:  # fmt: skip
    """Add one to the counts of this month; nothing of it leads to the case.

    Raises:
        Rejected: a word that is in none of the lists.
    """
    said_now = {"region": region, "form": form, "age": age, "sex": sex, "reason": reason}
    known = all(value in TABLES[name][1] for name, value in said_now.items())
    if not known or not {*offered} <= {*OFFERED}:
        raise Rejected(_("Choose from the lists."))
    DeclinedReferral(
        organisation_id=actor.organisation_id,
        month=timezone.localdate().replace(day=1),
        met_by=case.organisation.kind,
        offered=sorted({*offered}),
        **said_now,
    ).save(force_insert=True)
    log_act("unnamed.count", case=case.pk)


def declined_counts(actor: Actor, year: int) -> tuple[int, list[DeclinedTable]]:
    """How many in a year, and by what: of the country for a coordinator, else of her own house."""
    whole = fetch_rows("unnamed_counts", year, "all")
    found = [
        DeclinedTable(str(label), _named(name, year)) for name, (label, _codes) in TABLES.items()
    ]
    log_read("unnamed.see", rows=0)
    return (whole[0][2] if whole else 0), found


def _named(name: str, year: int) -> list[tuple[str, int]]:
    codes = TABLES[name][1]
    return [
        (kind_name(code) if name == "met_by" else str(codes.get(code, code)), number)
        for _what, code, number in fetch_rows("unnamed_counts", year, name)
    ]


def safe_card() -> tuple[str, str]:
    """What the helper does after a no, and words to leave with the person (R-REF-04)."""
    rule = current_pack().ruleset.rules.get(SAFE_CARD)
    if rule is None:
        return "", ""
    return localized(rule.versions[-1].text), localized(rule.plain)
