# SPDX-License-Identifier: EUPL-1.2
"""A case conference."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.courses import InCourse, Step
from samvern.cases.purposes import Purpose


class Conference(InCourse):
    """People of several organisations meet about one case, for one purpose, at one time."""

    class Voice(models.TextChoices):
        """How the person is heard on what the conference decides."""

        TAKES_PART = "takes_part", _("Takes part")
        TOLD = "told", _("Has said beforehand what she or he wants")
        REPRESENTED = "represented", _("A guardian or representative speaks for her or him")
        LATER = "later", _("Is heard before anything is decided")
        NOT = "not", _("Is not heard")

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(null=True, blank=True)
    """The one of the case it is about; empty is all of them."""
    purpose = models.CharField(max_length=20, choices=Purpose)
    starts_at = models.DateTimeField()
    lasts = models.PositiveSmallIntegerField(default=60)
    """In minutes."""
    where_sealed = models.BinaryField(null=True, blank=True)
    agenda_sealed = models.BinaryField()
    voice = models.CharField(max_length=12, choices=Voice, blank=True)
    voice_sealed = models.BinaryField(null=True, blank=True)
    """How, when or why not; needed where somebody is, or may be, a child."""
    moves = models.PositiveSmallIntegerField(default=0)
    """How often it got another time; calendars count it too. Kept by the database."""

    class Meta:
        ordering = ("-starts_at",)

    def __str__(self) -> str:
        return f"{self.case_id} at {self.starts_at}"


class ConferenceStep(Step):
    """A conference was held, closed, cancelled."""

    of = models.ForeignKey(Conference, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(Step.Meta):
        pass
