# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.case_closing import FateAtClosing, stateful_kind
from samvern.access.dates import format_date
from samvern.referrals.external.workflow import CONCERN, CROSSING, SENDING
from samvern.referrals.external.workflow import LIVE as LIVE_OUTSIDE
from samvern.referrals.workflow import REFERRAL, TAKEN, WAITING

if TYPE_CHECKING:
    from samvern.cases.core.models import Case


def _concerns(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.referrals.external.child_welfare.models import ChildWelfareReport

    rows = ChildWelfareReport.objects.filter(case_id=case.pk, pk__in=ids).values_list(
        "pk", "made_at"
    )
    text = _("Notification of concern of %(day)s")
    return {pk: text % {"day": format_date(at)} for pk, at in rows}


def _crossings(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.referrals.external.cross_border.models import CrossBorderReferral

    rows = CrossBorderReferral.objects.filter(case_id=case.pk, pk__in=ids)
    return {row.pk: f"{row.get_kind_display()} ({row.country})" for row in rows}


CLOSABLE_KINDS = (
    stateful_kind(
        "referral_waiting", REFERRAL, WAITING, lazy("Referrals nobody has answered"),
        moves=("lapse", "drop"), still=("delete",),
    ),
    stateful_kind(
        "referral_taken", REFERRAL, TAKEN, lazy("Referrals that were accepted"),
        moves=("conclude",),
    ),
    stateful_kind(
        "sending",
        SENDING,
        LIVE_OUTSIDE,
        lazy("Links and letters"),
        moves=("call_back",),
        reason="closed",
    ),
    stateful_kind(
        "crossing_planned", CROSSING, ("prepared", "sent"),
        lazy("Ways across a border, not agreed"), moves=("stop",), reason="closed",
    ),
    stateful_kind(
        "crossing", CROSSING, ("accepted", "travelled", "missing"),
        lazy("Ways across a border, agreed or begun"), moves=("stop",), reason="closed",
        fate=FateAtClosing.KEPT, words=_crossings,
    ),
    stateful_kind(
        "concern", CONCERN, ("made", "confirmed", "investigating"),
        lazy("Notifications of concern not answered"), fate=FateAtClosing.KEPT, words=_concerns,
    ),
)  # fmt: skip
COURSES = (REFERRAL, SENDING, CONCERN, CROSSING)
TABLES_WITHOUT_CLOSING = {
    "referrals_referralstep": "A move that was made.",
    "referrals_letter": "What was sent; it closes with its referral.",
    "referrals_opened": "Says which of the receiver's own cases came of a referral.",
    "referrals_sendingstep": "A move that was made.",
    "referrals_concernstep": "A move that was made.",
    "referrals_crossingstep": "A move that was made.",
    "referrals_crossingcheck": "What was settled before a way across a border.",
}
