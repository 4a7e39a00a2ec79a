# SPDX-License-Identifier: EUPL-1.2
"""What a referral and an entry of the directory can say, by its names."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.cases.consents.choices import Purpose
from samvern.cases.core.pack import cite_source, current_pack
from samvern.guide.directory import need_name
from samvern.law.model import Source
from samvern.law.needs import needs_on

FIELDS: dict[str, Any] = {
    "called": lazy("What to call her or him"),
    "name": lazy("Name"),
    "sex": lazy("Sex"),
    "age": lazy("Age group"),
    "children": lazy("Children who come along"),
    "languages": lazy("Languages"),
    "interpreter": lazy("Interpreter"),
    "nationality": lazy("Nationality"),
    "risks": lazy("Safety to have in mind"),
    "contact": lazy("Safe way to make contact"),
    "health": lazy("Health needs"),
    "stay": lazy("Stay in Norway"),
}

DAYS = (
    lazy("Monday"),
    lazy("Tuesday"),
    lazy("Wednesday"),
    lazy("Thursday"),
    lazy("Friday"),
    lazy("Saturday"),
    lazy("Sunday"),
)


def needs(offered_by: str = "") -> list[tuple[str, str]]:
    """Every need of the pack's table today, with its name; or those a kind of organisation may
    offer.
    """
    present = (
        need for need in needs_on(current_pack().ruleset.needs, timezone.localdate())
        if not offered_by or need.may_be_offered_by(offered_by)
    )  # fmt: skip
    return sorted(((need.id, need_name(need.id)) for need in present), key=lambda pair: pair[1])


def can_be_referred(need: str, urgency: str) -> bool:
    """Whether somebody can be referred for it today, with an answer that soon."""
    row = current_pack().ruleset.needs.get(need)
    return bool(row and row.holds_on(timezone.localdate()) and urgency in row.answers)


def purpose_of(need: str) -> Purpose:
    """What is shared for a need is for this; for one the pack has no more, safety."""
    row = current_pack().ruleset.needs.get(need)
    return Purpose(row.purpose) if row else Purpose.PROTECTION


def field_name(code: str) -> str:
    """What a field is called."""
    return str(FIELDS.get(code, code))


def place_name(place: str) -> str:
    """A place, or the whole country."""
    return _("The whole country") if place == NATIONAL else place


def source_names(sources: tuple[Source, ...]) -> str:
    """Provisions in words."""
    return "; ".join(cite_source(each) for each in sources)


NATIONAL = "national"
SEXES: dict[str, Any] = {"female": lazy("women"), "male": lazy("men"), "other": lazy("others")}
