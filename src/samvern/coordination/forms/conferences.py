# SPDX-License-Identifier: EUPL-1.2
"""Forms of conferences."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.purposes import Purpose
from samvern.coordination.course_reasons import CANCELLED_BECAUSE
from samvern.coordination.models import Conference

MINUTES = _("%(n)d minutes")
LENGTHS = [(str(n), MINUTES % {"n": n}) for n in (30, 45, 60, 90, 120, 180)]
WHERE = _("For example a meeting room, or “video”. Never where the person lives.")


class TimeForm(Form):
    """When and where."""

    starts_at = fields.MomentField(label=_("When does it begin?"))
    lasts = fields.SelectField(label=_("How long?"), choices=LENGTHS, coerce=int)
    where = fields.LineField(label=_("Where?"), required=False, help_text=WHERE)


class ConferenceForm(TimeForm):
    """A new conference."""

    purpose = fields.SelectField(
        label=_("What is the conference for?"),
        choices=Purpose.choices,
        help_text=_("A share at the table must be for the same purpose, or for the common plan."),
    )
    person_id = fields.SelectField(
        label=_("Who is it about?"), choices=[], empty=_("Everybody in the case"), required=False
    )
    agenda = fields.TextField(
        label=_("What is to be talked about?"),
        help_text=_(
            "Everybody who is invited reads this. Write no more than all of them may know."
        ),
        limit=2000,
        rows=4,
    )
    voice = fields.RadioField(
        label=_("How is the person heard?"),
        choices=Conference.Voice.choices,
        required=False,
        help_text=_("Needed for everybody who is a child, or may be one."),
    )
    voice_words = fields.TextField(
        label=_("How and when, or why not?"), required=False, limit=1000, rows=3
    )
    field_order = (
        "purpose", "person_id", "starts_at", "lasts", "where", "agenda", "voice", "voice_words",
    )  # fmt: skip

    def __init__(
        self, *args: Any, people: Mapping[UUID, str], heard: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        names = [(str(id), name) for id, name in people.items()]
        field: Any = self.fields["person_id"]
        field.choices = [*list(field.choices)[:1], *names]
        if len(people) == 1:
            del self.fields["person_id"]
            for name in ("voice", "voice_words"):
                self.fields[name].required = heard


class CancelForm(Form):
    """Why it is cancelled."""

    reason = fields.SelectField(label=_("Why?"), choices=list(CANCELLED_BECAUSE.items()))
