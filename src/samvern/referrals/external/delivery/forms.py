# SPDX-License-Identifier: EUPL-1.2
"""What goes to somebody without an account: exactly which fields, and on which ground."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.consents.models import Consent
from samvern.cases.sharing.disclosure_grounds import DisclosureAssessment, fact_question
from samvern.referrals.choices import field_name, needs
from samvern.referrals.external.choices import DeliveryMethod, ReceiverKind
from samvern.referrals.external.delivery.models import ExternalReferral, ExternalReferralStep
from samvern.referrals.external.legal_basis import CONSENT, GATE, external_consent_label
from samvern.referrals.external.workflow import CALLED_BACK, CANNOT

HOURS = (
    ("4", lazy("4 hours")),
    ("24", lazy("24 hours")),
    ("72", lazy("3 days")),
    ("168", lazy("7 days")),
    ("336", lazy("14 days")),
)

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
FOR_A_LINK = ("hours", "openings")


class ExternalReferralForm(Form):
    """Exactly what goes, to whom, on which ground, for how long."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    receiver = form_field(
        ExternalReferral,
        "receiver",
        help_text=lazy("Name and office, as you would write it on an envelope."),
    )
    fields_sent = fields.CheckboxesField(
        label=lazy("What goes along?"),
        choices=[],
        help_text=lazy(
            "This is what the receiver needs, as the case has it. Take out what it can do without."
        ),
    )
    basis = fields.RadioField(
        label=lazy("What allows it?"),
        choices=[],
        help_text=lazy("Ask the person first when you can. The law is for when you cannot."),
    )
    holds = fields.CheckboxesField(
        label=lazy("What holds here?"),
        choices=[],
        required=False,
        help_text=lazy("Only for sharing on a provision of law. What you tick is kept."),
    )
    message = form_field(
        ExternalReferral,
        "message",
        help_text=lazy("Ask for what you need. Leave out what the receiver need not know."),
    )
    ring = fields.PhoneField(
        label=lazy("Number the receiver can ring you on"),
        help_text=lazy("Empty is your number at work."),
        required=False,
    )
    language = fields.RadioField(
        label=lazy("The receiver’s language"), choices=LANGUAGES, initial="nb"
    )
    hours = fields.RadioField(
        label=lazy("How long does the link last?"), choices=HOURS, initial="72"
    )
    openings = fields.RadioField(
        label=lazy("How many times can it be opened?"),
        choices=[("1", lazy("Once")), ("2", lazy("Twice")), ("3", lazy("Three times"))],
        initial="1",
    )

    def __init__(
        self,
        *args: Any,
        way: str,
        values: Mapping[str, str],
        consents: list[Consent],
        judged: DisclosureAssessment,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        gates = {gate.id: gate for gate in (*judged.open, *judged.undecided)}
        self._offer(
            "fields_sent", [(code, f"{field_name(code)}: {v}") for code, v in values.items()]
        )
        self._offer("basis", [
            *((f"{CONSENT}:{c.pk}", external_consent_label(c)) for c in consents),
            *((f"{GATE}:{gate.id}", f"{gate.name} ({gate.provision})") for gate in gates.values()),
        ])  # fmt: skip
        self._offer("holds", [(fact, fact_question(fact)) for fact in judged.asked])
        if way == DeliveryMethod.LETTER:
            for name in FOR_A_LINK:
                del self.fields[name]
            self._offer("language", LANGUAGES[:2])

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        rows = [*choices]
        if rows:
            self.fields[name].choices = rows  # type: ignore[attr-defined]
        elif not self.fields[name].required:
            del self.fields[name]


class StartExternalReferralForm(Form):
    """Who it is about, what is needed, and what kind of receiver it is; the law depends on that."""

    person = fields.SelectField(label=lazy("Who is it about?"), choices=[])
    kind = fields.SelectField(label=lazy("What is the receiver?"), choices=ReceiverKind.choices)
    need = fields.SelectField(label=lazy("What is needed?"), choices=[])
    way = fields.RadioField(
        label=lazy("How do you send it?"),
        choices=DeliveryMethod.choices,
        initial=DeliveryMethod.LINK,
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [*people]  # type: ignore[attr-defined]
        self.fields["need"].choices = [("", _("Choose")), *needs()]  # type: ignore[attr-defined]


class RecordAnswerForm(Form):
    """What the receiver answered on the telephone or by post."""

    move = fields.RadioField(
        label=lazy("What did the receiver answer?"),
        choices=[
            ("receive", lazy("It is received")),
            ("help", lazy("Can help")),
            ("decline", lazy("Cannot help")),
            ("ring", lazy("Asks to be rung")),
        ],
    )
    reason = fields.SelectField(
        label=lazy("Why not?"), choices=list(CANNOT.items()), required=False,
        help_text=lazy("Only if the receiver cannot help."),
    )  # fmt: skip
    words = form_field(ExternalReferralStep, "words")

    def clean(self) -> dict[str, Any]:
        """Whoever cannot help says why."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("move") == "decline" and not found.get("reason"):
            self.add_error("reason", ValidationError(_("Choose under “Why not?”.")))
        return found


class RevokeForm(Form):
    """Why it is called back."""

    reason = fields.RadioField(
        label=lazy("Why is it called back?"), choices=list(CALLED_BACK.items())
    )
