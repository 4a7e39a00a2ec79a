# SPDX-License-Identifier: EUPL-1.2
"""Forms about consents."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.categories import SHAREABLE
from samvern.access.forms import Form
from samvern.access.models import Organisation
from samvern.access.models.sealed import form_field
from samvern.cases.consents.choices import ConsentMethod, purpose_choices
from samvern.cases.consents.models import Consent

CATEGORIES = [(each.value, each.label) for each in SHAREABLE]


class ConsentForm(Form):
    """The answer to one question."""

    person_id = fields.SelectField(label=_("Who answered?"), choices=[])
    answer = fields.RadioField(label=_("The answer"), choices=[("yes", _("Yes")), ("no", _("No"))])
    purpose = fields.SelectField(label=_("What for?"), choices=[])
    recipient_id = fields.SelectField(
        label=_("Who may get it?"),
        choices=[],
        required=False,
        empty=_("Nobody else, or somebody who is not in the list"),
    )
    recipient_text = form_field(Consent, "recipient_text")
    categories = fields.CheckboxesField(label=_("What may they get?"), choices=CATEGORIES)
    language = form_field(Consent, "language")
    interpreter = fields.YesNoField(label=_("Was there an interpreter?"))
    form = fields.RadioField(label=_("How was it given?"), choices=ConsentMethod.choices)
    given_at = fields.LocalDateTimeField(label=_("When?"))
    expires_on = fields.LocalDateField(
        label=_("Until when?"),
        help_text=_("Choose a day as near as you can. The person can take it back at any time."),
        required=False,
    )
    words = fields.MultiLineField(
        label=_("What was said"),
        help_text=_("What the person was told, and what she or he asked about."),
        required=False,
        rows=3,
        limit=2000,
    )

    def __init__(
        self,
        *args: Any,
        people: Mapping[UUID, str],
        organisations: Iterable[Organisation],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._offer("person_id", [(str(id), name) for id, name in people.items()])
        self._offer("purpose", purpose_choices())
        self._offer("recipient_id", [(str(each.pk), each.name) for each in organisations])

    def _offer(self, name: str, rows: list[tuple[str, str]]) -> None:
        first = self.fields[name].choices[0]  # type: ignore[attr-defined]
        self.fields[name].choices = [first, *rows]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One recipient: from the list, or in words."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("recipient_id") and values.get("recipient_text"):
            self.add_error(
                "recipient_text", _("You have chosen somebody from the list too. Keep one of them.")
            )
        return values


class ConsentWithdrawForm(Form):
    """Nothing to fill in: taking it back needs no reason."""
