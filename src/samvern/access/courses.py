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
from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Absent, Refused, refusal_of
from samvern.access.models.base import Record
from samvern.access.models.people import Member
from samvern.access.walls import open_to

SENDER, RECEIVER, JOB = "sender", "receiver", "job"
"""Who may make a move: the organisation the thing is of, the one it is sent to, a job."""
NOT_FROM_HERE, NOT_THERE = "SV409", "42501"
Thing = TypeVar("Thing", bound="InCourse")


@dataclass(frozen=True, slots=True)
class Move:
    """One named way from some states to another."""

    name: str
    label: Any
    start: tuple[str, ...]
    end: str
    by: tuple[str, ...]
    reasons: Mapping[str, Any] | None = None
    """Codes and labels one of which must be given; None asks for none."""


@dataclass(frozen=True)
class Course:
    """All states and moves of one kind of thing."""

    table: str
    """Of the things; the steps lie in ``<table>step``."""
    first: str
    states: Mapping[str, Any]
    """Codes and labels, in the order a reader expects them."""
    moves: tuple[Move, ...]

    def rows(self) -> Iterator[tuple[str, str, str, str, str, bool]]:
        """Table, move, start, end, side, whether a reason is needed: as the database has them."""
        for move in self.moves:
            for start in move.start:
                for side in move.by:
                    yield self.table, move.name, start, move.end, side, move.reasons is not None

    def move(self, name: str) -> Move:
        """The move of a name."""
        return next(each for each in self.moves if each.name == name)

    def open_to(self, state: str, side: str) -> tuple[Move, ...]:
        """What one side can do with a thing in a state."""
        return tuple(m for m in self.moves if state in m.start and side in m.by)


class InCourse(Record):
    """A thing with a state. Nothing but a step changes the state."""

    organisation = models.ForeignKey("access.Organisation", models.PROTECT, related_name="+")
    """Whose it is: the sender."""
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    state = models.SlugField(max_length=24)
    state_since = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Step(Record):
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


class Overtaken(Refused):
    """The thing is not where the move begins: somebody was first. ``state`` is where it is."""

    def __init__(self, state: str, label: str) -> None:
        super().__init__(
            _("Somebody was first. It is now: %(state)s. Look again before you go on.")
            % {"state": label}
        )
        self.state = state


def take_step(course: Course, step: Step, thing: Thing, *, actor: Actor) -> Thing:
    """Make a move; the thing as it is after it. ``step`` is not saved yet and names thing and move.

    Raises:
        Overtaken: the thing is in a state the move does not begin in.
        Refused: the move needs a reason and has none of those it knows.
        Absent: the thing, or the move, is not the actor's.
    """
    move = course.move(step.move)
    if move.reasons is not None and step.reason not in move.reasons:
        raise Refused(_("Choose a reason from the list."))
    step.made_by_id = actor.member_id
    try:
        with transaction.atomic():
            step.save(force_insert=True)
    except DatabaseError as error:
        if meaning := _meaning(course, thing, error):
            raise meaning from error
        raise  # a fault of ours: as it is, with the cause it has
    detail: dict[str, Any] = {"reason": step.reason} if step.reason else {}
    case_id = getattr(thing, "case_id", None)
    record(f"{thing._meta.model_name}.{move.name}", case=case_id, object=thing.pk, **detail)
    thing.refresh_from_db(fields=["state", "state_since"])
    return thing


def _meaning(course: Course, thing: InCourse, error: DatabaseError) -> Refused | Absent | None:
    """What the database's no says to the actor; None when it says nothing to her."""
    cause: Any = error.__cause__
    code = getattr(cause, "sqlstate", "")
    if code == NOT_FROM_HERE:
        state = str(cause.diag.message_primary)
        return Overtaken(state, str(course.states.get(state, state)))
    if code == NOT_THERE:
        return Absent(str(thing._meta.model_name), thing.pk)
    return refusal_of(error)


def run_course(course: Course) -> list[Operation]:
    """Operations of a migration that let the database hold a course; its walls come beside."""
    steps = f"{course.table}step"
    lines = ", ".join(
        "({})".format(", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in row))
        for row in course.rows()
    )
    return [
        open_to("samvern_gate", course.table),
        RunSQL(
            f"GRANT UPDATE (state, state_since) ON {course.table} TO samvern_gate;"
            f"CREATE POLICY samvern_gate_update ON {course.table} FOR UPDATE TO samvern_gate "
            "USING (true);"
            "SET LOCAL ROLE samvern_gate;"
            f"DELETE FROM gate.course WHERE thing = '{course.table}';"
            f"INSERT INTO gate.course VALUES {lines};"
            "RESET ROLE;"
            f"CREATE TRIGGER a_take_step BEFORE INSERT ON {steps} FOR EACH ROW "
            f"EXECUTE FUNCTION gate.take_step('{course.table}')",
            RunSQL.noop,
        ),
    ]
