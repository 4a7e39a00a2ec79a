# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from on the roads outside."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DeliveryMethod(TextChoices):
    """How a referral reaches somebody without an account."""

    LINK = "link", _("Sealed link, opened with a code you read out")
    LETTER = "letter", _("Letter on paper")


class ReceiverKind(TextChoices):
    """What somebody without an account is; the secrecy gates judge by it."""

    CHILD_WELFARE = "child_welfare", _("Child welfare service")
    HEALTH = "health", _("Health care")
    MUNICIPALITY = "municipality", _("Municipality")
    CRISIS_CENTRE = "crisis_centre", _("Crisis centre")
    NAV_SOCIAL = "nav_social", _("Nav")
    POLICE = "police", _("Police")
    IMMIGRATION = "immigration", _("Immigration authority")
    LAWYER = "lawyer", _("Lawyer")
    NGO = "ngo", _("Voluntary organisation")
    OTHER = "private_person", _("Another")


class ForeignReceiver(TextChoices):
    """Who receives in another country."""

    IOM = "iom", _("IOM (International Organization for Migration)")
    FOCAL_POINT = "focal_point", _("Focal point of the state’s referral mechanism")
    AUTHORITY = "authority", _("Another authority")
    CHILD_PROTECTION = "child_protection", _("Child protection authority")
    NGO = "ngo", _("Voluntary organisation")


class CrossBorderKind(TextChoices):
    """What the cross-border referral is."""

    MECHANISM = "other_mechanism", _("Referral to another state’s mechanism")
    RETURN = "assisted_return", _("Assisted return")


class TransferGround(TextChoices):
    """What lets personal data go to another country (GDPR chapter V)."""

    EEA = "eea", _("The country is in the EEA: no separate basis is needed")
    ADEQUATE = "adequate", _("Decision on adequate protection (article 45)")
    SAFEGUARDS = "safeguards", _("Appropriate safeguards, such as an agreement (article 46)")
    CONSENT = "consent", _("Her explicit consent, told of the risk (article 49(1)(a))")
    VITAL = "vital", _("Vital interests, and she cannot consent (article 49(1)(f))")
    PUBLIC = "public", _("Important public interest in law (article 49(1)(d))")
