# SPDX-License-Identifier: EUPL-1.2
"""The tables of the workspace, for Django: each lives with its noun."""

from samvern.cases.ages.models import AgeTold
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Aftercare, Case, Person
from samvern.cases.deadlines.models import Deadline, Feed
from samvern.cases.documents.models import Document
from samvern.cases.drafts.models import Draft
from samvern.cases.facts.models import FactSheet, PersonSigns
from samvern.cases.handover.models import Handover
from samvern.cases.notes.models import Note
from samvern.cases.notices.models import Notice
from samvern.cases.opening.models import GuideTransfer
from samvern.cases.persons.models import Relation
from samvern.cases.plan.models import Action, Goal
from samvern.cases.retention.models import ErasureCertificate, ErasureProposal
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.models import Task

__all__ = [
    "Action",
    "Aftercare",
    "AgeTold",
    "Assessment",
    "Assistance",
    "Case",
    "Consent",
    "Deadline",
    "Document",
    "Draft",
    "ErasureCertificate",
    "ErasureProposal",
    "FactSheet",
    "Feed",
    "Goal",
    "GuideTransfer",
    "Handover",
    "Note",
    "Notice",
    "Person",
    "PersonSigns",
    "Relation",
    "Risk",
    "Task",
]
