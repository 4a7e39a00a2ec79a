# SPDX-License-Identifier: EUPL-1.2
"""Tables of the helpline and the advisory desks."""

from samvern.contacts.models.advice import Advice, AdviceStep
from samvern.contacts.models.asking import Desk, Origin, Question, QuestionStep
from samvern.contacts.models.contact import Callback, CallbackStep, Contact, Opening
from samvern.contacts.models.rules import ContactRule

__all__ = [
    "Advice",
    "AdviceStep",
    "Callback",
    "CallbackStep",
    "Contact",
    "ContactRule",
    "Desk",
    "Opening",
    "Origin",
    "Question",
    "QuestionStep",
]
