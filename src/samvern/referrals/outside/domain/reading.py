# SPDX-License-Identifier: EUPL-1.2
"""What was sent outside, and what came back, opened for whoever works in the case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.courses import Course
from samvern.cases.models import Case
from samvern.identity import links
from samvern.identity.domain.sealing import open_keys, unseal, unseal_bytes
from samvern.referrals.outside.course import LIVE, SENDING
from samvern.referrals.outside.domain.content import basis_words
from samvern.referrals.outside.lists import Kind, Way
from samvern.referrals.outside.models import Concern, Crossing, Sending, SendingStep
from samvern.referrals.outside.move_reasons import CALLED_BACK, CANNOT, STOPPED
from samvern.referrals.wording import field_name

COLOURS = {
    "waiting": "info",
    "opened": "info",
    "received": "info",
    "ring": "warning",
    "can_help": "success",
    "cannot": "neutral",
    "locked": "danger",
    "expired": "warning",
    "called_back": "neutral",
}


@dataclass(frozen=True)
class Move:
    """One move as it is read."""

    name: str
    at: datetime
    who: str
    reason: str
    words: str


@dataclass(frozen=True)
class Entry:
    """Something sent, with its words opened."""

    row: Sending
    receiver: str
    state: str
    colour: str
    way: str
    kind: str

    @property
    def is_live(self) -> bool:
        """Whether anything can still come back."""
        return self.row.state in LIVE


@dataclass(frozen=True)
class Whole(Entry):
    """The same with everything that belongs to it."""

    message: str
    fields: list[str]
    basis: str
    moves: list[Move]


def entries_of(case: Case) -> list[Entry]:
    """What was sent outside from a case, the newest first."""
    rows = list(Sending.objects.filter(case_id=case.pk).select_related("created_by"))
    open_keys([case.pk])
    return [Entry(*_head(row)) for row in rows]


def read_sending(row: Sending) -> Whole:
    """One thing sent, with its moves, the first first."""
    steps = SendingStep.objects.filter(of=row).select_related("made_by").order_by("created_at")
    return Whole(
        *_head(row),
        message=unseal(row.case_id, "sending.message", row.pk, row.message_sealed),
        fields=[field_name(code) for code in row.fields],
        basis=basis_words(row),
        moves=[_move(row, step) for step in steps],
    )


def moves_of(course: Course, row: Concern | Crossing, subject: UUID) -> list[Move]:
    """The moves of a notification or a crossing, the first first."""
    steps = row.steps.select_related("made_by").order_by("created_at")
    return [
        Move(
            name=str(course.move(step.move).label),
            at=step.created_at,
            who=step.made_by.name,
            reason=str((CANNOT | STOPPED).get(step.reason, "")),
            words=unseal(subject, f"{step._meta.model_name}.words", step.pk, step.words_sealed),
        )
        for step in steps
    ]


def _head(row: Sending) -> tuple[Sending, str, str, str, str, str]:
    return (
        row,
        unseal(row.case_id, "sending.receiver", row.pk, row.receiver_sealed),
        str(SENDING.states[row.state]),
        COLOURS[row.state],
        str(Way(row.way).label),
        str(Kind(row.kind).label),
    )


def _move(row: Sending, step: SendingStep) -> Move:
    through_the_link = step.made_by is None and step.move != "expire"
    return Move(
        name=str(SENDING.move(step.move).label),
        at=step.created_at,
        who=_("The receiver, through the link") if through_the_link else _who(step),
        reason=str((CANNOT | CALLED_BACK).get(step.reason, "")),
        words=_words(row, step),
    )


def _who(step: SendingStep) -> str:
    return step.made_by.name if step.made_by else ""


def _words(row: Sending, step: SendingStep) -> str:
    if not step.words_sealed:
        return ""
    if step.made_by_id is not None:
        return unseal(row.case_id, "sendingstep.words", step.pk, step.words_sealed)
    private = unseal_bytes(row.case_id, "sending.answer", row.pk, row.answer_sealed)
    return links.unseal_answer(private, bytes(step.words_sealed))
