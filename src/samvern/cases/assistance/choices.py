# SPDX-License-Identifier: EUPL-1.2
"""Why help was not given, or not taken."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RefusalGround(TextChoices):
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


def refusal_ground_name(code: str) -> str:
    """What a reason is called; one that is no longer in the list as it is."""
    return str(RefusalGround(code).label) if code in RefusalGround.values else code
