# SPDX-License-Identifier: EUPL-1.2
"""Actors as somebody to call: names, phone links, hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.law.model import Actor

NATIONAL_LENGTH = 8
COUNTRY = "+47"


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


def dialled(phone: str) -> str:
    """``22 33 11 60`` as ``+4722331160``; short numbers such as 112 and 116 117 as they are."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    if phone.strip().startswith("+"):
        return f"+{digits}"
    return f"{COUNTRY}{digits}" if len(digits) == NATIONAL_LENGTH else digits
