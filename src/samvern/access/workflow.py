# SPDX-License-Identifier: EUPL-1.2
"""Courses: the named moves a thing may make, as one table that code, database and docs share.

A thing (a referral, a booking, a question) has a state. It changes in one way only: somebody adds
a step to it, and the database (``sql/courses.sql``) takes the step if the move leads on from where
the thing is now and is hers to make. Two who answer at once get one yes and one clear no.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import log_act
from samvern.access.errors import NotFound, Rejected, rejection_from
from samvern.access.models.base import BaseModel, stored_name
from samvern.access.models.organisations import Member

SENDER, RECEIVER, JOB = "sender", "receiver", "job"
"""Who may make a move: the organisation the thing is of, the one it is sent to, a job."""


NOT_FROM_HERE, NOT_THERE = "SV409", "42501"


Thing = TypeVar("Thing", bound="StatefulModel")


@dataclass(frozen=True, slots=True)
class Transition:
    """One named way from some states to another."""

    name: str
    label: Any
    start: tuple[str, ...]
    end: str
    by: tuple[str, ...]
    reasons: Mapping[str, Any] | None = None
    """Codes and labels one of which must be given; None asks for none."""


@dataclass(frozen=True)
class StateMachine:
    """All states and moves of one kind of thing."""

    table: str
    """Of the things; the steps lie in ``<table>step``."""
    first: str
    states: Mapping[str, Any]
    """Codes and labels, in the order a reader expects them."""
    transitions: tuple[Transition, ...]

    def rows(self) -> Iterator[tuple[str, str, str, str, str, bool]]:
        """Table, move, start, end, side, whether a reason is needed: as the database has them."""
        for move in self.transitions:
            for start in move.start:
                for side in move.by:
                    yield self.table, move.name, start, move.end, side, move.reasons is not None

    def move(self, name: str) -> Transition:
        """The move of a name."""
        return next(each for each in self.transitions if each.name == name)

    def transitions_from(self, state: str, side: str) -> tuple[Transition, ...]:
        """What one side can do with a thing in a state."""
        return tuple(m for m in self.transitions if state in m.start and side in m.by)


class StatefulModel(BaseModel):
    """A thing with a state. Nothing but a step changes the state."""

    organisation = models.ForeignKey("access.Organisation", models.PROTECT, related_name="+")
    """Whose it is: the sender."""
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    state = models.SlugField(max_length=24)
    state_since = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class TransitionRecord(BaseModel):
    """One move that was made: who, from, to, why, when. Added, and never changed.

    A room's class adds ``of``, a foreign key to the thing, and may add sealed words. All but
    ``of``, ``move`` and ``reason`` is written by the database.
    """

    move = models.SlugField(max_length=24)
    start = models.SlugField(max_length=24, default="", editable=False)
    finish = models.SlugField(max_length=24, default="", editable=False)
    side = models.SlugField(max_length=12, default="", editable=False)
    reason = models.SlugField(max_length=40, blank=True)
    made_by = models.ForeignKey(Member, models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True
        ordering = ("created_at",)


class StaleState(Rejected):
    """The thing is not where the move begins: somebody was first. ``state`` is where it is."""

    def __init__(self, state: str, label: str) -> None:
        super().__init__(
            _("Somebody was first. It is now: %(state)s. Look again before you go on.")
            % {"state": label}
        )
        self.state = state


def apply_transition(
    course: StateMachine, step: TransitionRecord, thing: Thing, *, actor: Actor
) -> Thing:
    """Make a move; the thing as it is after it. ``step`` is not saved yet and names thing and move.

    Raises:
        StaleState: the thing is in a state the move does not begin in.
        Rejected: the move needs a reason and has none of those it knows.
        NotFound: the thing, or the move, is not the actor's.
    """
    move = course.move(step.move)
    if move.reasons is not None and step.reason not in move.reasons:
        raise Rejected(_("Choose a reason from the list."))
    step.made_by_id = actor.member_id
    try:
        with transaction.atomic():
            step.save(force_insert=True)
    except DatabaseError as error:
        if meaning := _translate_error(course, thing, error):
            raise meaning from error
        raise  # a fault of ours: as it is, with the cause it has
    detail: dict[str, Any] = {"reason": step.reason} if step.reason else {}
    case_id = getattr(thing, "case_id", None)
    log_act(f"{stored_name(thing)}.{move.name}", case=case_id, object=thing.pk, **detail)
    thing.refresh_from_db(fields=["state", "state_since"])
    return thing


def _translate_error(
    course: StateMachine, thing: StatefulModel, error: DatabaseError
) -> Rejected | NotFound | None:
    """What the database's no says to the actor; None when it says nothing to her."""
    cause: Any = error.__cause__
    code = getattr(cause, "sqlstate", "")
    if code == NOT_FROM_HERE:
        state = str(cause.diag.message_primary)
        return StaleState(state, str(course.states.get(state, state)))
    if code == NOT_THERE:
        return NotFound(stored_name(thing), thing.pk)
    return rejection_from(error)
