# SPDX-License-Identifier: EUPL-1.2
"""Putting a question to a desk. The desk gets the text and who asks, and no way to a case."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.law import law
from samvern.cases.models import Case
from samvern.contacts.anonymity import marks
from samvern.contacts.clocks import due_on
from samvern.contacts.course import QUESTION, RUNNING
from samvern.contacts.domain.desks import own_desks
from samvern.contacts.models import Desk, Origin, Question, QuestionStep
from samvern.identity.domain.sealing import new_key, seal, unseal

TEXT, WORDS = "question.text", "questionstep.words"
MOST = 100
KEPT: dict[str, Any] = {
    "nobody": lazy("It points to nobody: a law, a body, a word"),
    "needed": lazy("The desk cannot answer without it, and the law lets me tell it"),
    "agreed": lazy("The person has agreed that the desk gets it"),
}
"""Why something that could point to somebody is left in."""


def ask_desk(
    *,
    actor: Actor,
    desk: Desk,
    text: str,
    topic: str,
    about_child: bool = False,
    circle: str = Question.Circle.UNIT,
    language: str = "nb",
    kept: str = "",
    case: Case | None = None,
    unit_id: UUID | None = None,
) -> Question:
    """Send a question; the case it came from stays on the asker's side.

    Raises:
        Refused: something in the text could point to somebody and no reason is given, or the
            actor belongs to no unit.
        Absent: the case is not one the actor works in.
    """
    unit = unit_id or actor.unit_id
    if unit is None:
        raise Refused(_("You belong to no unit. An administrator can give you one."))
    if case is not None:
        get_working_case(actor, case.pk)
    reason = _judged(text, kept)
    row = Question(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        unit_id=unit,
        desk=desk,
        receiver_id=desk.organisation_id,
        receiver_unit_id=desk.unit_id,
        state=QUESTION.first,
        circle=circle,
        topic=topic,
        about_child=about_child,
        language=language,
        kept=reason,
        due_on=due_on(timezone.now(), desk.days, law().book.holidays),
    )
    row.save(force_insert=True)
    new_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    row.text_sealed = seal(row.pk, TEXT, row.pk, text)
    Question.objects.filter(pk=row.pk).update(text_sealed=row.text_sealed)
    if case is not None:
        link = Origin(case_id=case.pk, question=row, created_by_id=actor.member_id)
        link.save(force_insert=True)
    record("question.ask", case=case.pk if case else None, object=row.pk, desk=desk.pk)
    return row


def get_desk(actor: Actor, id: UUID) -> Desk:
    """A desk the actor may ask.

    Raises:
        Absent: there is none.
    """
    rows = Desk.objects.filter(Q(is_open=True) | Q(organisation_id=actor.organisation_id))
    found = rows.filter(pk=id).first()
    if found is None:
        raise Absent("desk", id)
    return found


def get_question(actor: Actor, id: UUID) -> Question:
    """A question of the actor's side or of her desk.

    Raises:
        Absent: there is none for this actor.
    """
    rows = Question.objects.select_related("desk__unit", "organisation", "receiver")
    found = rows.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise Absent("question", id)
    see("question.see", object=found.pk, rows=1)
    return found


def is_asker(actor: Actor, question: Question) -> bool:
    """Whether she is on the side that asked."""
    return question.organisation_id == actor.organisation_id


def is_at_desk(actor: Actor, question: Question) -> bool:
    """Whether she is on the side that answers."""
    return question.desk_id in own_desks()


def text_of(question: Question) -> str:
    """What was asked."""
    return unseal(question.pk, TEXT, question.pk, question.text_sealed)


def exchange(question: Question) -> list[tuple[QuestionStep, str]]:
    """The moves made, with what was said in each."""
    rows = QuestionStep.objects.filter(of=question).order_by("created_at")
    return [(step, unseal(question.pk, WORDS, step.pk, step.words_sealed)) for step in rows]


def move_question(
    *,
    actor: Actor,
    question: Question,
    move: str,
    words: str = "",
    reason: str = "",
    kept: str = "",
) -> Question:
    """Make a move: take, ask for more, tell more, answer, decline, ask on, close, withdraw.

    Raises:
        Overtaken: somebody was first.
        Refused: words are missing, or could point to somebody without a reason.
    """
    if move not in {each.name for each in QUESTION.moves}:
        raise Refused({"move": _("There is no such move.")})
    if move in ("ask_more", "tell_more", "answer", "ask_on") and not words:
        raise Refused({"words": _("Write something.")})
    if move in ("tell_more", "ask_on"):
        _judged(words, kept)
    step = QuestionStep(id=uuid4(), of=question, move=move, reason=reason)
    if words:
        step.words_sealed = seal(question.pk, WORDS, step.pk, words)
    return take_step(QUESTION, step, question, actor=actor)


def asked_by_us(actor: Actor) -> list[Question]:
    """What the actor's side has asked and she may see, the newest first."""
    rows = Question.objects.filter(organisation_id=actor.organisation_id)
    return list(rows.select_related("desk").order_by("-created_at")[:MOST])


def asked_of_us() -> list[Question]:
    """What waits or has been answered at the actor's desks: what is due first, first."""
    ours = Question.objects.filter(desk_id__in=own_desks()).exclude(state="withdrawn")
    rows = ours.filter(Q(state__in=RUNNING) | Q(state_since__gte=timezone.now() - _SHOWN))
    found = list(rows.select_related("desk", "organisation").order_by("due_on")[:MOST])
    return sorted(found, key=lambda row: row.state not in RUNNING)


def questions_from(case: Case) -> list[Question]:
    """Questions that came from a case, for those who see the case."""
    ids = Origin.objects.filter(case_id=case.pk).values("question_id")
    return list(Question.objects.filter(pk__in=ids).select_related("desk"))


def _judged(text: str, kept: str) -> str:
    """The reason to keep, where there is something to keep.

    Raises:
        Refused: there is something and no reason.
    """
    if not marks(text):
        return ""
    if kept not in KEPT:
        raise Refused({"kept": _("Something may point to a person. Mend it, or say why it stays.")})
    return kept


_SHOWN = timedelta(days=14)
