# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from about consents and help, and what each entry is called."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from samvern.cases.law import law, said
from samvern.cases.purposes import Purpose

CONSENTS = "consents"
ASKED_OF_OURSELVES = ("store", "statistics", "contact_family")
"""What the pack asks consent to and that is no sharing for a purpose of :class:`Purpose`."""


class Way(TextChoices):
    """How somebody agreed."""

    ORAL = "oral", _("Orally")
    WRITTEN = "written", _("In writing")
    SIGNED = "signed", _("With an electronic signature")


class NoGround(TextChoices):
    """Why help was not given, or not taken."""

    NO_RIGHT = "no_right", _("The provider says there is no right to it")
    NO_GROUNDS = "no_grounds", _("The provider finds no grounds")
    NO_PLACE = "no_place", _("No place or no capacity")
    NOT_FOR = "not_for", _("The offer is for others")
    OWN_HOME = "own_home", _("The person has a place to live")
    FAR_AWAY = "far_away", _("It is too far away")
    NOT_NOW = "not_now", _("The person does not want it now")
    DISTRUST = "distrust", _("The person does not trust the provider")
    FEAR = "fear", _("The person is afraid")
    OTHER = "other", _("Another reason")


def purposes() -> list[tuple[str, str]]:
    """What can be agreed to, for a form."""
    own = [(code, purpose_name(code)) for code in ASKED_OF_OURSELVES]
    return [*own, *((each.value, str(each.label)) for each in Purpose)]


def purpose_name(code: str) -> str:
    """What a purpose is called; those only the pack knows by the pack's words."""
    if code in Purpose.values:
        return str(Purpose(code).label)
    fact = law().book.facts.get(CONSENTS)
    option = fact.option(code) if fact else None
    return said(option.label) if option else code


def ground_name(code: str) -> str:
    """What a reason is called; one that is no longer in the list as it is."""
    return str(NoGround(code).label) if code in NoGround.values else code


def way_name(code: str) -> str:
    """What a way of agreeing is called."""
    return str(Way(code).label) if code in Way.values else code
