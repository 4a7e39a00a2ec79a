# SPDX-License-Identifier: EUPL-1.2
"""Short lists people choose from when they decide something about a case itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CloseReason(TextChoices):
    """Why work on a case ends."""

    GOAL_REACHED = "goal_reached", _("The person has got the help she needed")
    WISHES = "wishes", _("The person wants no more help from us")
    MOVED = "moved", _("Others have taken over the responsibility")
    NO_CONTACT = "no_contact", _("We have lost contact")
    RETURNED = "returned", _("The person has left Norway")
    NOT_TRAFFICKING = "not_trafficking", _("It turned out to be something else")
    DECEASED = "deceased", _("The person has died")
    MISTAKE = "mistake", _("Opened by mistake")
