# SPDX-License-Identifier: EUPL-1.2
"""What acts of the trail are called. What is only looked at is no part of a case's history."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Any] = {
    "case.open": _("The case was opened"),
    "case.close": _("The case was closed"),
    "aftercare.pass": _("Somebody else answers for what goes on"),
    "case.reopen": _("The case was opened again"),
    "case.hold": _("A legal hold was set"),
    "case.release": _("The legal hold was lifted"),
    "case.circle": _("Who in the unit sees the case was changed"),
    "case.print": _("The case was printed"),
    "person.add": _("A person was added"),
    "claim.add": _("A claim about identity was written down"),
    "claim.end": _("A claim about identity was set aside"),
    "case.describe": _("Working name or case type was changed"),
    "person.change": _("A person was changed"),
    "person.age": _("Age was decided"),
    "age.tell": _("An age was told"),
    "age.drop": _("What was told of an age was set aside"),
    "task.first": _("The first steps were written down as tasks"),
    "relation.add": _("A relation was added"),
    "relation.end": _("A relation ended"),
    "facts.write": _("What is known was written down"),
    "assessment.add": _("Assessment"),
    "consent.record": _("Consent recorded"),
    "consent.withdraw": _("Consent withdrawn"),
    "consent.repair": _("Ended, because its consent no longer held"),
    "assistance.record": _("Help recorded"),
    "assistance.change": _("Help changed"),
    "goal.add": _("A goal was set"),
    "goal.change": _("A goal was changed"),
    "action.add": _("An action was planned"),
    "action.finish": _("An action was done"),
    "risk.judge": _("Risk was judged"),
    "task.add": _("A task was given"),
    "task.finish": _("A task was done"),
    "task.reassign": _("A task was given to somebody else"),
    "task.change": _("A task was changed"),
    "task.reopen": _("A task was taken up again"),
    "action.change": _("An action was changed"),
    "action.reopen": _("An action was taken up again"),
    "person.own_case": _("A person got a case of her or his own"),
    "deadline.hour": _("At what time a deadline began was written down"),
    "note.write": _("A note was written"),
    "note.edit": _("A note was changed"),
    "document.add": _("A document was received"),
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
    "team.bar": _("Shut out of the case"),
    "team.bar_keep": _("Still shut out of the case"),
    "team.bar_end": _("No longer shut out of the case"),
    "handover.offer": _("Handover offered"),
    "handover.take": _("Handover taken"),
    "handover.decline": _("Handover declined"),
    "handover.recall": _("Handover recalled"),
    "handover.reassign": _("Given to another owner by a leader"),
    "glass.break": _("Opened in an emergency"),
    "glass.end": _("Emergency opening ended"),
    "glass.review": _("Emergency opening reviewed"),
}
CONCEALED: dict[str, Any] = {
    "address.add": _("A protected address was written down"),
    "address.change": _("A protected address was changed"),
    "address.read": _("A protected address was read"),
    "address.propose": _("Somebody was proposed as reader of a protected address"),
    "address.approve": _("A reader of a protected address was approved"),
    "address.end_reader": _("A reader of a protected address was taken off"),
}
"""Acts in no timeline. That an address is protected stands above the case; when that was written
down, and who may read it, is known to its readers alone."""
NO_DECISIONS = frozenset(
    {
        "action.add", "action.change", "action.finish", "action.reopen", "deadline.hour",
        "task.change", "task.reopen", "age.tell", "case.describe",
        "case.print", "claim.add", "claim.end", "deadline.add", "deadline.count", "document.add",
        "document.remove", "facts.write", "goal.add", "goal.change", "handover.offer",
        "handover.recall", "note.edit", "note.write", "person.add", "person.change",
        "relation.add", "relation.end", "task.add", "task.finish", "task.first",
        "task.reassign",
    }
)  # fmt: skip
DECISIONS = frozenset(ACTS) - NO_DECISIONS
"""Acts by which somebody decided something about a person, or about who may know."""
ROWS = {
    "case.open": ("cases_case", "created_at", "created_by_id"),
    "person.add": ("cases_person", "created_at", "created_by_id"),
    "facts.write": ("cases_factsheet", "created_at", "created_by_id"),
    "assessment.add": ("cases_assessment", "created_at", "created_by_id"),
    "consent.record": ("cases_consent", "created_at", "created_by_id"),
    "consent.withdraw": ("cases_consent", "withdrawn_at", "withdrawn_by_id"),
    "assistance.record": ("cases_assistance", "created_at", "created_by_id"),
    "risk.judge": ("cases_risk", "created_at", "created_by_id"),
    "goal.add": ("cases_goal", "created_at", "created_by_id"),
    "task.add": ("cases_task", "created_at", "created_by_id"),
    "note.write": ("cases_note", "created_at", "created_by_id"),
    "document.add": ("cases_document", "created_at", "created_by_id"),
    "share.make": ("access_share", "created_at", "created_by_id"),
    "share.end": ("access_share", "ended_at", "ended_by_id"),
}
"""Acts whose own row says who and when; those the row is shared with see them too."""
