# SPDX-License-Identifier: EUPL-1.2
"""Tables of the workspace. Everything a person could be known by is sealed."""

from samvern.cases.models.assessments import Assessment, Consent, FactSheet
from samvern.cases.models.assistance import Assistance
from samvern.cases.models.case import Case, Person, Relation
from samvern.cases.models.clocks import Deadline, Feed, Notice
from samvern.cases.models.endings import Aftercare, Certificate, Handover, Proposal
from samvern.cases.models.known import AgeTold, Sign
from samvern.cases.models.papers import Document, Draft, Note, Parcel
from samvern.cases.models.plans import Action, Goal, Risk, Task

__all__ = [
    "Action", "Aftercare", "AgeTold", "Assessment", "Assistance", "Case", "Certificate", "Consent",
    "Deadline", "Document", "Draft", "FactSheet", "Feed", "Goal", "Handover", "Note", "Notice",
    "Parcel", "Person", "Proposal", "Relation", "Risk", "Sign", "Task",
]  # fmt: skip
