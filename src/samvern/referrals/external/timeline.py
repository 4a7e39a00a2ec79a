# SPDX-License-Identifier: EUPL-1.2
"""The moves of something sent outside, as they are read."""

from dataclasses import dataclass
from datetime import datetime

from samvern.access.workflow import StateMachine
from samvern.identity.sealing import open_field
from samvern.referrals.external.child_welfare.models import ChildWelfareReport
from samvern.referrals.external.cross_border.models import CrossBorderReferral
from samvern.referrals.external.workflow import CANNOT, STOPPED


@dataclass(frozen=True)
class TimelineMove:
    """One move as it is read."""

    name: str
    at: datetime
    who: str
    reason: str
    words: str


def moves_of(
    course: StateMachine, row: ChildWelfareReport | CrossBorderReferral
) -> list[TimelineMove]:
    """The moves of a notification or a cross-border referral, the first first."""
    steps = row.steps.select_related("made_by").order_by("created_at")
    return [
        TimelineMove(
            name=str(course.transition(step.move).label),
            at=step.created_at,
            who=step.made_by.name,
            reason=str((CANNOT | STOPPED).get(step.reason, "")),
            words=open_field(step, "words"),
        )
        for step in steps
    ]
