# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state, as it is wanted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.models import Consent
from samvern.referrals.outside import lists
from samvern.referrals.outside.countries import countries
from samvern.referrals.outside.forms.sending import consent_name


class CrossingForm(Form):
    """Where to, with whom, and what lets data go there."""

    person = fields.SelectField(label=lazy("Who is it about?"), choices=[], coerce=UUID)
    kind = fields.RadioField(label=lazy("What is it?"), choices=lists.CrossingKind.choices)
    country = fields.SelectField(label=lazy("To which country?"), choices=[])
    receiver_kind = fields.RadioField(label=lazy("Who receives?"), choices=lists.Abroad.choices)
    receiver = fields.LineField(label=lazy("Name and office of the receiver"))
    transfer = fields.RadioField(
        label=lazy("What lets personal data go to that country?"),
        choices=lists.Transfer.choices,
        help_text=lazy("GDPR chapter V. IOM is an international organisation, and the same asks."),
    )
    consent_id = fields.SelectField(
        label=lazy("Consent it goes back to"),
        choices=[],
        required=False,
        coerce=UUID,
        empty_value=None,
        empty=lazy("None"),
        help_text=lazy("Withdrawn before anything is sent, the crossing stops by itself."),
    )
    accompanied = fields.YesNoField(label=lazy("Will somebody travel with her?"), required=False)
    travels_on = fields.NearDayField(label=lazy("Day of travel"), required=False)
    documents = fields.TextField(
        label=lazy("Papers she has and lacks"), required=False, limit=2000, rows=3
    )

    def __init__(
        self,
        *args: Any,
        people: Iterable[tuple[str, str]],
        consents: Iterable[Consent],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._offer("person", people)
        self._offer("country", countries())
        self._offer("consent_id", [(str(c.pk), consent_name(c)) for c in consents])

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [*list(field.choices)[:1], *choices]
