# SPDX-License-Identifier: EUPL-1.2
"""What goes to somebody without an account: exactly which fields, and on which ground."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.categories import Category
from samvern.access.forms import Form
from samvern.cases.domain.gates import Judged, question
from samvern.cases.kinds import purpose_name
from samvern.cases.models import Consent
from samvern.referrals.outside import lists
from samvern.referrals.outside.domain.grounds import CONSENT, GATE
from samvern.referrals.wording import field_name

HOURS = (
    ("4", lazy("4 hours")),
    ("24", lazy("24 hours")),
    ("72", lazy("3 days")),
    ("168", lazy("7 days")),
    ("336", lazy("14 days")),
)
LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
FOR_A_LINK = ("hours", "openings")


class SendingForm(Form):
    """Exactly what goes, to whom, on which ground, for how long."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    receiver = fields.LineField(
        label=lazy("Who is to have it?"),
        help_text=lazy("Name and office, as you would write it on an envelope."),
    )
    fields_sent = fields.ChecksField(
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
    holds = fields.ChecksField(
        label=lazy("What holds here?"),
        choices=[],
        required=False,
        help_text=lazy("Only for sharing on a provision of law. What you tick is kept."),
    )
    message = fields.TextField(
        label=lazy("Message to the receiver"),
        required=False,
        limit=2000,
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
        judged: Judged,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        gates = {gate.id: gate for gate in (*judged.open, *judged.undecided)}
        self._offer(
            "fields_sent", [(code, f"{field_name(code)}: {v}") for code, v in values.items()]
        )
        self._offer("basis", [
            *((f"{CONSENT}:{c.pk}", consent_name(c)) for c in consents),
            *((f"{GATE}:{gate.id}", f"{gate.name} ({gate.provision})") for gate in gates.values()),
        ])  # fmt: skip
        self._offer("holds", [(fact, question(fact)) for fact in judged.asked])
        if way == lists.Way.LETTER:
            for name in FOR_A_LINK:
                del self.fields[name]
            self._offer("language", LANGUAGES[:2])

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        rows = [*choices]
        if rows:
            self.fields[name].choices = rows  # type: ignore[attr-defined]
        elif not self.fields[name].required:
            del self.fields[name]


def consent_name(consent: Consent) -> str:
    """A consent as a ground to choose."""
    labels = ", ".join(str(Category(each).label) for each in consent.categories)
    return _("Consent towards %(who)s: %(purpose)s. Covers: %(what)s") % {
        "who": consent.recipient_text,
        "purpose": purpose_name(consent.purpose),
        "what": labels,
    }
