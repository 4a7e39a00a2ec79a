# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board: what an organisation lets it show, and what a coordinator asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models import Member, Organisation
from samvern.access.models.base import BaseModel
from samvern.access.workflow import StatefulModel, TransitionRecord


class BoardRule(BaseModel):
    """What the board shows of an organisation from a moment on; the latest rule holds.

    Where nobody has decided, it shows counts only: to tell of single persons is an act.
    """

    class Shows(models.TextChoices):
        """How much leaves the organisation."""

        LINES = "lines", _("One line for each person, without names")
        COUNTS = "counts", _("Only how many")
        NOTHING = "nothing", _("Nothing")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    shows = models.CharField(max_length=10, choices=Shows)
    made_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organisation", "-created_at"], name="boardrule_latest")]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.shows}"


class Reminder(StatefulModel):
    """A coordinator asks about one line of the board. Fixed texts: nothing about a person.

    Her organisation is the sender, and reads no row: the board tells her what became of it.
    """

    class Text(models.TextChoices):
        """What can be asked."""

        DEADLINE = "deadline", _("A time limit is about to end, or has ended. Is it in hand?")
        WAITING = "waiting", _("Something has waited long. What stands in the way?")
        HOLDER = "holder", _("Is this case still with you?")
        CONTACT = "contact", _("Call me, so that we can find a way together.")

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    """Whose line it was."""
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The holder, or the one that is waited for."""
    to_holder = models.BooleanField(default=True)
    text = models.CharField(max_length=12, choices=Text)

    class Meta:
        db_table = "coordination_nudge"
        indexes = [models.Index(fields=["person_id", "-created_at"], name="nudge_of_person")]

    def __str__(self) -> str:
        return f"{self.text} to {self.receiver_id}"


class ReminderStep(TransitionRecord):
    """It was answered."""

    of = models.ForeignKey(Reminder, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(TransitionRecord.Meta):
        db_table = "coordination_nudgestep"
