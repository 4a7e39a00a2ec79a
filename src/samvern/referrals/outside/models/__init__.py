# SPDX-License-Identifier: EUPL-1.2
"""Tables of the roads outside."""

from samvern.referrals.outside.models.concern import Concern, ConcernStep
from samvern.referrals.outside.models.crossing import Crossing, CrossingCheck, CrossingStep
from samvern.referrals.outside.models.sending import Sending, SendingStep
from samvern.referrals.outside.models.unnamed import Unnamed

__all__ = [
    "Concern", "ConcernStep", "Crossing", "CrossingCheck", "CrossingStep", "Sending", "SendingStep",
    "Unnamed",
]  # fmt: skip
