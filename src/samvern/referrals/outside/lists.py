# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from on the roads outside."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """How a referral reaches somebody without an account."""

    LINK = "link", _("Sealed link, opened with a code you read out")
    LETTER = "letter", _("Letter on paper")


class Kind(TextChoices):
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


class Abroad(TextChoices):
    """Who receives in another country."""

    IOM = "iom", _("IOM (International Organization for Migration)")
    FOCAL_POINT = "focal_point", _("Focal point of the state’s referral mechanism")
    AUTHORITY = "authority", _("Another authority")
    CHILD_PROTECTION = "child_protection", _("Child protection authority")
    NGO = "ngo", _("Voluntary organisation")


class CrossingKind(TextChoices):
    """What the crossing is."""

    MECHANISM = "other_mechanism", _("Referral to another state’s mechanism")
    RETURN = "assisted_return", _("Assisted return")


class Transfer(TextChoices):
    """What lets personal data go to another country (GDPR chapter V)."""

    EEA = "eea", _("The country is in the EEA: no separate basis is needed")
    ADEQUATE = "adequate", _("Decision on adequate protection (article 45)")
    SAFEGUARDS = "safeguards", _("Appropriate safeguards, such as an agreement (article 46)")
    CONSENT = "consent", _("Her explicit consent, told of the risk (article 49(1)(a))")
    VITAL = "vital", _("Vital interests, and she cannot consent (article 49(1)(f))")
    PUBLIC = "public", _("Important public interest in law (article 49(1)(d))")


class Heard(TextChoices):
    """How the child was heard."""

    ALONE = "alone", _("Talked with the child alone")
    INTERPRETER = "interpreter", _("Talked with the child, with an interpreter")
    TRUSTED = "trusted", _("Together with somebody the child trusts")
    WROTE = "wrote", _("The child wrote or drew")
    NOT_YET = "not_yet", _("Not yet: the notification could not wait")
    NOT = "not", _("Not heard, for another reason")


class Guardians(TextChoices):
    """Whether guardians were told, or why not."""

    TOLD = "told", _("They were told")
    DANGER = "danger", _("No: it could put the child in danger")
    SUSPECTED = "suspected", _("No: somebody at home may be behind it")
    UNKNOWN = "unknown", _("No: nobody knows who they are")
    LEFT = "left", _("No: child welfare or the police decide when")


class How(TextChoices):
    """How child welfare was notified."""

    PHONE = "phone", _("By telephone")
    WRITTEN = "written", _("In writing")
    REFERRAL = "referral", _("By a referral in Samvern")


CANNOT = {
    "full": _("It is full"),
    "sex": _("Not for this sex"),
    "age": _("Not for this age"),
    "children": _("Not with children"),
    "substance_use": _("Substance use"),
    "distance": _("Too far away"),
    "security": _("Not safe enough for the person or for others"),
    "outside_mandate": _("Outside what we are to do"),
    "other": _("Another reason"),
}
"""Why a receiver cannot help: the list of the ordinary referral."""
CALLED_BACK = {
    "consent": _("The consent was withdrawn"),
    "wrong": _("Sent to the wrong receiver"),
    "lost": _("The link may have come into wrong hands"),
    "solved": _("The need is met in another way"),
    "wishes": _("The person does not want it any more"),
}
"""Why something sent is called back."""
STOPPED = {
    "wish": _("She does not want to go"),
    "risk": _("It is not safe"),
    "veto": _("The prosecution does not let her leave"),
    "receiver": _("Nobody there can receive her"),
    "law": _("Another rule of law stops it"),
    "consent": _("The consent was withdrawn"),
    "other": _("Another reason"),
}
"""Why a crossing was stopped."""
