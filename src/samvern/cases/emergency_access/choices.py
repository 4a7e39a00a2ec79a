# SPDX-License-Identifier: EUPL-1.2
"""Why a case is opened in an emergency, and what a leader says of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EmergencyReason(TextChoices):
    """Why somebody opens a case that is not hers."""

    LIFE = "life", _("Danger to life or health")
    CHILD = "child", _("A child must be protected at once")
    MISSING = "missing", _("The person is missing")
    OUT_OF_HOURS = "out_of_hours", _("Those on the case cannot be reached, and it cannot wait")
    LEGAL_DUTY = "legal_duty", _("A legal duty to act now")


class ReviewOutcome(TextChoices):
    """What a leader says of an emergency afterwards."""

    JUSTIFIED = "justified", _("It was needed")
    FOLLOW_UP = "follow_up", _("It was needed, but something must be followed up")
    UNJUSTIFIED = "unjustified", _("It was not needed")
