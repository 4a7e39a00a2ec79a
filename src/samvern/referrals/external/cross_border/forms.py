# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state, as it is wanted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.access.workflow import SENDER
from samvern.cases.consents.models import Consent
from samvern.referrals.external.choices import CrossBorderKind, ForeignReceiver, TransferGround
from samvern.referrals.external.cross_border.checks import OUTCOMES, Kind
from samvern.referrals.external.cross_border.countries import countries
from samvern.referrals.external.cross_border.models import (
    CrossBorderReferral,
    CrossBorderReferralStep,
)
from samvern.referrals.external.cross_border.risks import RISKS
from samvern.referrals.external.legal_basis import external_consent_label
from samvern.referrals.external.workflow import CROSSING


class CrossBorderForm(Form):
    """Where to, with whom, and what lets data go there."""

    person = fields.SelectField(label=lazy("Who is it about?"), choices=[], coerce=UUID)
    kind = fields.RadioField(label=lazy("What is it?"), choices=CrossBorderKind.choices)
    country = fields.SelectField(label=lazy("To which country?"), choices=[])
    receiver_kind = fields.RadioField(label=lazy("Who receives?"), choices=ForeignReceiver.choices)
    receiver = form_field(CrossBorderReferral, "receiver")
    transfer = fields.RadioField(
        label=lazy("What lets personal data go to that country?"),
        choices=TransferGround.choices,
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
    travels_on = fields.LocalDateField(label=lazy("Day of travel"), required=False)
    documents = form_field(CrossBorderReferral, "documents")

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
        self._offer("consent_id", [(str(c.pk), external_consent_label(c)) for c in consents])

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [*list(field.choices)[:1], *choices]


ANSWERS = [("no", lazy("No")), ("yes", lazy("Yes")), ("unknown", lazy("Don’t know"))]

WISH = {
    "voluntary": lazy(
        "She said herself that she wants to go, with nobody who could force her present"
    ),
    "informed": lazy(
        "She knows what she gives up here, what help there is there, and that she can change"
        " her mind"
    ),
}


class CheckForm(Form):
    """One thing to settle: how it came out, when, and on what that rests."""

    outcome = fields.RadioField(label=lazy("How did it come out?"), choices=[])
    done_on = fields.LocalDateField(label=lazy("When?"))
    who = fields.SingleLineField(
        label=lazy("Who asked, answered or assessed?"),
        help_text=lazy("Name and office."),
    )
    basis = fields.MultiLineField(label=lazy("On what does it rest?"), limit=3000, rows=4)

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = [*OUTCOMES[kind].items()]  # type: ignore[attr-defined]
        self.fields["done_on"].initial = timezone.localdate()
        if kind == Kind.WISH:
            self._ask_of_her_wish()
        elif kind == Kind.RISK:
            first = {
                code: fields.RadioField(label=text, choices=ANSWERS) for code, text in RISKS.items()
            }
            self.fields = {**first, **self.fields}

    def _ask_of_her_wish(self) -> None:
        own: dict[str, Any] = {
            code: fields.OptionalBooleanField(label=text) for code, text in WISH.items()
        }
        own["language"] = fields.SingleLineField(label=lazy("Language of the talk"), limit=40)
        own["interpreter"] = fields.OptionalBooleanField(label=lazy("With an interpreter"))
        self.fields = {**own, **self.fields}

    def clean(self) -> dict[str, Any]:
        """A wish is free and informed, and a risk nobody knows is not met."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("outcome") != "clear":
            return found
        if "voluntary" in self.fields and not (found.get("voluntary") and found.get("informed")):
            self.add_error(
                None,
                _("Her wish counts only when it is free and informed. Tick both, or choose no."),
            )
        if "traffickers" in self.fields and any(found.get(code) == "unknown" for code in RISKS):
            self.add_error(
                None,
                _("Something is not known. Find it out, or choose that too little is known yet."),
            )
        return found


class CrossBorderMoveForm(Form):
    """What happened to the cross-border referral."""

    name = fields.RadioField(label=lazy("What happened?"), choices=[])
    reason = fields.SelectField(
        label=lazy("Why?"), choices=[], required=False,
        help_text=lazy("Only if it was declined or stopped."),
    )  # fmt: skip
    happened_on = fields.LocalDateField(label=lazy("When?"))
    words = form_field(CrossBorderReferralStep, "words")

    def __init__(self, *args: Any, state: str, **options: Any) -> None:
        super().__init__(*args, **options)
        moves = CROSSING.transitions_from(state, SENDER)
        self.fields["name"].choices = [(m.name, m.label) for m in moves]  # type: ignore[attr-defined]
        reasons = {c: label for m in moves for c, label in (m.reasons or {}).items()}
        field: Any = self.fields["reason"]
        field.choices = [*list(field.choices)[:1], *reasons.items()]
        self.fields["happened_on"].initial = timezone.localdate()
        if not reasons:
            del self.fields["reason"]
