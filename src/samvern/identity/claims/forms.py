# SPDX-License-Identifier: EUPL-1.2
"""Forms of identity: claims by kind, what they are shown for, addresses, finding and asking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.identity.claims import values
from samvern.identity.claims.domain import ClaimInput
from samvern.identity.claims.labels import problem_text
from samvern.identity.claims.values import ValueProblem
from samvern.identity.models import Claim

Kind = Claim.Kind
SEXES = [("female", _("Female")), ("male", _("Male")), ("other", _("Other"))]

REASONS = [
    ("contact", _("I am to meet or call the person")),
    ("application", _("I am writing an application or a referral")),
    ("verify", _("I am checking who the person is")),
    ("safety", _("Somebody’s safety")),
    ("record", _("I am to add or correct something")),
    ("other", _("Something else")),
]

SHORTEST = 10
LONGEST = 255


def value_field(kind: str) -> Any:
    """The field a claim of a kind is written in."""
    if kind == Kind.BIRTH_DATE:
        return fields.PartialDateField(
            label=_("Date of birth"), help_text=_("Leave day or month empty if it is not known.")
        )
    if kind == Kind.SEX:
        return fields.RadioField(label=_("Sex"), choices=SEXES)
    helps = {
        Kind.NUMBER: _("Fødselsnummer, D-number, H-number or DUF number."),
        Kind.NATIONALITY: _("The country, for example Romania; “stateless” if there is none."),
        Kind.CONTACT: _("A telephone or e-mail nobody dangerous reads or answers."),
        Kind.PAPER: _("The number that stands on it."),
    }
    label = _("Number of the paper") if kind == Kind.PAPER else Kind(kind).label
    return fields.SingleLineField(label=label, help_text=helps.get(Kind(kind), ""), limit=150)


class ClaimForm(Form):
    """Something somebody said or a paper showed about who the person is; see ``claim_form``."""

    kind: str
    field_order = ("paper", "value", "source", "confidence", "since", "until", "reason")

    source = fields.RadioField(label=_("Where does it come from?"), choices=Claim.Source.choices)
    confidence = fields.RadioField(label=_("How sure is it?"), choices=Claim.Confidence.choices)
    since = fields.ThreePartDateField(label=_("Has held since"), required=False)
    until = fields.ThreePartDateField(label=_("Held until"), required=False)

    def clean(self) -> dict[str, Any]:
        """Judge the value by the rules of its kind, and the period by its order."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("This is before the day it began."))
        if given.get("value"):
            try:
                given["value"] = values.clean_value(
                    self.kind,
                    given["value"],
                    synthetic_allowed=not settings.PRODUCTION,
                    on=timezone.localdate(),
                )
            except ValueProblem as problem:
                self.add_error("value", problem_text(problem.code))
        return given

    def said(self) -> ClaimInput:
        """What was written, as a claim."""
        given = dict(self.cleaned_data)
        paper = given.pop("paper", "")
        given.pop("reason", None)
        value = f"{paper}\n{given.pop('value')}" if paper else given.pop("value")
        return ClaimInput(kind=self.kind, value=value, **given)


class ClaimCorrectForm(ClaimForm):
    """The right claim, and what was wrong with the other."""

    reason = fields.SingleLineField(label=_("What was wrong?"), limit=LONGEST)


def claim_form(kind: str, base: type[ClaimForm] = ClaimForm) -> type[ClaimForm]:
    """The form for claims of one kind, or for correcting one, with its own first field."""
    own: dict[str, Any] = {"kind": kind, "value": value_field(kind)}
    if kind == Kind.PAPER:
        own["paper"] = fields.SingleLineField(
            label=_("What paper, and from which country?"), limit=100
        )
    return type(base.__name__, (base,), own)


class ClaimEndForm(Form):
    """Why a claim is set aside."""

    reason = form_field(
        Claim, "end", help_text=_("It stays in the case with this reason."), required=True
    )


class ClaimRevealForm(Form):
    """What the values are shown for."""

    reason = fields.RadioField(label=_("What do you need it for?"), choices=REASONS)
    words = fields.SingleLineField(
        label=_("Say what"),
        help_text=_("At least ten letters, if you chose “Something else”. Write no names."),
        limit=LONGEST,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something else must be said in words."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("reason") == "other" and len(given.get("words", "")) < SHORTEST:
            self.add_error("words", _("Say in at least ten letters what you need it for."))
        return given


def offer_choices(form: Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a list its options, after the line that asks for a choice."""
    field = cast(fields.SelectField, form.fields[name])
    field.choices = [("", _("Choose")), *choices]
