# SPDX-License-Identifier: EUPL-1.2
"""What an auditor asks the trail for."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.cases.audit.domain import TrailQuery
from samvern.cases.emergency_access.domain import normalise_typed_reference

USUAL_DAYS = timedelta(days=7)
KIND_CHOICES = (
    ("all", _("Everything")),
    ("seen", _("Looked at")),
    ("refused", _("Refused")),
    ("allowance", _("Allowance used up")),
    ("glass", _("Emergency access")),
    ("members", _("Members and sessions")),
)


class TrailForm(Form):
    """Period, member, case, and what kind of line."""

    since = fields.LocalDateField(label=_("From"))
    until = fields.LocalDateField(label=_("To"))
    kind = fields.SelectField(label=_("What"), choices=KIND_CHOICES, required=False)
    member = fields.SelectField(label=_("Who"), choices=(), required=False, empty=_("Everybody"))
    reference = fields.SingleLineField(
        label=_("Case"), required=False, limit=12, help_text=_("Its reference, such as 7K3M-9QRT.")
    )

    def __init__(self, data: Any, *, members: Iterable[Member]) -> None:
        asked = data if "since" in data else usual_period()
        super().__init__(asked)
        names = [(str(member.pk), member.name) for member in members]
        choices = [("", now("Everybody")), *names]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]

    def clean_reference(self) -> str:
        """The reference as it is kept."""
        typed: str = self.cleaned_data["reference"]
        written = normalise_typed_reference(typed)
        if typed and not written:
            self.add_error("reference", now("A reference looks like 7K3M-9QRT."))
        return written

    def clean(self) -> dict[str, Any]:
        """The period runs forwards."""
        found = self.cleaned_data
        since, until = found.get("since"), found.get("until")
        if since and until and since > until:
            self.add_error("until", now("The last day comes before the first."))
        return found

    def search(self, before: int | None = None) -> TrailQuery:
        """What is asked, once the form is good."""
        found = self.cleaned_data
        return TrailQuery(
            found["since"],
            found["until"],
            found["kind"] or "all",
            UUID(found["member"]) if found["member"] else None,
            found["reference"],
            before,
        )


def usual_period() -> dict[str, str]:
    """The last week."""
    today: date = timezone.localdate()
    return {"since": (today - USUAL_DAYS).isoformat(), "until": today.isoformat(), "kind": "all"}
