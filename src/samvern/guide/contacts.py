# SPDX-License-Identifier: EUPL-1.2
"""Actors as somebody to call: names, phone links, hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.law.model import Actor
from samvern.law.phones import dialled

DANGER, ADVICE, REPORT, NATIONAL = "danger", "advice", "report", "national"
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


def contact(actor: Actor, language: str) -> Contact:
    """An actor for a reader of the language."""
    return Contact(
        id=actor.id,
        name=said(actor.name, language),
        does=said(actor.does, language),
        phone=actor.phone,
        tel=dialled(actor.phone),
        hours=said(actor.hours, language),
        email=actor.email,
        web=actor.web,
        confidence=actor.confidence,
    )


def contacts(ids: Iterable[str], language: str) -> list[Contact]:
    """The contacts of these actors, those one can phone first;
    names the pack does not know are left out.
    """
    actors = shelf().pack.book.actors
    found = [contact(actors[id], language) for id in ids if id in actors]
    return sorted(found, key=lambda c: not c.phone)


def emergency(language: str) -> list[Contact]:
    """Whom the pack says to call in danger."""
    return contacts((actor.id for actor in _in_danger()), language)


def at_any_hour(language: str) -> list[Contact]:
    """Others who answer as those do who are called in danger: day and night, in all the country."""
    first = [actor.id for actor in _in_danger()]
    return contacts((actor.id for actor in _always() if actor.id not in first), language)


def advisers(language: str) -> list[Contact]:
    """Others who give advice at those hours, first those who take no reports."""
    actors = shelf().pack.book.actors
    found = [c for c in at_any_hour(language) if ADVICE in actors[c.id].needs]
    return sorted(found, key=lambda c: REPORT in actors[c.id].needs)


def _in_danger() -> list[Actor]:
    return [actor for actor in _always() if DANGER in actor.needs]


def _always() -> list[Actor]:
    """Those who can be called from anywhere in the country, at the hours of the first to call."""
    actors = shelf().pack.book.actors.values()
    called = [each for each in actors if each.phone and NATIONAL in each.counties]
    hours = next((each.hours for each in called if DANGER in each.needs), None)
    return [each for each in called if each.hours == hours]


def tel_of(id: str) -> Contact | None:
    """An actor of the pack who can be called; None where the pack has none."""
    found = contacts([id], get_language() or "")
    return found[0] if found and found[0].tel else None


def number_of(id: str) -> SafeString:
    """The number of an actor of the pack, to be tapped; nothing where the pack has none."""
    actor = shelf().pack.book.actors.get(id)
    if actor is None or not actor.phone:
        return mark_safe("")
    return format_html(
        '<a class="ds-link tel" href="tel:{}"><strong>{}</strong></a>',
        dialled(actor.phone),
        actor.phone,
    )
