# SPDX-License-Identifier: EUPL-1.2
"""Putting a question to a desk. The desk gets the text and who asks, and no way to a case."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import Organisation
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack, localized, rule_provisions
from samvern.cases.core.selectors import get_working_case
from samvern.cases.sharing.disclosure_grounds import PROFESSION
from samvern.helpline.anonymity.domain import find_identifiers
from samvern.helpline.desks.domain import own_desks
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.keeping.domain import words_kept
from samvern.helpline.questions.models import AdviceQuestion, AdviceQuestionStep, QuestionOrigin
from samvern.helpline.questions.reminder_schedule import due_on
from samvern.helpline.workflow import QUESTION, RUNNING
from samvern.identity.sealing import create_key, open_field, set_sealed
from samvern.law import Truth

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
    desk: AdvisoryDesk,
    text: str,
    topic: str,
    about_child: bool = False,
    circle: str = AdviceQuestion.Circle.UNIT,
    language: str = "nb",
    kept: str = "",
    case: Case | None = None,
    unit_id: UUID | None = None,
) -> AdviceQuestion:
    """Send a question; the case it came from stays on the asker's side.

    Raises:
        Rejected: something in the text could point to somebody and no reason is given, or the
            actor belongs to no unit.
        NotFound: the case is not one the actor works in.
    """
    unit = unit_id or actor.unit_id
    if unit is None:
        raise Rejected(_("You belong to no unit. An administrator can give you one."))
    if case is not None:
        get_working_case(actor, case.pk)
    reason = _judged(text, kept)
    row = AdviceQuestion(
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
        due_on=due_on(timezone.now(), desk.days, current_pack().ruleset.holidays),
    )
    row.save(force_insert=True)
    create_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    set_sealed(row, text=text)
    AdviceQuestion.objects.filter(pk=row.pk).update(text_sealed=row.text_sealed)
    if case is not None:
        link = QuestionOrigin(case_id=case.pk, question=row, created_by_id=actor.member_id)
        link.save(force_insert=True)
    log_act("question.ask", case=case.pk if case else None, object=row.pk, desk=desk.pk)
    return row


def get_desk(actor: Actor, id: UUID) -> AdvisoryDesk:
    """A desk the actor may ask.

    Raises:
        NotFound: there is none.
    """
    rows = AdvisoryDesk.objects.filter(Q(is_open=True) | Q(organisation_id=actor.organisation_id))
    found = rows.filter(pk=id).first()
    if found is None:
        raise NotFound("desk", id)
    return found


def get_question(actor: Actor, id: UUID) -> AdviceQuestion:
    """A question of the actor's side or of her desk.

    Raises:
        NotFound: there is none for this actor.
    """
    rows = AdviceQuestion.objects.select_related("desk__unit", "organisation", "receiver")
    found = rows.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise NotFound("question", id)
    case = _case_of(found)
    log_read("question.see", case=case, object=found.pk, rows=1)
    if case is None:  # the desk knows of none; the trail of the case is told all the same
        with connection.cursor() as cursor:
            cursor.execute("SELECT audit.tell_origin(%s)", [found.pk])
    return found


def _case_of(question: AdviceQuestion) -> UUID | None:
    """The case it came from, for those who may know of it."""
    origins = QuestionOrigin.objects.filter(question=question)
    return origins.values_list("case_id", flat=True).first()


def is_asker(actor: Actor, question: AdviceQuestion) -> bool:
    """Whether she is on the side that asked."""
    return question.organisation_id == actor.organisation_id


def is_at_desk(actor: Actor, question: AdviceQuestion) -> bool:
    """Whether she is on the side that answers."""
    return question.desk_id in own_desks()


def read_question_text(question: AdviceQuestion) -> str:
    """What was asked."""
    return open_field(question, "text")


def read_exchange(question: AdviceQuestion) -> list[tuple[AdviceQuestionStep, str]]:
    """The moves made, with what was said in each."""
    rows = AdviceQuestionStep.objects.filter(of=question).order_by("created_at")
    return [(step, open_field(step, "words")) for step in rows]


def move_question(
    *,
    actor: Actor,
    question: AdviceQuestion,
    move: str,
    words: str = "",
    reason: str = "",
    kept: str = "",
) -> AdviceQuestion:
    """Make a move: take, ask for more, tell more, answer, decline, ask on, close, withdraw.

    Raises:
        StaleState: somebody was first.
        Rejected: words are missing, or could point to somebody without a reason.
    """
    if move not in {each.name for each in QUESTION.transitions}:
        raise Rejected({"move": _("There is no such move.")})
    if move in ("ask_more", "tell_more", "answer", "ask_on") and not words:
        raise Rejected({"words": _("Write something.")})
    if move in ("tell_more", "ask_on"):
        _judged(words, kept)
    step = AdviceQuestionStep(id=uuid4(), of=question, move=move, reason=reason)
    set_sealed(step, words=words)
    return apply_transition(QUESTION, step, question, actor=actor)


def asked_by_us(actor: Actor, start: int = 0) -> list[AdviceQuestion]:
    """What the actor's side has asked and she may see, the newest first, a page from ``start``."""
    rows = AdviceQuestion.objects.filter(organisation_id=actor.organisation_id)
    return list(rows.select_related("desk").order_by("-created_at", "pk")[start : start + MOST])


def count_asked_by_us(actor: Actor) -> int:
    """How many questions the actor's side has asked that she may see."""
    return AdviceQuestion.objects.filter(organisation_id=actor.organisation_id).count()


def asked_of_us() -> list[AdviceQuestion]:
    """What waits or has been answered at the actor's desks: what is due first, first."""
    ours = AdviceQuestion.objects.filter(desk_id__in=own_desks()).exclude(state="withdrawn")
    rows = ours.filter(Q(state__in=RUNNING) | Q(state_since__gte=timezone.now() - _SHOWN))
    found = list(rows.select_related("desk", "organisation").order_by("due_on")[:MOST])
    return sorted(found, key=lambda row: row.state not in RUNNING)


def forget_old_questions(*, actor: Actor) -> int:
    """Destroy the text of the organisation's old questions, and of what was answered; how many.

    The actor is the organisation's service member. Run as often as one likes.
    """
    count: int = fetch_value("forget_old_questions", words_kept())
    if count:
        log_act("question.forget", count=count)
    return count


def _judged(text: str, kept: str) -> str:
    """The reason to keep, where there is something to keep.

    Raises:
        Rejected: there is something and no reason.
    """
    if not find_identifiers(text):
        return ""
    if kept not in KEPT:
        raise Rejected(
            {"kept": _("Something may point to a person. Mend it, or say why it stays.")}
        )
    return kept


_SHOWN = timedelta(days=14)
GUIDANCE = "bufdir_guidance"
DUTY = "R-CH-NOTIFY"


@dataclass(frozen=True)
class NotifyDuty:
    """A duty of the pack for this kind of organisation."""

    name: str
    text: str
    provision: str


@dataclass(frozen=True)
class ChildGuidance:
    """Where to ring, and what must be done whatever the answer is."""

    name: str = ""
    does: str = ""
    phone: str = ""
    hours: str = ""
    duties: tuple[NotifyDuty, ...] = ()


def child_guidance(organisation: Organisation) -> ChildGuidance:
    """For a question from this organisation, by the pack in use; empty where it has neither."""
    actor = current_pack().ruleset.actors.get(GUIDANCE)
    duties = _duties(organisation)
    if actor is None:
        return ChildGuidance(duties=duties)
    return ChildGuidance(
        localized(actor.name), localized(actor.does), actor.phone, localized(actor.hours), duties
    )


def _duties(organisation: Organisation) -> tuple[NotifyDuty, ...]:
    """Duties to notify that are not another profession's; whether there is a child is not asked."""
    fact = current_pack().ruleset.facts.get(PROFESSION)
    known = {PROFESSION: organisation.kind} if fact and fact.option(organisation.kind) else {}
    result = current_pack().assess(known, asked_on=timezone.localdate())
    return tuple(
        NotifyDuty(
            localized(rule.name), localized(result.version(rule).text), rule_provisions(rule.id)
        )
        for rule in result.of_kind("duty")
        if rule.id.startswith(DUTY) and result.value(rule.id) is not Truth.NO
    )
