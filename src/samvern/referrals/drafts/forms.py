# SPDX-License-Identifier: EUPL-1.2
"""Forms of a new referral: what is needed, and then exactly what is sent to whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.categories import SHAREABLE, Category
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.cases.consents.choices import purpose_name
from samvern.cases.consents.models import Consent
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.sharing.disclosure_grounds import DisclosureAssessment, fact_question
from samvern.referrals.choices import can_be_referred, field_name, needs
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import fields_covered_by

SHARED = [(each.value, each.label) for each in SHAREABLE if each is not Category.CASE]
CONSENT, GATE = "consent", "gate"


class NeedForm(Form):
    """What is needed, how soon, where; who fits depends on that."""

    person = fields.RadioField(label=lazy("Who needs help?"), choices=())
    need = fields.SelectField(label=lazy("What is needed?"), choices=())
    urgency = fields.RadioField(label=lazy("How soon?"), choices=Referral.Urgency.choices)
    place = fields.SelectField(
        label=lazy("Where is the person?"), choices=(), required=False, empty=lazy("Not known")
    )
    wheelchair = fields.YesNoField(label=lazy("Does the person use a wheelchair?"), required=False)

    def __init__(
        self, *args: Any, people: Sequence[tuple[str, str]], places: Sequence[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        add_choices(self, "need", needs())
        add_choices(self, "place", [(place, place) for place in places])
        if len(people) > 1:
            self.fields["person"].choices = people  # type: ignore[attr-defined]
        else:
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        """The need is answered as soon as is asked."""
        found = super().clean() or {}
        need, urgency = found.get("need", ""), found.get("urgency", "")
        if need and urgency and not can_be_referred(need, urgency):
            self.add_error("urgency", _("Nobody answers that soon for this. Choose another time."))
        return found


class SendReferralForm(Form):
    """Field by field what goes, on which basis, what is shared afterwards, and until when."""

    fields_ = fields.CheckboxesField(
        label=lazy("This is sent"),
        choices=(),
        required=False,
        help_text=lazy("Only what this receiver needs. Take out what should not go."),
    )
    message = fields.MultiLineField(
        label=lazy("Message to the receiver"),
        help_text=lazy(
            "What they must know to answer. Write no address and no more than you would say aloud."
        ),
        limit=2000,
        rows=4,
        required=False,
    )
    basis = fields.RadioField(
        label=lazy("What allows it?"),
        choices=(),
        help_text=lazy("Ask the person first when you can. The law is for when you cannot."),
    )
    holds = fields.CheckboxesField(
        label=lazy("What holds here?"),
        choices=(),
        required=False,
        help_text=lazy("Only for a provision of law. What you tick is kept."),
    )
    categories = fields.CheckboxesField(
        label=lazy("What of the case opens when they accept?"),
        choices=SHARED,
        required=False,
        help_text=lazy("Usually nothing. That the case exists, and who has it, is always seen."),
    )
    unit_id = fields.SelectField(
        label=lazy("Which unit?"), choices=(), required=False, empty=lazy("All case workers there")
    )
    until = fields.LocalDateField(
        label=lazy("Last day"), help_text=lazy("Then everything closes to the receiver.")
    )

    def __init__(
        self,
        *args: Any,
        values: Mapping[str, str],
        consents: Sequence[Consent],
        judged: DisclosureAssessment,
        units: Sequence[Unit],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._offer_fields(values, consents[0].categories if consents else ())
        if consents:
            self.fields["basis"].initial = f"{CONSENT}:{consents[0].pk}"
        gates = {gate.id: gate for gate in (*judged.open, *judged.undecided)}
        self.fields["basis"].choices = [  # type: ignore[attr-defined]
            *((f"{CONSENT}:{each.pk}", consent_label(each)) for each in consents),
            *((f"{GATE}:{gate.id}", f"{gate.name} ({gate.provision})") for gate in gates.values()),
        ]
        if judged.asked:
            self.fields["holds"].choices = [  # type: ignore[attr-defined]
                (fact, fact_question(fact)) for fact in judged.asked
            ]
        else:
            del self.fields["holds"]
        if units:
            add_choices(self, "unit_id", [(str(unit.pk), unit.name) for unit in units])
        else:
            del self.fields["unit_id"]

    def _offer_fields(self, values: Mapping[str, str], categories: Sequence[str]) -> None:
        """All that the receiver needs; ticked is only what the consent that is chosen covers."""
        if values:
            self.fields["fields_"].choices = [  # type: ignore[attr-defined]
                (code, f"{field_name(code)}: {value}") for code, value in values.items()
            ]
            self.fields["fields_"].initial = fields_covered_by(values, categories)
        else:
            del self.fields["fields_"]

    def clean(self) -> dict[str, Any]:
        """Something is sent: fields, or a message."""
        found: dict[str, Any] = self.cleaned_data
        if not found.get("fields_") and not found.get("message"):
            self.add_error("message", ValidationError(_("Write what the receiver must know.")))
        return found


def consent_label(consent: Consent) -> str:
    """A consent as a choice: for what, and what it covers."""
    covers = ", ".join(str(Category(each).label) for each in consent.categories)
    return _("Consent: %(purpose)s. Covers: %(what)s") % {
        "purpose": purpose_name(consent.purpose),
        "what": covers,
    }
