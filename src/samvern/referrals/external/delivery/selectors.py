# SPDX-License-Identifier: EUPL-1.2
"""What was sent outside, and what came back, opened for whoever works in the case."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samvern.cases.core.models import Case
from samvern.identity.sealing import load_keys, open_bytes, open_field
from samvern.identity.secret_links import unseal_answer
from samvern.referrals.choices import field_name
from samvern.referrals.external.choices import DeliveryMethod, ReceiverKind
from samvern.referrals.external.delivery.content import basis_words
from samvern.referrals.external.delivery.models import ExternalReferral, ExternalReferralStep
from samvern.referrals.external.timeline import TimelineMove
from samvern.referrals.external.workflow import CALLED_BACK, CANNOT, LIVE, SENDING

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
class ExternalReferralRow:
    """Something sent, with its words opened."""

    row: ExternalReferral
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
class ExternalReferralDetail(ExternalReferralRow):
    """The same with everything that belongs to it."""

    message: str
    fields: list[str]
    basis: str
    moves: list[TimelineMove]


def external_referrals_of(case: Case) -> list[ExternalReferralRow]:
    """What was sent outside from a case, the newest first."""
    rows = list(ExternalReferral.objects.filter(case_id=case.pk).select_related("created_by"))
    load_keys([case.pk])
    return [ExternalReferralRow(*_head(row)) for row in rows]


def read_external_referral(row: ExternalReferral) -> ExternalReferralDetail:
    """One thing sent, with its moves, the first first."""
    steps = (
        ExternalReferralStep.objects.filter(of=row).select_related("made_by").order_by("created_at")
    )
    return ExternalReferralDetail(
        *_head(row),
        message=open_field(row, "message"),
        fields=[field_name(code) for code in row.fields],
        basis=basis_words(row),
        moves=[_move(row, step) for step in steps],
    )


def _head(row: ExternalReferral) -> tuple[ExternalReferral, str, str, str, str, str]:
    return (
        row,
        open_field(row, "receiver"),
        str(SENDING.states[row.state]),
        COLOURS[row.state],
        str(DeliveryMethod(row.way).label),
        str(ReceiverKind(row.kind).label),
    )


def _move(row: ExternalReferral, step: ExternalReferralStep) -> TimelineMove:
    through_the_link = step.made_by is None and step.move != "expire"
    return TimelineMove(
        name=str(SENDING.transition(step.move).label),
        at=step.created_at,
        who=_("The receiver, through the link") if through_the_link else _who(step),
        reason=str((CANNOT | CALLED_BACK).get(step.reason, "")),
        words=_words(row, step),
    )


def _who(step: ExternalReferralStep) -> str:
    return step.made_by.name if step.made_by else ""


def _words(row: ExternalReferral, step: ExternalReferralStep) -> str:
    if not step.words_sealed:
        return ""
    if step.made_by_id is not None:
        return open_field(step, "words")
    private = open_bytes(row, "answer")
    return unseal_answer(private, bytes(step.words_sealed))
