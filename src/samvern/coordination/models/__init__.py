# SPDX-License-Identifier: EUPL-1.2
"""Tables of what is done together."""

from samvern.coordination.models.board import BoardRule, Nudge, NudgeStep
from samvern.coordination.models.conferences import Conference, ConferenceStep, Seat, SeatStep
from samvern.coordination.models.minutes import Minutes, MinutesAnswer, PlanItem, PlanItemStep

__all__ = [
    "BoardRule", "Conference", "ConferenceStep", "Minutes", "MinutesAnswer", "Nudge", "NudgeStep",
    "PlanItem", "PlanItemStep", "Seat", "SeatStep",
]  # fmt: skip
