# SPDX-License-Identifier: EUPL-1.2
"""Forms about help given and refused."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.assistance.choices import RefusalGround
from samvern.cases.assistance.labels import assistance_choices
from samvern.cases.assistance.models import Assistance


class AssistanceChangeForm(Form):
    """How a piece of help stands."""

    state = fields.RadioField(label=_("How does it stand?"), choices=Assistance.State.choices)
    since = fields.LocalDateField(label=_("From"), required=False)
    until = fields.LocalDateField(label=_("To"), required=False)
    ground = fields.SelectField(
        label=_("If somebody said no: why?"),
        choices=RefusalGround.choices,
        required=False,
        empty=_("Nobody said no"),
    )
    words = form_field(Assistance, "words")
    version = fields.VersionField()


class AssistanceAddForm(AssistanceChangeForm):
    """A piece of help."""

    person_id = fields.SelectField(label=_("For whom?"), choices=[])
    kind = fields.SelectField(label=_("What kind of help?"), choices=[])
    provider = form_field(
        Assistance,
        "provider",
        help_text=_("The service or organisation, not a person’s name or an address."),
    )
    field_order = ("person_id", "kind", "provider", "state", "since", "until", "ground", "words")

    def __init__(self, *args: Any, people: Mapping[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["version"]
        names = [(str(id), name) for id, name in people.items()]
        for field, rows in (("person_id", names), ("kind", assistance_choices())):
            first = self.fields[field].choices[0]  # type: ignore[attr-defined]
            self.fields[field].choices = [first, *rows]  # type: ignore[attr-defined]
