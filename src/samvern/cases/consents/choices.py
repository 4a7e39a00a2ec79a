# SPDX-License-Identifier: EUPL-1.2
"""What a consent or a share is for. One purpose each: a new purpose asks anew."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from samvern.cases.core.pack import current_pack, localized


class Purpose(TextChoices):
    """Why somebody else is to know."""

    PROTECTION = "protection", _("Safety and protection")
    HOUSING = "housing", _("A safe place to live")
    HEALTH = "health", _("Health care")
    LEGAL_AID = "legal_aid", _("Legal aid and compensation")
    IDENTIFICATION = "identification", _("Identification as a victim")
    RESIDENCE = "residence", _("Residence and reflection period")
    CRIMINAL_CASE = "criminal_case", _("Report and criminal case")
    CHILD_CARE = "child_care", _("Care and follow-up of a child")
    INCOME = "income", _("Income, work and training")
    RETURN = "return", _("Voluntary return")
    COORDINATION = "coordination", _("Working together on the plan")


CONSENTS_FACT = "consents"
OWN_PURPOSES = ("store", "statistics", "contact_family")
"""What the pack asks consent to and that is no sharing for a purpose of :class:`Purpose`."""


class ConsentMethod(TextChoices):
    """How somebody agreed."""

    ORAL = "oral", _("Orally")
    WRITTEN = "written", _("In writing")
    SIGNED = "signed", _("With an electronic signature")


def purpose_choices() -> list[tuple[str, str]]:
    """What can be agreed to, for a form."""
    own = [(code, purpose_name(code)) for code in OWN_PURPOSES]
    return [*own, *((each.value, str(each.label)) for each in Purpose)]


def purpose_name(code: str) -> str:
    """What a purpose is called; those only the pack knows by the pack's words."""
    if code in Purpose.values:
        return str(Purpose(code).label)
    fact = current_pack().ruleset.facts.get(CONSENTS_FACT)
    option = fact.option(code) if fact else None
    return localized(option.label) if option else code


def method_name(code: str) -> str:
    """What a way of agreeing is called."""
    return str(ConsentMethod(code).label) if code in ConsentMethod.values else code
