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
from samvern.access.models import Member
from samvern.identity.domain import values
from samvern.identity.domain.claims import Said
from samvern.identity.domain.values import Term, ValueProblem
from samvern.identity.models import Claim, ProtectedAddress
from samvern.identity.words import words_of

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
        return fields.PartialDayField(
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
    return fields.LineField(label=label, help_text=helps.get(Kind(kind), ""), limit=150)


class ClaimForm(Form):
    """Something somebody said or a paper showed about who the person is; see ``claim_form``."""

    kind: str
    field_order = ("paper", "value", "source", "confidence", "since", "until", "reason")

    source = fields.RadioField(label=_("Where does it come from?"), choices=Claim.Source.choices)
    confidence = fields.RadioField(label=_("How sure is it?"), choices=Claim.Confidence.choices)
    since = fields.DayField(label=_("Has held since"), required=False)
    until = fields.DayField(label=_("Held until"), required=False)

    def clean(self) -> dict[str, Any]:
        """Judge the value by the rules of its kind, and the period by its order."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("This is before the day it began."))
        if given.get("value"):
            try:
                given["value"] = values.clean(
                    self.kind,
                    given["value"],
                    synthetic_allowed=not settings.PRODUCTION,
                    on=timezone.localdate(),
                )
            except ValueProblem as problem:
                self.add_error("value", words_of(problem.code))
        return given

    def said(self) -> Said:
        """What was written, as a claim."""
        given = dict(self.cleaned_data)
        paper = given.pop("paper", "")
        given.pop("reason", None)
        value = f"{paper}\n{given.pop('value')}" if paper else given.pop("value")
        return Said(kind=self.kind, value=value, **given)


class CorrectForm(ClaimForm):
    """The right claim, and what was wrong with the other."""

    reason = fields.LineField(label=_("What was wrong?"), limit=LONGEST)


def claim_form(kind: str, base: type[ClaimForm] = ClaimForm) -> type[ClaimForm]:
    """The form for claims of one kind, or for correcting one, with its own first field."""
    own: dict[str, Any] = {"kind": kind, "value": value_field(kind)}
    if kind == Kind.PAPER:
        own["paper"] = fields.LineField(label=_("What paper, and from which country?"), limit=100)
    return type(base.__name__, (base,), own)


class EndForm(Form):
    """Why a claim is set aside."""

    reason = fields.LineField(
        label=_("Why does it not hold?"),
        help_text=_("It stays in the case with this reason."),
        limit=LONGEST,
    )


class RevealForm(Form):
    """What the values are shown for."""

    reason = fields.RadioField(label=_("What do you need it for?"), choices=REASONS)
    words = fields.LineField(
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


class AddressForm(Form):
    """A protected address."""

    grade = fields.RadioField(
        label=_("How strictly is it protected?"), choices=ProtectedAddress.Grade.choices
    )
    text = fields.TextField(label=_("Address"), limit=500, rows=3)


class ChangeAddressForm(AddressForm):
    """A protected address that has been recorded."""

    version = fields.VersionField()


class ReaderForm(Form):
    """Who more may read a protected address, and who is to approve it."""

    member_id = fields.SelectField(label=_("Who is to read the address?"), choices=[])
    asked_id = fields.SelectField(label=_("Who is asked to approve?"), choices=[])

    def __init__(
        self, *args: Any, readers: Iterable[Member], approvers: Iterable[Member], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        _offer(self, "member_id", [(str(each.pk), each.name) for each in readers])
        _offer(self, "asked_id", [(str(each.pk), each.name) for each in approvers])


class FindForm(Form):
    """What somebody is known by; one of it is enough, and a name needs a year."""

    number = fields.LineField(
        label=_("Identity number"), help_text=_("Fødselsnummer, D-number, H-number or DUF number."),
        limit=40, required=False,
    )  # fmt: skip
    name = fields.LineField(
        label=_("Full name"), help_text=_("Together with the date or year of birth."),
        limit=150, required=False,
    )  # fmt: skip
    born = fields.PartialDayField(label=_("Date of birth"), required=False)
    contact = fields.LineField(label=_("Telephone or e-mail"), limit=150, required=False)
    paper = fields.LineField(label=_("Number of an identity paper"), limit=100, required=False)
    purpose = fields.SelectField(label=_("What do you need it for?"), choices=[])

    def __init__(self, *args: Any, purposes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "purpose", purposes)

    def clean(self) -> dict[str, Any]:
        """There must be something to find by."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("number"):
            try:
                given["number"] = values.clean(
                    Kind.NUMBER,
                    given["number"],
                    synthetic_allowed=not settings.PRODUCTION,
                    on=timezone.localdate(),
                )
            except ValueProblem as problem:
                self.add_error("number", words_of(problem.code))
        if given.get("born"):
            try:
                values.refuse_born(given["born"], timezone.localdate())
            except ValueProblem as problem:
                self.add_error("born", words_of(problem.code))
        if not self.errors and bool(given.get("name")) is not bool(given.get("born")):
            field = "born" if given.get("name") else "name"
            self.add_error(field, _("A name is found together with the year of birth."))
        if not self.errors and not self.terms():
            self.add_error(None, _("Fill in a number, a contact, a paper, or a name with a year."))
        return given

    def terms(self) -> list[Term]:
        """What to find by."""
        given = self.cleaned_data
        found = [
            *values.terms(Kind.NUMBER, given.get("number", "")),
            *values.terms(Kind.CONTACT, given.get("contact", "")),
            *values.terms(Kind.PAPER, given.get("paper", "")),
        ]
        pair = values.name_and_birth(given.get("name", ""), given.get("born", ""))
        return [term for term in (*found, pair) if term and term.text]


class AskForm(Form):
    """What the person is asked about for."""

    purpose = fields.SelectField(label=_("What do you need it for?"), choices=[])

    def __init__(self, *args: Any, purposes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "purpose", purposes)


class AnswerForm(Form):
    """Whether the person asked about is known here."""

    says_yes = fields.YesNoField(label=_("Do you want to say that you know the person?"))
    contact = fields.LineField(
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


def _offer(form: Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a list its options, after the line that asks for a choice."""
    field = cast(fields.SelectField, form.fields[name])
    field.choices = [("", _("Choose")), *choices]
