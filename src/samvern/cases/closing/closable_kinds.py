# SPDX-License-Identifier: EUPL-1.2
"""What of the workspace can be open on a case; identity and access are spoken for here too."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.case_closing import ClosableKind, FateAtClosing
from samvern.access.dates import format_date

if TYPE_CHECKING:
    from samvern.cases.core.models import Case


def _deadlines(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.cases.deadlines.models import Deadline, deadline_name

    rows = Deadline.objects.filter(case=case, pk__in=ids)
    return {row.pk: _until(deadline_name(row), row.extended_to or row.due_on) for row in rows}


def _until(name: str, day: date | None) -> str:
    said = {"name": name, "day": format_date(day) if day else ""}
    text = _("Deadline: %(name)s, %(day)s") if day else _("Deadline: %(name)s")
    return text % said


def _contacts(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.cases.core.models import Person
    from samvern.identity.models import Claim

    numbers = dict(Person.objects.filter(case=case).values_list("pk", "number"))
    rows = Claim.objects.filter(case_id=case.pk, pk__in=ids).values_list("pk", "person_id")
    text = _("Safe contact of person %(number)s")
    return {pk: text % {"number": numbers.get(person, "")} for pk, person in rows}


NOT_DONE = "{t}.done_at IS NULL AND {t}.ended_at IS NULL"
NOT_ENDED = "{t}.ended_at IS NULL AND {t}.{end} > statement_timestamp()"
CLOSABLE_KINDS = (
    ClosableKind(
        "deadline",
        "cases_deadline",
        lazy("Deadlines"),
        FateAtClosing.EITHER,
        "{t}.state = 'running'",
        "UPDATE public.cases_deadline SET state = 'stopped', changed_at = $3, "
        "version = version + 1 WHERE id = $1",
        changes=("state", "changed_at", "version"),
        words=_deadlines,
    ),
    ClosableKind(
        "task",
        "cases_task",
        lazy("Tasks"),
        FateAtClosing.ENDS,
        NOT_DONE,
        "UPDATE public.cases_task SET ended_at = $3, changed_at = $3, version = version + 1 "
        "WHERE id = $1",
        reads=("id", "case_id", "done_at", "ended_at", "version"),
        changes=("ended_at", "changed_at", "version"),
    ),
    ClosableKind(
        "action",
        "cases_action",
        lazy("Actions of the plan"),
        FateAtClosing.ENDS,
        NOT_DONE,
        "UPDATE public.cases_action SET ended_at = $3, changed_at = $3, version = version + 1 "
        "WHERE id = $1",
        reads=("id", "case_id", "done_at", "ended_at", "version"),
        changes=("ended_at", "changed_at", "version"),
    ),
    ClosableKind(
        "handover",
        "cases_handover",
        lazy("An offer to hand the case over"),
        FateAtClosing.ENDS,
        "{t}.state = 'offered'",
        # Whoever was put on the team only to read the offer leaves it again.
        "WITH taken AS (UPDATE public.access_teammember m SET ended_at = $3 "
        "FROM public.cases_handover h WHERE h.id = $1 AND m.case_id = h.case_id "
        "AND m.member_id = h.taker_id AND NOT m.is_owner AND m.ended_at IS NULL "
        "AND m.created_at >= h.created_at) "
        "UPDATE public.cases_handover SET state = 'recalled', answered_at = $3 WHERE id = $1",
        reads=("id", "case_id", "state", "taker_id", "created_at"),
        changes=("state", "answered_at"),
    ),
    ClosableKind(
        "inquiry",
        "identity_inquiry",
        lazy("Questions to others whether she is known"),
        FateAtClosing.ENDS,
        "{t}.expires_at > statement_timestamp()",
        "WITH asked AS (UPDATE public.identity_answer SET expires_at = $3 "
        "WHERE inquiry_id = $1 AND is_yes IS NULL) "
        "UPDATE public.identity_inquiry SET expires_at = $3 WHERE id = $1",
    ),
    ClosableKind(
        "contact",
        "identity_claim",
        lazy("Safe contacts"),
        FateAtClosing.KEPT,
        "{t}.kind = 'contact' AND {t}.ended_at IS NULL",
        born="false",
        reads=("id", "case_id", "kind", "ended_at"),
        words=_contacts,
    ),
    ClosableKind(
        "share",
        "access_share",
        lazy("Shares with other organisations"),
        FateAtClosing.ENDS,
        NOT_ENDED.replace("{end}", "until"),
        "UPDATE public.access_share SET ended_at = $3, ended_by_id = $2 "
        "WHERE id = $1 AND ended_at IS NULL",
    ),
    ClosableKind(
        "glass",
        "access_glass",
        lazy("Emergency openings"),
        FateAtClosing.ENDS,
        NOT_ENDED.replace("{end}", "expires_at"),
        "SELECT gate.close_glass(g) FROM public.access_glass g WHERE g.id = $1",
    ),
)
"""In the order in which closing ends them."""
TABLES_WITHOUT_CLOSING = {
    "access_bar": "A bar shuts somebody out; it opens nothing, and a leader ends it.",
    "access_teammember": "The team is the house's own and reads the closed case.",
    "cases_agetold": "What somebody said of an age on a day.",
    "cases_aftercare": "Says who answers for what goes on.",
    "cases_assessment": "A record of what was found; it asks nobody to act.",
    "cases_assistance": "A record of help that was asked for, given and refused.",
    "cases_certificate": "The proof of an erasure.",
    "cases_consent": "What the person agreed to; nothing is shared on it while the case is closed.",
    "cases_document": "A file in the case.",
    "cases_draft": "What one member was writing; hers alone, sealed, gone in a week.",
    "cases_factsheet": "What was known on a day.",
    "cases_goal": "What the person wants; what is done for it lies in the actions.",
    "cases_note": "What was written.",
    "cases_notice": "Says that something happened, and nothing of whom.",
    "cases_person": "Who the case is about.",
    "cases_proposal": "Proposes to erase a closed case.",
    "cases_relation": "How people belong together.",
    "cases_risk": "A judgement of a day; the next look is a time limit.",
    "cases_sign": "Says in a row what the answers say; it asks nobody to act on a closed case.",
    "identity_addressreader": "Named on a protected address and on the team: the house's own.",
    "identity_answer": "Others ask; a yes is refused while the case is closed.",
    "identity_key": "A key.",
    "identity_lookup": "An index of a claim, found by those who see the case alone.",
    "identity_protectedaddress": "An address that opens to those named on it alone.",
}
