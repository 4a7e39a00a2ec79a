# SPDX-License-Identifier: EUPL-1.2
"""Advice for everybody: written anew by the desk, and shared when a second person approves it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.cases.law import law
from samvern.contacts.anonymity import marks
from samvern.contacts.course import ADVICE, APPROVED, SENT_BACK, WRITTEN
from samvern.contacts.domain.desks import own_desks
from samvern.contacts.models import Advice, AdviceStep, Desk, Question
from samvern.identity.domain.sealing import new_key, seal, unseal

DRAFT, WORDS = "advice.draft", "advicestep.words"


@dataclass(frozen=True)
class Text:
    """What an advice says."""

    title: str
    asked: str
    answered: str

    @property
    def whole(self) -> str:
        """All of it, to be looked through."""
        return f"{self.title}\n{self.asked}\n{self.answered}"


def write_advice(
    *,
    actor: Actor,
    desk: Desk,
    text: Text,
    topics: Sequence[str],
    rules: Sequence[str] = (),
    language: str = "nb",
    question: Question | None = None,
    kept: str = "",
) -> Advice:
    """Write an advice for a second person to read. It is sealed until then.

    Raises:
        Refused: it could point to somebody and no reason is given, or names a rule that is not.
    """
    _judge(text, kept, rules)
    row = Advice(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        desk=desk,
        question=question,
        state=ADVICE.first,
        topics=list(topics),
        rules=list(rules),
        language=language,
    )
    row.save(force_insert=True)
    new_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    _seal(row, text)
    record("advice.write", object=row.pk)
    return row


def mend_advice(
    *, actor: Actor, advice: Advice, text: Text, topics: Sequence[str], rules: Sequence[str],
    kept: str = "",
) -> Advice:  # fmt: skip
    """Put right what was sent back, and send it in again.

    Raises:
        Refused: as in :func:`write_advice`.
        Overtaken: it is not there to be mended any more.
    """
    _judge(text, kept, rules)
    take_step(ADVICE, AdviceStep(of=advice, move="mend"), advice, actor=actor)
    Advice.objects.filter(pk=advice.pk).update(topics=list(topics), rules=list(rules))
    _seal(advice, text)
    return advice


def approve_advice(*, actor: Actor, advice: Advice) -> Advice:
    """Share an advice as it was written; the one who wrote it cannot.

    Raises:
        Refused: the actor wrote it last.
        Overtaken: somebody was first.
    """
    if last_writer(advice) == actor.member_id:
        raise Refused(_("You wrote this. A second person must read and approve it."))
    text = draft_of(advice)
    Advice.objects.filter(pk=advice.pk, state=WRITTEN).update(
        title=text.title,
        asked=text.asked,
        answered=text.answered,
        approved_on=timezone.localdate(),
        draft_sealed=None,
    )
    return take_step(ADVICE, AdviceStep(of=advice, move="approve"), advice, actor=actor)


def send_back(*, actor: Actor, advice: Advice, words: str) -> Advice:
    """Send a draft back with what is to be mended."""
    step = AdviceStep(id=uuid4(), of=advice, move="send_back")
    step.words_sealed = seal(advice.pk, WORDS, step.pk, words)
    return take_step(ADVICE, step, advice, actor=actor)


def take_down(*, actor: Actor, advice: Advice, reason: str) -> None:
    """Take an advice away from everybody, its text with it."""
    take_step(ADVICE, AdviceStep(of=advice, move="take_down", reason=reason), advice, actor=actor)
    gone = {"title": "", "asked": "", "answered": "", "draft_sealed": None}
    Advice.objects.filter(pk=advice.pk).update(**gone)


def get_advice(actor: Actor, id: UUID) -> Advice:
    """An approved advice, or one of the actor's desk.

    Raises:
        Absent: there is none for this actor.
    """
    rows = Advice.objects.select_related("desk")
    found = rows.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise Absent("advice", id)
    see("advice.see", object=found.pk)
    return found


def drafts() -> list[Advice]:
    """What waits at the actor's desks for a second person, or to be mended."""
    rows = Advice.objects.filter(desk_id__in=own_desks(), state__in=(WRITTEN, SENT_BACK))
    return list(rows.select_related("desk").order_by("state_since")[:100])


def draft_of(advice: Advice) -> Text:
    """What a draft says; what is approved, as it is shared."""
    if advice.draft_sealed is None:
        return Text(advice.title, advice.asked, advice.answered)
    return Text(**json.loads(unseal(advice.pk, DRAFT, advice.pk, advice.draft_sealed)))


def remarks(advice: Advice) -> str:
    """Why it was sent back last."""
    step = AdviceStep.objects.filter(of=advice, move="send_back").order_by("-created_at").first()
    if step is None or advice.state == APPROVED:
        return ""
    return unseal(advice.pk, WORDS, step.pk, step.words_sealed)


def last_writer(advice: Advice) -> UUID:
    """Who wrote it last."""
    mended = AdviceStep.objects.filter(of=advice, move="mend").order_by("-created_at").first()
    return mended.made_by_id if mended else advice.created_by_id


def _judge(text: Text, kept: str, rules: Sequence[str]) -> None:
    if marks(text.whole) and kept != "nobody":
        raise Refused(
            {"kept": _("Something may point to a person. Mend it, or say that it does not.")}
        )
    unknown = [rule for rule in rules if rule not in law().book.rules]
    if unknown:
        raise Refused({"rules": _("No rule is called %(rule)s.") % {"rule": unknown[0]}})


def _seal(row: Advice, text: Text) -> None:
    content = json.dumps(
        {"title": text.title, "asked": text.asked, "answered": text.answered}, ensure_ascii=False
    )
    row.draft_sealed = seal(row.pk, DRAFT, row.pk, content)
    Advice.objects.filter(pk=row.pk).update(draft_sealed=row.draft_sealed)
