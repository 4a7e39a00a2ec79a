# SPDX-License-Identifier: EUPL-1.2
"""Desks that give advice, and questions put to them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.courses import InCourse, Step
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import Record


class Topic(models.TextChoices):
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


class Desk(Record):
    """A unit that answers questions. Everybody signed in may know that there is one."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    actor_code = models.SlugField(max_length=60, blank=True)
    """The actor of the pack whose desk it is, such as ``bufdir_guidance``."""
    topics = ArrayField(models.CharField(max_length=16, choices=Topic), default=list)
    days = models.PositiveSmallIntegerField(default=3)
    """Working days in which it usually answers."""
    is_open = models.BooleanField(default=True)
    """Whether other organisations may ask."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Question(InCourse):
    """A question from one organisation to another's desk, or to a desk of its own."""

    class Circle(models.TextChoices):
        """Who sees it on the asker's side, beside the unit's leader."""

        UNIT = "unit", _("Everyone in my unit")
        ME = "me", _("Only I, and those on the case it came from")

    desk = models.ForeignKey(Desk, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    receiver_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    """The asker's."""
    circle = models.CharField(max_length=8, choices=Circle, default=Circle.UNIT)
    topic = models.CharField(max_length=16, choices=Topic)
    about_child = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="nb")
    text_sealed = models.BinaryField(null=True, blank=True)
    """Filled in once, when the question has its key."""
    kept = models.SlugField(max_length=24, blank=True)
    """Why what could point to somebody was left in; empty where nothing was."""
    due_on = models.DateField()

    class Meta:
        ordering = ("-created_at",)
        indexes = [
            models.Index(fields=["receiver", "state", "due_on"], name="question_to"),
            models.Index(fields=["organisation", "-created_at"], name="question_from"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.state}"


class QuestionStep(Step):
    """One move of a question, with what was said in it."""

    of = models.ForeignKey(Question, models.PROTECT, related_name="steps")
    words_sealed = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Origin(Record):
    """The case a question came from: a row of the case, which the desk has no way to."""

    case_id = models.UUIDField(db_index=True)
    question = models.OneToOneField(Question, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.question_id} from {self.case_id}"
