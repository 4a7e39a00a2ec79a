# SPDX-License-Identifier: EUPL-1.2
"""Forms about sharing a case."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.categories import SHAREABLE, Category
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.cases.consents.choices import Purpose, purpose_name
from samvern.cases.consents.models import Consent
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.sharing.disclosure_grounds import DisclosureAssessment, fact_question

CONSENT, GATE = "consent", "gate"
CATEGORY_CHOICES = [(each.value, each.label) for each in SHAREABLE if each is not Category.CASE]


class ReceiverForm(Form):
    """Who is to see it; what the law says depends on that."""

    to = fields.SelectField(label=lazy("Share with"), choices=[])


class ShareForm(Form):
    """What, for what, on which basis, until when."""

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
    categories = fields.CheckboxesField(
        label=lazy("What do you share?"),
        choices=CATEGORY_CHOICES,
        help_text=lazy("No more than the receiver needs. That the case exists is always seen."),
    )
    purpose = fields.SelectField(
        label=lazy("What for?"),
        choices=Purpose.choices,
        required=False,
        help_text=lazy("A consent has its purpose already."),
    )
    unit_id = fields.SelectField(
        label=lazy("Which unit?"), choices=[], empty=lazy("All case workers there"), required=False
    )
    until = fields.LocalDateField(label=lazy("Last day"))

    def __init__(
        self,
        *args: Any,
        consents: list[Consent],
        names: dict[UUID, str],
        judged: DisclosureAssessment,
        units: list[Unit],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        gates = {gate.id: gate for gate in (*judged.open, *judged.undecided)}
        self.fields["basis"].choices = [  # type: ignore[attr-defined]
            *((f"{CONSENT}:{c.pk}", consent_label(c, names)) for c in consents),
            *((f"{GATE}:{gate.id}", f"{gate.name} ({gate.provision})") for gate in gates.values()),
        ]
        if judged.asked:
            self.fields["holds"].choices = [  # type: ignore[attr-defined]
                (fact, fact_question(fact)) for fact in judged.asked
            ]
        else:
            del self.fields["holds"]
        add_choices(self, "unit_id", [(str(unit.pk), unit.name) for unit in units])

    def clean(self) -> dict[str, Any]:
        """A share on a provision says what it is for."""
        found: dict[str, Any] = self.cleaned_data
        if str(found.get("basis", "")).startswith(GATE) and not found.get("purpose"):
            self.add_error("purpose", ValidationError(_("Choose under “What for?”.")))
        return found


def consent_label(consent: Consent, names: dict[UUID, str]) -> str:
    labels = ", ".join(str(Category(each).label) for each in consent.categories)
    return _("Consent from %(who)s: %(purpose)s. Covers: %(what)s") % {
        "who": names.get(consent.person_id, ""),
        "purpose": purpose_name(consent.purpose),
        "what": labels,
    }
