# SPDX-License-Identifier: EUPL-1.2
"""Split."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.cases.core.pack import cite_source, current_pack
from samvern.guide.directory import need_name
from samvern.law.model import Source

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


def needs() -> list[tuple[str, str]]:
    """Every need somebody in the pack's directory meets, with its name."""
    present = {need for actor in current_pack().ruleset.actors.values() for need in actor.needs}
    return sorted(((need, need_name(need)) for need in present), key=lambda pair: pair[1])


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
