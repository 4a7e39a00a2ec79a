# SPDX-License-Identifier: EUPL-1.2
"""State machines: the named transitions of a thing, one table for code, database and docs.

A thing (a referral, a booking, a question) has a state. It changes in one way only: somebody adds
a record of a transition, and the database (``gate.take_step``) accepts it if the transition starts
in the present state and the side may make it. Of two who answer at once, one is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected, rejection_from
from samvern.access.models.base import BaseModel, stored_name
from samvern.access.models.organisations import Member
from samvern.access.unit_of_work import log_act

SENDER, RECEIVER, JOB = "sender", "receiver", "job"
"""Who may make a transition: the organisation the thing is of, the one it is sent to, a job."""

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
    """All states and transitions of one kind of thing."""

    table: str
    """Of the things; the steps lie in ``<table>step``."""
    first: str
    states: Mapping[str, Any]
    """Codes and labels, in the order a reader expects them."""
    transitions: tuple[Transition, ...]

    def rows(self) -> Iterator[tuple[str, str, str, str, str, bool]]:
        """Table, move, start, end, side, whether a reason is needed: as the database has them."""
        for transition in self.transitions:
            for start in transition.start:
                for side in transition.by:
                    needs_reason = transition.reasons is not None
                    yield self.table, transition.name, start, transition.end, side, needs_reason

    def transition(self, name: str) -> Transition:
        """The transition of a name."""
        return next(each for each in self.transitions if each.name == name)

    def transitions_from(self, state: str, side: str) -> tuple[Transition, ...]:
        """What one side can do with a thing in a state."""
        return tuple(t for t in self.transitions if state in t.start and side in t.by)


class StatefulModel(BaseModel):
    """A thing with a state. Nothing but a transition changes the state."""

    organisation = models.ForeignKey("access.Organisation", models.PROTECT, related_name="+")
    """Whose it is: the sender."""
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    state = models.SlugField(max_length=24)
    state_since = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class TransitionRecord(BaseModel):
    """One transition that was made: who, from, to, why, when. Added, and never changed.

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
    """The thing is not where the transition starts: somebody was first. It is in ``state``."""

    def __init__(self, state: str, label: str) -> None:
        super().__init__(
            _("Somebody was first. It is now: %(state)s. Look again before you go on.")
            % {"state": label}
        )
        self.state = state


def apply_transition(
    machine: StateMachine, step: TransitionRecord, thing: Thing, *, actor: Actor
) -> Thing:
    """Make a transition; the thing as it is after it. ``step``, not saved yet, names both.

    Raises:
        StaleState: the thing is in a state the transition does not start in.
        Rejected: the transition needs a reason and has none of those it knows.
        NotFound: the thing, or the transition, is not the actor's.
    """
    transition = machine.transition(step.move)
    if transition.reasons is not None and step.reason not in transition.reasons:
        raise Rejected(_("Choose a reason from the list."))
    step.made_by_id = actor.member_id
    try:
        with transaction.atomic():
            step.save(force_insert=True)
    except DatabaseError as error:
        if meaning := _translate_error(machine, thing, error):
            raise meaning from error
        raise  # a fault of ours: as it is, with the cause it has
    detail: dict[str, Any] = {"reason": step.reason} if step.reason else {}
    case_id = getattr(thing, "case_id", None)
    log_act(f"{stored_name(thing)}.{transition.name}", case=case_id, object=thing.pk, **detail)
    thing.refresh_from_db(fields=["state", "state_since"])
    return thing


def _translate_error(
    machine: StateMachine, thing: StatefulModel, error: DatabaseError
) -> Rejected | NotFound | None:
    """What the database's no says to the actor; None when it says nothing to her."""
    cause: Any = error.__cause__
    code = getattr(cause, "sqlstate", "")
    if code == NOT_FROM_HERE:
        state = str(cause.diag.message_primary)
        return StaleState(state, str(machine.states.get(state, state)))
    if code == NOT_THERE:
        return NotFound(stored_name(thing), thing.pk)
    return rejection_from(error)
