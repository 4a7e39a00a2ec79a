# SPDX-License-Identifier: EUPL-1.2
"""Tables of what is done together."""

from samvern.coordination.models.board import BoardRule, Nudge, NudgeStep
from samvern.coordination.models.conferences import Conference, ConferenceStep
from samvern.coordination.models.hooks import Delivery, DeliveryStep, Hook, HookStep
from samvern.coordination.models.minutes import Minutes, MinutesAnswer
from samvern.coordination.models.plans import PlanItem, PlanItemStep
from samvern.coordination.models.programs import Program, ProgramStep
from samvern.coordination.models.seats import Seat, SeatStep
from samvern.coordination.models.telling import TellingRule

__all__ = [
    "BoardRule", "Conference", "ConferenceStep", "Delivery", "DeliveryStep", "Hook", "HookStep",
    "Minutes", "MinutesAnswer", "Nudge", "NudgeStep", "PlanItem", "PlanItemStep", "Program",
    "ProgramStep", "Seat", "SeatStep", "TellingRule",
]  # fmt: skip
