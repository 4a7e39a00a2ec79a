# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from on the helpline. None of them can point to one person."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How somebody got in touch."""

    PHONE = "phone", _("Phone")
    CHAT = "chat", _("Chat")
    MAIL = "mail", _("E-mail")
    VISIT = "visit", _("In person")


class Caller(TextChoices):
    """Who gets in touch, by her part in it and never by name."""

    SELF = "self", _("The person herself or himself")
    NEAR = "near", _("Family or friend")
    PROFESSIONAL = "professional", _("Somebody at work: service, school, police")
    WITNESS = "witness", _("Customer, neighbour or witness")
    UNKNOWN = "unknown", _("Not known")


class About(TextChoices):
    """What it is about."""

    PRESUMED = "presumed", _("Presumed trafficking")
    POSSIBLE = "possible", _("Possible trafficking")
    INFORMATION = "information", _("Information")
    OTHER_HELP = "other_help", _("Needs other help")
    WRONG_NUMBER = "wrong_number", _("Wrong number")
    SILENT = "silent", _("Silent call")
    ABUSE = "abuse", _("Misuse of the line")


NO_CASE = frozenset({About.INFORMATION, About.WRONG_NUMBER, About.SILENT, About.ABUSE})
"""Counted, and no beginning of a case."""

ONE_PRESS = (About.INFORMATION, About.WRONG_NUMBER, About.SILENT)
"""Counted by one press of a button, without a form."""


class Exploitation(TextChoices):
    """What somebody may be exploited in; several can be true."""

    SEXUAL = "sexual", _("Prostitution or other sexual acts")
    WORK = "work", _("Work")
    CRIME = "crime", _("Crime")
    BEGGING = "begging", _("Begging")
    DOMESTIC = "domestic", _("In a home")
    MARRIAGE = "marriage", _("Forced marriage")
    OTHER = "other", _("Something else")


class AgeGroup(TextChoices):
    """About how old the person it is about seems."""

    CHILD = "child", _("Under 18")
    YOUNG = "young", _("18–24")
    ADULT = "adult", _("25 or older")
    UNKNOWN = "unknown", _("Not known")


class Region(TextChoices):
    """A part of the country: nothing finer is asked for."""

    EAST = "east", _("Eastern Norway")
    SOUTH = "south", _("Southern Norway")
    WEST = "west", _("Western Norway")
    MIDDLE = "middle", _("Middle Norway")
    NORTH = "north", _("Northern Norway")
    ABROAD = "abroad", _("Abroad")
    UNKNOWN = "unknown", _("Not known")


class Advised(TextChoices):
    """What was advised; several can be true."""

    SAFETY = "safety", _("Safety now")
    SHELTER = "shelter", _("A safe place to stay")
    POLICE = "police", _("Police or a lawyer")
    HEALTH = "health", _("Health care")
    STAY = "stay", _("Residence and reflection period")
    WORK = "work", _("Wages and work")
    CHILD = "child", _("Child welfare")
    LISTENED = "listened", _("We listened")


class NextStep(TextChoices):
    """What follows."""

    NONE = "none", _("Nothing more")
    CALLBACK = "callback", _("We call back")
    REFERRED = "referred", _("Shown to another service")
    EMERGENCY = "emergency", _("Emergency: 112, 113 or 110")
    CASE = "case", _("A case was opened")


class Urgency(TextChoices):
    """How long it can wait."""

    NOW = "now", _("Now")
    TODAY = "today", _("Today")
    LATER = "later", _("It can wait")


class AdviceTopic(models.TextChoices):
    """What a question is about, as desks and figures sort it."""

    CHILD = "child", _("Children and child welfare")
    IDENTIFY = "identify", _("Signs and identification")
    SAFETY = "safety", _("Safety and threats")
    STAY = "stay", _("Residence and return")
    SHELTER = "shelter", _("A place to stay")
    MONEY = "money", _("Money, work and Nav")
    HEALTH = "health", _("Health")
    POLICE = "police", _("Police and the criminal case")
    SECRECY = "secrecy", _("Secrecy and sharing")
    OTHER = "other", _("Something else")
