# SPDX-License-Identifier: EUPL-1.2
"""Actors as somebody to call: names, phone links, hours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samvern.guide.loaded_pack import loaded_pack
from samvern.law.localization import localized
from samvern.law.model import PackActor
from samvern.law.phones import dialled

DANGER, ADVICE, REPORT, NATIONAL, FIRST = "danger", "advice", "report", "national", "first"
"""The needs that those meet who are called when somebody is in danger, or for advice."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call, in one language; ``tel`` is the number as a telephone dials it."""

    id: str
    name: str
    does: str
    phone: str
    tel: str
    hours: str
    email: str
    web: str
    confidence: str


def contact(actor: PackActor, language: str) -> Contact:
    """An actor for a reader of the language."""
    return Contact(
        id=actor.id,
        name=localized(actor.name, language),
        does=localized(actor.does, language),
        phone=actor.phone,
        tel=dialled(actor.phone),
        hours=localized(actor.hours, language),
        email=actor.email,
        web=actor.web,
        confidence=actor.confidence,
    )


@cache
def contacts(ids: tuple[str, ...], language: str) -> tuple[Contact, ...]:
    """The contacts of these actors, those one can phone first;
    names the pack does not know are left out. Worked out once: the pack does not change.
    """
    actors = loaded_pack().pack.ruleset.actors
    found = [contact(actors[id], language) for id in ids if id in actors]
    return tuple(sorted(found, key=lambda c: not c.phone))


def emergency(language: str, *, to_children: bool = False) -> tuple[Contact, ...]:
    """Whom to call in danger, at any hour and from anywhere in the country; ``to_children``: those
    alone who help children.

    First those who are there for danger before all else, then those the pack lists first, then the
    others who are there for danger.
    """
    actors = [each for each in _always() if _in_danger(each)]
    actors = [each for each in actors if each.children or not to_children]
    return contacts(tuple(actor.id for actor in sorted(actors, key=_turn)), language)


@cache
def day_and_night(language: str) -> tuple[Contact, ...]:
    """Everybody who answers day and night, in all the country: those to call in danger, and then
    the others. Every page shows them, so they are worked out once for each language.
    """
    others = tuple(actor.id for actor in _always() if not _in_danger(actor))
    return (*emergency(language), *contacts(others, language))


def advisers(language: str) -> list[Contact]:
    """Others who give advice at those hours, first those who take no reports."""
    actors = loaded_pack().pack.ruleset.actors
    found = [c for c in day_and_night(language) if _advises(actors[c.id])]
    return sorted(found, key=lambda c: REPORT in actors[c.id].needs)


def _advises(actor: PackActor) -> bool:
    return ADVICE in actor.needs and DANGER not in actor.needs


def _in_danger(actor: PackActor) -> bool:
    return DANGER in actor.needs or actor.listed == FIRST


def _turn(actor: PackActor) -> int:
    if actor.needs[:1] == (DANGER,):
        return 0
    return 1 if actor.listed == FIRST else 2


def _always() -> list[PackActor]:
    """Those who can be called from anywhere in the country, at the hours of the first to call."""
    actors = loaded_pack().pack.ruleset.actors.values()
    called = [each for each in actors if each.phone and NATIONAL in each.counties]
    hours = next((each.hours for each in called if each.needs[:1] == (DANGER,)), None)
    return [each for each in called if each.hours == hours]


def tel_of(id: str) -> Contact | None:
    """An actor of the pack who can be called; None where the pack has none."""
    found = contacts((id,), get_language() or "")
    return found[0] if found and found[0].tel else None


def number_of(id: str) -> SafeString:
    """The number of an actor of the pack, to be tapped; nothing where the pack has none."""
    actor = loaded_pack().pack.ruleset.actors.get(id)
    if actor is None or not actor.phone:
        return mark_safe("")
    return format_html(
        '<a class="ds-link tel" href="tel:{}"><strong>{}</strong></a>',
        dialled(actor.phone),
        actor.phone,
    )
