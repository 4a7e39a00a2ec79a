# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from when they decide something about a case itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Emergency(TextChoices):
    """Why somebody opens a case that is not hers."""

    LIFE = "life", _("Danger to life or health")
    CHILD = "child", _("A child must be protected at once")
    MISSING = "missing", _("The person is missing")
    OUT_OF_HOURS = "out_of_hours", _("Those on the case cannot be reached, and it cannot wait")
    LEGAL_DUTY = "legal_duty", _("A legal duty to act now")


class Verdict(TextChoices):
    """What a leader says of an emergency afterwards."""

    JUSTIFIED = "justified", _("It was needed")
    FOLLOW_UP = "follow_up", _("It was needed, but something must be followed up")
    UNJUSTIFIED = "unjustified", _("It was not needed")


class CloseGround(TextChoices):
    """Why work on a case ends."""

    GOAL_REACHED = "goal_reached", _("The person has got the help she needed")
    WISHES = "wishes", _("The person wants no more help from us")
    MOVED = "moved", _("Others have taken over the responsibility")
    NO_CONTACT = "no_contact", _("We have lost contact")
    RETURNED = "returned", _("The person has left Norway")
    NOT_TRAFFICKING = "not_trafficking", _("It turned out to be something else")
    DECEASED = "deceased", _("The person has died")
    MISTAKE = "mistake", _("Opened by mistake")
