# SPDX-License-Identifier: EUPL-1.2
"""Counting a person who said no, without the person: no case, no day, no name.

The case remembers only that it was done. Nobody reads the rows; figures come out rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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

SAFE_CARD = "R-REF-04"
PEOPLE = lazy("People")
REGIONS: dict[str, Any] = {
    "oslo": lazy("Oslo"),
    "east": lazy("Eastern Norway"),
    "south": lazy("Southern Norway"),
    "west": lazy("Western Norway"),
    "middle": lazy("Central Norway"),
    "north": lazy("Northern Norway"),
    "unknown": lazy("Not known"),
}
FORMS: dict[str, Any] = {
    "sexual": lazy("Sexual exploitation"),
    "labour": lazy("Forced labour or services"),
    "domestic": lazy("Work in a household"),
    "crime": lazy("Crime that others profit from"),
    "begging": lazy("Begging"),
    "other": lazy("Another form, or several"),
    "unknown": lazy("Not known"),
}
AGES: dict[str, Any] = {
    "child": lazy("Under 18"),
    "young": lazy("18 to 24"),
    "adult": lazy("25 or older"),
    "unknown": lazy("Not known"),
}
SEXES: dict[str, Any] = {
    "female": lazy("Woman"),
    "male": lazy("Man"),
    "other": lazy("Another"),
    "unknown": lazy("Not known"),
}
OFFERED: dict[str, Any] = {
    "place": lazy("A safe place to live"),
    "health": lazy("Health care"),
    "legal": lazy("A lawyer"),
    "stay": lazy("Reflection period"),
    "police": lazy("Talk with the police"),
    "money": lazy("Money to live on"),
    "talk": lazy("Somebody to talk to"),
    "home": lazy("Help to go home"),
}
REASONS: dict[str, Any] = {
    "fear": lazy("Fear of those who exploit"),
    "authorities": lazy("Does not trust authorities"),
    "stay": lazy("Afraid of losing the right to stay"),
    "money": lazy("Cannot lose the income"),
    "not_victim": lazy("Does not see it as exploitation"),
    "family": lazy("For the sake of family"),
    "offer": lazy("What was offered did not fit"),
    "later": lazy("Wants to think it over"),
    "unsaid": lazy("Did not say why"),
}
TABLES: dict[str, tuple[Any, dict[str, Any]]] = {
    "region": (lazy("Part of the country"), REGIONS),
    "form": (lazy("Form of exploitation"), FORMS),
    "age": (lazy("Age"), AGES),
    "sex": (lazy("Sex"), SEXES),
    "met_by": (lazy("Who met them"), {}),
    "offered": (lazy("Help that was offered"), OFFERED),
    "reason": (lazy("Why they said no"), REASONS),
}
"""What is counted, with its codes; who met them are the kinds of organisation."""


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
