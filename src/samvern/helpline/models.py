# SPDX-License-Identifier: EUPL-1.2
"""The tables of the helpline and the advisory desks, for Django: each lives with its noun."""

from samvern.helpline.advice.models import Advice, AdviceStep
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.enquiries.models import Callback, CallbackStep, Enquiry, EnquiryCase
from samvern.helpline.keeping.models import KeepingRule
from samvern.helpline.questions.models import AdviceQuestion, AdviceQuestionStep, QuestionOrigin
from samvern.helpline.safe_contact.models import ContactRule

__all__ = [
    "Advice",
    "AdviceQuestion",
    "AdviceQuestionStep",
    "AdviceStep",
    "AdvisoryDesk",
    "Callback",
    "CallbackStep",
    "ContactRule",
    "Enquiry",
    "EnquiryCase",
    "KeepingRule",
    "QuestionOrigin",
]
