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
from samvern.access.audit import record, see
from samvern.access.errors import Refused
from samvern.access.login.gate import rows
from samvern.cases.law import law, said
from samvern.cases.models import Case
from samvern.referrals.outside.models import Unnamed
from samvern.referrals.outside.unnamed_lists import OFFERED, TABLES

SAFE_CARD = "R-REF-04"
PEOPLE = lazy("People")


@dataclass(frozen=True)
class Count:
    """A table of figures, each rounded to the nearest five."""

    name: str
    rows: list[tuple[str, int]]


def count_unnamed(
    *, actor: Actor, case: Case, region: str, form: str, age: str, sex: str,
    offered: Sequence[str], reason: str,
) -> None:  # fmt: skip
    """Add one to the counts of this month; nothing of it leads to the case.

    Raises:
        Refused: a word that is in none of the lists.
    """
    said_now = {"region": region, "form": form, "age": age, "sex": sex, "reason": reason}
    known = all(value in TABLES[name][1] for name, value in said_now.items())
    if not known or not {*offered} <= {*OFFERED}:
        raise Refused(_("Choose from the lists."))
    Unnamed(
        organisation_id=actor.organisation_id,
        month=timezone.localdate().replace(day=1),
        met_by=case.organisation.kind,
        offered=sorted({*offered}),
        **said_now,
    ).save(force_insert=True)
    record("unnamed.count", case=case.pk)


def counts(actor: Actor, year: int) -> tuple[int, list[Count]]:
    """How many in a year, and by what: of the country for a coordinator, else of her own house."""
    whole = rows("unnamed_counts", year, "all")
    found = [Count(str(label), _named(name, year)) for name, (label, _codes) in TABLES.items()]
    see("unnamed.see", rows=0)
    return (whole[0][2] if whole else 0), found


def _named(name: str, year: int) -> list[tuple[str, int]]:
    codes = TABLES[name][1]
    return [
        (kind_name(code) if name == "met_by" else str(codes.get(code, code)), number)
        for _what, code, number in rows("unnamed_counts", year, name)
    ]


def kind_name(kind: str) -> str:
    """A kind of organisation, by the pack's words for its work."""
    fact = law().book.facts.get("profession")
    option = fact.option(kind) if fact else None
    return said(option.label) if option else kind


def safe_card() -> tuple[str, str]:
    """What the helper does after a no, and words to leave with the person (R-REF-04)."""
    rule = law().book.rules.get(SAFE_CARD)
    if rule is None:
        return "", ""
    return said(rule.versions[-1].text), said(rule.plain)
