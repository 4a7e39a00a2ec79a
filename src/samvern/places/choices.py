# SPDX-License-Identifier: EUPL-1.2
"""Short lists the room chooses from: kinds of places, and who is admitted."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlaceKind(TextChoices):
    """What kind of place it is."""

    CRISIS_CENTRE = "crisis_centre", _("Crisis centre")
    SAFE_HOUSE = "safe_house", _("Safe house")
    EMERGENCY_FLAT = "emergency_flat", _("Emergency flat")
    CHILD_CARE = "child_care_institution", _("Child welfare institution")
    RECEPTION = "reception", _("Reception centre")
    HOTEL = "hotel", _("Hotel or guest house")
    OTHER = "other", _("Another kind of place")


class Sex(TextChoices):
    """Whom a place admits, and who somebody is, as she says herself."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", _("Another gender")


class Staffing(TextChoices):
    """When somebody who works there is there."""

    NONE = "none", _("Nobody on site")
    DAY = "day", _("Somebody by day")
    ROUND_THE_CLOCK = "round_the_clock", _("Somebody round the clock")


class SubstancePolicy(TextChoices):
    """What a place says of alcohol and drugs."""

    ADMITTED = "admitted", _("People who use alcohol or drugs are admitted")
    NOT_THERE = "not_there", _("Admitted, but no use on the premises")
    NONE = "none", _("People with active use are not admitted")


class SubstanceUse(TextChoices):
    """What is known of her use of alcohol and drugs, as far as a place must know."""

    NONE = "none", _("No active use")
    SOBER_THERE = "sober_there", _("Uses, but not where she lives")
    ACTIVE = "active", _("Active use")


SECURITY = ((1, _("1: ordinary")), (2, _("2: locked, with a routine for threats")),
            (3, _("3: secret address, with alarm and guard routine")))  # fmt: skip

LANGUAGES = (
    ("nb", _("Norwegian")), ("en", _("English")), ("ar", _("Arabic")), ("es", _("Spanish")),
    ("fr", _("French")), ("lt", _("Lithuanian")), ("pl", _("Polish")), ("ro", _("Romanian")),
    ("ru", _("Russian")), ("sw", _("Swahili")), ("th", _("Thai")), ("ti", _("Tigrinya")),
    ("uk", _("Ukrainian")), ("vi", _("Vietnamese")),
)  # fmt: skip

ANY_REGION = "national"
"""The region of a place that takes people from the whole country."""


class DeclineReason(TextChoices):
    """Why a provider says no."""

    FULL = "full", _("Full")
    SEX = "sex", _("Does not admit this sex")
    AGE = "age", _("Does not admit this age")
    CHILDREN = "children", _("Has no room for the children")
    SUBSTANCE = "substance", _("Use of alcohol or drugs")
    DISTANCE = "distance", _("Too far away")
    SECURITY = "security", _("Not safe enough for her, or for others there")
    MANDATE = "mandate", _("Outside what the place is for")
    OTHER = "other", _("Another reason")


class ClosingReason(TextChoices):
    """Why a room is out of use for a while."""

    OWN_USE = "own_use", _("In use by somebody who came another way")
    CLEANING = "cleaning", _("Being made ready")
    REPAIR = "repair", _("Being repaired")
    STAFF = "staff", _("Too few at work")


class SearchOutcome(TextChoices):
    """What came of a search: all the capacity map is made of."""

    HELD = "held", _("A place was held")
    NO_PLACE = "no_place", _("No place fitted")
    WAITS = "waits", _("Put on the waiting list")
    DECLINED = "declined", _("The provider said no")
