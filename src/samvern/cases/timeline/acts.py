# SPDX-License-Identifier: EUPL-1.2
"""What acts of the trail are called. What is only looked at is no part of a case's history."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Any] = {
    "case.open": _("The case was opened"),
    "case.close": _("The case was closed"),
    "case.reopen": _("The case was opened again"),
    "case.hold": _("A legal hold was set"),
    "case.release": _("The legal hold was lifted"),
    "case.circle": _("Who in the unit sees the case was changed"),
    "case.print": _("The case was printed"),
    "person.add": _("A person was added"),
    "person.change": _("A person was changed"),
    "person.age": _("Age was decided"),
    "relation.add": _("A relation was added"),
    "relation.end": _("A relation ended"),
    "facts.write": _("What is known was written down"),
    "assessment.add": _("Assessment"),
    "consent.give": _("Consent given"),
    "consent.add": _("Consent recorded"),
    "consent.withdraw": _("Consent withdrawn"),
    "assistance.add": _("Help recorded"),
    "assistance.change": _("Help changed"),
    "goal.add": _("A goal was set"),
    "goal.change": _("A goal was changed"),
    "action.add": _("An action was planned"),
    "action.finish": _("An action was done"),
    "risk.judge": _("Risk was judged"),
    "task.add": _("A task was given"),
    "task.finish": _("A task was done"),
    "task.reassign": _("A task was given to somebody else"),
    "note.write": _("A note was written"),
    "note.edit": _("A note was changed"),
    "document.add": _("A document was received"),
    "document.receive": _("A document was received"),
    "document.remove": _("A document was removed"),
    "deadline.add": _("A deadline was added"),
    "deadline.count": _("Deadlines were counted anew"),
    "deadline.extend": _("A deadline was extended"),
    "deadline.met": _("A deadline was met"),
    "deadline.stopped": _("A deadline was stopped"),
    "deadline.running": _("A deadline runs again"),
    "share.make": _("Shared"),
    "share.end": _("A share was ended"),
    "team.add": _("Added to the case"),
    "team.end": _("Taken off the case"),
    "team.bar": _("Shut out for good"),
    "handover.offer": _("Handover offered"),
    "handover.take": _("Handover taken"),
    "handover.decline": _("Handover declined"),
    "handover.recall": _("Handover recalled"),
    "glass.break": _("Opened in an emergency"),
    "glass.end": _("Emergency opening ended"),
    "glass.review": _("Emergency opening reviewed"),
}
NO_DECISIONS = frozenset(
    {
        "case.print", "person.add", "person.change", "relation.add", "relation.end", "facts.write",
        "goal.add", "goal.change", "action.add", "action.finish", "task.add", "task.finish",
        "task.reassign", "note.write", "note.edit", "document.add", "document.receive",
        "document.remove", "deadline.add", "deadline.count", "handover.offer", "handover.recall",
    }
)  # fmt: skip
DECISIONS = frozenset(ACTS) - NO_DECISIONS
"""Acts by which somebody decided something about a person, or about who may know."""
