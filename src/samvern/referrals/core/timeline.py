# SPDX-License-Identifier: EUPL-1.2
"""A referral in words: the facts of it, and what has happened, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.dates import format_date, format_datetime
from samvern.access.models import Organisation
from samvern.cases.consents.choices import purpose_name
from samvern.cases.core.pack import strip_rule_code
from samvern.cases.core.selectors import member_names
from samvern.guide.directory import need_name
from samvern.referrals.choices import field_name
from samvern.referrals.core.letters import read_words
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.core.selectors import steps_of
from samvern.referrals.core.tables import receiver_name
from samvern.referrals.workflow import LIVE, REFERRAL, WAITING


@dataclass(frozen=True)
class TimelineStep:
    """One step: what, by whom, when, why, and what was written with it."""

    text: str
    who: str
    at: datetime
    reason: str
    words: str
    suggested: Organisation | None
    on: date | None


def details_of(row: Referral, side: str) -> list[tuple[str, str]]:
    """What a referral is about, on which basis, and until when; names and values."""
    rows = [
        (_("From"), row.organisation.name),
        (_("To"), receiver_name(row)),
        (_("Need"), need_name(row.need)),
        (_("How soon"), row.get_urgency_display()),
        (_("Sent"), format_datetime(row.created_at)),
    ]
    if row.state in WAITING:
        rows.append((_("Answer due"), format_datetime(row.due_at)))
    rows.append((_("Allowed by"), _basis(row)))
    rows.append((_("Purpose"), purpose_name(row.purpose)))
    opens = ", ".join(str(Category(each).label) for each in row.categories)
    rows.append((_("Opens when accepted"), opens))
    last = timezone.localdate(row.share_until - timedelta(seconds=1))
    rows.append((_("Closes after"), format_date(last)))
    if side == "receiver" and row.state not in LIVE:
        fields = ", ".join(field_name(code) for code in row.fields)
        rows.append((_("What was sent"), fields))
    return rows


def timeline_of(row: Referral, actor: Actor) -> list[TimelineStep]:
    """What has happened, the newest last."""
    steps = steps_of(row)
    names = member_names(step.made_by_id for step in steps)
    return [_told(row, step, _who(row, step, actor, names)) for step in steps]


def _told(row: Referral, step: ReferralStep, who: str) -> TimelineStep:
    move = REFERRAL.transition(step.move)
    reasons: dict[str, Any] = dict(move.reasons or {})
    return TimelineStep(
        text=str(REFERRAL.states.get(step.finish, move.label)),
        who=who,
        at=step.created_at,
        reason=str(reasons.get(step.reason, step.reason)),
        words=read_words(row, step) if step.words_sealed else "",
        suggested=step.suggested,
        on=step.happened_on,
    )


def _who(row: Referral, step: ReferralStep, actor: Actor, names: Mapping[UUID, str]) -> str:
    """A colleague by name, the other side by its organisation alone."""
    sides = {"sender": row.organisation, "receiver": row.receiver}
    if step.side not in sides:
        return _("The system")
    body = sides[step.side]
    if body.pk != actor.organisation_id:
        return body.name
    return names.get(step.made_by_id, "") or body.name


def _basis(row: Referral) -> str:
    """The basis in words: the provision, without the pack's own code for it."""
    if row.provision:
        return f"{row.get_basis_display()}: {strip_rule_code(row.provision)}"
    return str(row.get_basis_display())
