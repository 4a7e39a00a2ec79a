# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.days import day_name
from samvern.access.living import Fate, course_kind
from samvern.referrals.course import REFERRAL, TAKEN, WAITING
from samvern.referrals.outside.course import CONCERN, CROSSING, SENDING
from samvern.referrals.outside.course import LIVE as SENT

if TYPE_CHECKING:
    from samvern.cases.models import Case


def _concerns(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.referrals.outside.models import Concern

    rows = Concern.objects.filter(case_id=case.pk, pk__in=ids).values_list("pk", "made_at")
    text = _("Notification of concern of %(day)s")
    return {pk: text % {"day": day_name(at)} for pk, at in rows}


def _crossings(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.referrals.outside.models import Crossing

    rows = Crossing.objects.filter(case_id=case.pk, pk__in=ids)
    return {row.pk: f"{row.get_kind_display()} ({row.country})" for row in rows}


KINDS = (
    course_kind(
        "referral_waiting", REFERRAL, WAITING, lazy("Referrals nobody has answered"),
        moves=("lapse", "drop"), still=("delete",),
    ),
    course_kind(
        "referral_taken", REFERRAL, TAKEN, lazy("Referrals that were accepted"),
        moves=("conclude",),
    ),
    course_kind(
        "sending", SENDING, SENT, lazy("Links and letters"), moves=("call_back",), reason="closed",
    ),
    course_kind(
        "crossing_planned", CROSSING, ("prepared", "sent"),
        lazy("Ways across a border, not agreed"), moves=("stop",), reason="closed",
    ),
    course_kind(
        "crossing", CROSSING, ("accepted", "travelled", "missing"),
        lazy("Ways across a border, agreed or begun"), moves=("stop",), reason="closed",
        fate=Fate.KEPT, words=_crossings,
    ),
    course_kind(
        "concern", CONCERN, ("made", "confirmed", "investigating"),
        lazy("Notifications of concern not answered"), fate=Fate.KEPT, words=_concerns,
    ),
)  # fmt: skip
COURSES = (REFERRAL, SENDING, CONCERN, CROSSING)
STAYS = {
    "referrals_referralstep": "A move that was made.",
    "referrals_letter": "What was sent; it closes with its referral.",
    "referrals_opened": "Says which of the receiver's own cases came of a referral.",
    "referrals_sendingstep": "A move that was made.",
    "referrals_concernstep": "A move that was made.",
    "referrals_crossingstep": "A move that was made.",
    "referrals_crossingcheck": "What was settled before a way across a border.",
}
