# SPDX-License-Identifier: EUPL-1.2
"""Short lists of what came of it: why not, why a room is shut, how a search ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
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


class Closing(TextChoices):
    """Why a room is out of use for a while."""

    OWN_USE = "own_use", _("In use by somebody who came another way")
    CLEANING = "cleaning", _("Being made ready")
    REPAIR = "repair", _("Being repaired")
    STAFF = "staff", _("Too few at work")


class Outcome(TextChoices):
    """What came of a search: all the capacity map is made of."""

    HELD = "held", _("A place was held")
    NO_PLACE = "no_place", _("No place fitted")
    WAITS = "waits", _("Put on the waiting list")
    DECLINED = "declined", _("The provider said no")
