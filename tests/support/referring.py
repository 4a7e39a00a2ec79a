# SPDX-License-Identifier: EUPL-1.2
"""Referring somebody of the cast: a consent, a referral, a step by somebody."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

from django.utils import timezone

from samvern.access.models import Organisation, Unit
from samvern.cases.consents.domain import record_consent
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case
from samvern.referrals.core.models import Referral
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft
from support.workspace import Workspace

COVERS = ("identity", "rights", "plan")
DAYS = 60


def consent(
    workspace: Workspace,
    to: str = "krisesenter",
    *,
    by: str = "kari",
    case: str = "own",
    covers: Sequence[str] = COVERS,
    **values: Any,
) -> UUID:
    """A consent of the case's person towards an organisation, one minute old."""
    with workspace.acting(by) as actor:
        get_case(actor, workspace.cast.cases[case])
        row = record_consent(
            actor=actor,
            person=Person.objects.get(pk=workspace.cast.persons[case]),
            purpose=values.pop("purpose", "housing"),
            categories=list(covers),
            language="en",
            given_at=timezone.now() - timedelta(minutes=1),
            recipient_id=workspace.cast.organisations[to],
            **values,
        )
        return row.pk


def refer(
    workspace: Workspace,
    to: str = "krisesenter",
    *,
    by: str = "kari",
    case: str = "own",
    need: str = "housing",
    urgency: str = "days3",
    unit: str | None = None,
    consent_id: UUID | None = None,
    basis: str = "",
    until: date | None = None,
    **values: Any,
) -> UUID:
    """A referral, on a new consent unless a basis is named."""
    if not basis:
        basis = f"consent:{consent_id or consent(workspace, to, by=by, case=case)}"
    with workspace.acting(by) as actor:
        reached = get_case(actor, workspace.cast.cases[case])
        receiver = Organisation.objects.get(pk=workspace.cast.organisations[to])
        person = Person.objects.get(pk=workspace.cast.persons[case])
        at = Unit.objects.get(organisation=receiver, name=unit).pk if unit else None
        draft = ReferralDraft(person, receiver, need, urgency, unit_id=at)
        row = send_referral(
            actor=actor,
            case=reached,
            draft=draft,
            basis=basis,
            until=until or timezone.localdate() + timedelta(days=DAYS),
            **{"fields": ("called",), "message": "Trenger et sted i natt", **values},
        )
        return row.pk


def step(workspace: Workspace, name: str, id: UUID, move: Any, **values: Any) -> str:
    """Somebody makes a move; the state after it."""
    with workspace.acting(name) as actor:
        return str(move(actor=actor, referral=get_referral(actor, id), **values).state)


def state(workspace: Workspace, id: UUID) -> str:
    """The state as it is behind every wall."""
    with workspace.superuser() as connection:
        found = connection.execute("SELECT state FROM referrals_referral WHERE id = %s", [id])
        row: Any = found.fetchone()
        return str(row[0])


def told(workspace: Workspace, name: str) -> list[str]:
    """Kinds of the notices of referrals a member has, the oldest first."""
    with workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT kind FROM cases_notice WHERE member_id = %s AND kind LIKE 'referral-%%' "
            "ORDER BY created_at",
            [workspace.cast.members[name]],
        ).fetchall()
    return [row[0] for row in rows]


def words(answer: Any) -> str:
    """What a page says, in one line."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", answer.content.decode(), flags=re.S)
    return " ".join(unescape(text).split())


def referral_of(workspace: Workspace, name: str, id: UUID) -> Referral:
    """The referral as a member reaches it."""
    with workspace.acting(name) as actor:
        return get_referral(actor, id)


def withdraw(workspace: Workspace, consent_id: UUID, by: str = "kari", case: str = "own") -> int:
    """Take a consent back."""
    from samvern.cases.consents.domain import withdraw_consent

    with workspace.acting(by) as actor:
        get_case(actor, workspace.cast.cases[case])
        return withdraw_consent(actor=actor, consent=Consent.objects.get(pk=consent_id))
