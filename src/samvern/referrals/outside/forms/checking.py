# SPDX-License-Identifier: EUPL-1.2
"""One thing to settle before a crossing."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.outside.domain.checking import OUTCOMES, Kind
from samvern.referrals.outside.domain.risks import RISKS

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
    done_on = fields.NearDayField(label=lazy("When?"))
    who = fields.LineField(
        label=lazy("Who asked, answered or assessed?"),
        help_text=lazy("Name and office."),
    )
    basis = fields.TextField(label=lazy("On what does it rest?"), limit=3000, rows=4)

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
        own: dict[str, Any] = {code: fields.TickField(label=text) for code, text in WISH.items()}
        own["language"] = fields.LineField(label=lazy("Language of the talk"), limit=40)
        own["interpreter"] = fields.TickField(label=lazy("With an interpreter"))
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
