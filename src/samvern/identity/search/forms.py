# SPDX-License-Identifier: EUPL-1.2
"""Forms of finding a person and asking others about her."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.identity.claims import values
from samvern.identity.claims.forms import Kind, offer_choices
from samvern.identity.claims.labels import problem_text
from samvern.identity.claims.values import SearchTerm, ValueProblem


class PersonSearchForm(Form):
    """What somebody is known by; one of it is enough, and a name needs a year."""

    number = fields.SingleLineField(
        label=_("Identity number"), help_text=_("Fødselsnummer, D-number, H-number or DUF number."),
        limit=40, required=False,
    )  # fmt: skip
    name = fields.SingleLineField(
        label=_("Full name"), help_text=_("Together with the date or year of birth."),
        limit=150, required=False,
    )  # fmt: skip
    born = fields.PartialDateField(label=_("Date of birth"), required=False)
    contact = fields.SingleLineField(label=_("Telephone or e-mail"), limit=150, required=False)
    paper = fields.SingleLineField(
        label=_("Number of an identity paper"), limit=100, required=False
    )
    purpose = fields.SelectField(label=_("What do you need it for?"), choices=[])

    def __init__(self, *args: Any, purposes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_choices(self, "purpose", purposes)

    def clean(self) -> dict[str, Any]:
        """There must be something to find by."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("number"):
            try:
                given["number"] = values.clean_value(
                    Kind.NUMBER,
                    given["number"],
                    synthetic_allowed=not settings.PRODUCTION,
                    on=timezone.localdate(),
                )
            except ValueProblem as problem:
                self.add_error("number", problem_text(problem.code))
        if given.get("born"):
            try:
                values.check_birth_date(given["born"], timezone.localdate())
            except ValueProblem as problem:
                self.add_error("born", problem_text(problem.code))
        if not self.errors and bool(given.get("name")) is not bool(given.get("born")):
            field = "born" if given.get("name") else "name"
            self.add_error(field, _("A name is found together with the year of birth."))
        if not self.errors and not self.terms():
            self.add_error(None, _("Fill in a number, a contact, a paper, or a name with a year."))
        return given

    def terms(self) -> list[SearchTerm]:
        """What to find by."""
        given = self.cleaned_data
        found = [
            *values.search_terms(Kind.NUMBER, given.get("number", "")),
            *values.search_terms(Kind.CONTACT, given.get("contact", "")),
            *values.search_terms(Kind.PAPER, given.get("paper", "")),
        ]
        pair = values.name_and_birth(given.get("name", ""), given.get("born", ""))
        return [term for term in (*found, pair) if term and term.text]


class InquiryForm(Form):
    """What the person is asked about for."""

    purpose = fields.SelectField(label=_("What do you need it for?"), choices=[])

    def __init__(self, *args: Any, purposes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_choices(self, "purpose", purposes)


class InquiryAnswerForm(Form):
    """Whether the person asked about is known here."""

    says_yes = fields.YesNoField(label=_("Do you want to say that you know the person?"))
    contact = fields.SingleLineField(
        label=_("Whom are they to talk to?"),
        help_text=_("A name and a telephone number at work. They see it if you say yes."),
        limit=250,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A yes needs somebody to talk to."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("says_yes") and not given.get("contact"):
            self.add_error("contact", _("Say whom they are to talk to."))
        return given
