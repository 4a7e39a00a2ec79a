# SPDX-License-Identifier: EUPL-1.2
"""The tables of what is done together, for Django: each lives with its noun."""

from samvern.coordination.api_clients.models import ApiClient, ApiClientStep
from samvern.coordination.board.models import BoardRule, Reminder, ReminderStep
from samvern.coordination.conferences.models import (
    Conference,
    ConferenceStep,
    Minutes,
    MinutesAnswer,
    Participant,
    ParticipantStep,
    PlanItem,
    PlanItemStep,
)
from samvern.coordination.email_digests.models import DigestRule
from samvern.coordination.webhooks.models import (
    Webhook,
    WebhookDelivery,
    WebhookDeliveryStep,
    WebhookStep,
)

__all__ = [
    "ApiClient",
    "ApiClientStep",
    "BoardRule",
    "Conference",
    "ConferenceStep",
    "DigestRule",
    "Minutes",
    "MinutesAnswer",
    "Participant",
    "ParticipantStep",
    "PlanItem",
    "PlanItemStep",
    "Reminder",
    "ReminderStep",
    "Webhook",
    "WebhookDelivery",
    "WebhookDeliveryStep",
    "WebhookStep",
]
