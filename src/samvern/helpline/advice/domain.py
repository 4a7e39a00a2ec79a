# SPDX-License-Identifier: EUPL-1.2
"""Advice for everybody: written anew by the desk, and shared when a second person approves it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.cases.core.pack import current_pack
from samvern.helpline.advice.models import Advice, AdviceStep
from samvern.helpline.anonymity.domain import find_identifiers
from samvern.helpline.desks.domain import own_desks
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.questions.models import AdviceQuestion
from samvern.helpline.workflow import ADVICE, APPROVED, SENT_BACK, WRITTEN
from samvern.identity.sealing import create_key, open_field, set_sealed


@dataclass(frozen=True)
class AdviceText:
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
    desk: AdvisoryDesk,
    text: AdviceText,
    topics: Sequence[str],
    rules: Sequence[str] = (),
    language: str = "nb",
    question: AdviceQuestion | None = None,
    kept: str = "",
) -> Advice:
    """Write an advice for a second person to read. It is sealed until then.

    Raises:
        Rejected: it could point to somebody and no reason is given, or names a rule that is not.
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
    create_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    _seal(row, text)
    log_act("advice.write", object=row.pk)
    return row


def revise_advice(
    *, actor: Actor, advice: Advice, text: AdviceText, topics: Sequence[str], rules: Sequence[str],
    kept: str = "",
) -> Advice:  # fmt: skip
    """Put right what was sent back, and send it in again.

    Raises:
        Rejected: as in :func:`write_advice`.
        StaleState: it is not there to be mended any more.
    """
    _judge(text, kept, rules)
    apply_transition(ADVICE, AdviceStep(of=advice, move="mend"), advice, actor=actor)
    Advice.objects.filter(pk=advice.pk).update(topics=list(topics), rules=list(rules))
    _seal(advice, text)
    return advice


def approve_advice(*, actor: Actor, advice: Advice) -> Advice:
    """Share an advice as it was written; the one who wrote it cannot.

    Raises:
        Rejected: the actor wrote it last.
        StaleState: somebody was first.
    """
    if last_writer(advice) == actor.member_id:
        raise Rejected(_("You wrote this. A second person must read and approve it."))
    text = draft_of(advice)
    Advice.objects.filter(pk=advice.pk, state=WRITTEN).update(
        title=text.title,
        asked=text.asked,
        answered=text.answered,
        approved_on=timezone.localdate(),
        draft_sealed=None,
    )
    return apply_transition(ADVICE, AdviceStep(of=advice, move="approve"), advice, actor=actor)


def send_back(*, actor: Actor, advice: Advice, words: str) -> Advice:
    """Send a draft back with what is to be mended."""
    step = AdviceStep(id=uuid4(), of=advice, move="send_back")
    set_sealed(step, words=words)
    return apply_transition(ADVICE, step, advice, actor=actor)


def take_down(*, actor: Actor, advice: Advice, reason: str) -> None:
    """Take an advice away from everybody, its text with it."""
    apply_transition(
        ADVICE, AdviceStep(of=advice, move="take_down", reason=reason), advice, actor=actor
    )
    gone = {"title": "", "asked": "", "answered": "", "draft_sealed": None}
    Advice.objects.filter(pk=advice.pk).update(**gone)


def get_advice(actor: Actor, id: UUID) -> Advice:
    """An approved advice, or one of the actor's desk.

    Raises:
        NotFound: there is none for this actor.
    """
    rows = Advice.objects.select_related("desk")
    found = rows.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise NotFound("advice", id)
    log_read("advice.see", object=found.pk)
    return found


def drafts_to_review() -> list[Advice]:
    """What waits at the actor's desks for a second person, or to be mended."""
    rows = Advice.objects.filter(desk_id__in=own_desks(), state__in=(WRITTEN, SENT_BACK))
    return list(rows.select_related("desk").order_by("state_since")[:100])


def draft_of(advice: Advice) -> AdviceText:
    """What a draft says; what is approved, as it is shared."""
    if advice.draft_sealed is None:
        return AdviceText(advice.title, advice.asked, advice.answered)
    return AdviceText(**json.loads(open_field(advice, "draft")))


def remarks(advice: Advice) -> str:
    """Why it was sent back last."""
    step = AdviceStep.objects.filter(of=advice, move="send_back").order_by("-created_at").first()
    if step is None or advice.state == APPROVED:
        return ""
    return open_field(step, "words")


def last_writer(advice: Advice) -> UUID:
    """Who wrote it last."""
    mended = AdviceStep.objects.filter(of=advice, move="mend").order_by("-created_at").first()
    return mended.made_by_id if mended else advice.created_by_id


def _judge(text: AdviceText, kept: str, rules: Sequence[str]) -> None:
    if find_identifiers(text.whole) and kept != "nobody":
        raise Rejected(
            {"kept": _("Something may point to a person. Mend it, or say that it does not.")}
        )
    unknown = [rule for rule in rules if rule not in current_pack().ruleset.rules]
    if unknown:
        raise Rejected({"rules": _("No rule is called %(rule)s.") % {"rule": unknown[0]}})


def _seal(row: Advice, text: AdviceText) -> None:
    content = json.dumps(
        {"title": text.title, "asked": text.asked, "answered": text.answered}, ensure_ascii=False
    )
    set_sealed(row, draft=content)
    Advice.objects.filter(pk=row.pk).update(draft_sealed=row.draft_sealed)
