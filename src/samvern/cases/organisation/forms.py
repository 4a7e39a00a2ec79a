# SPDX-License-Identifier: EUPL-1.2
"""Forms of the administrator: organisation, units, members."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.access.roles import PEOPLE, Role

COORDINATES = "coordination"
"""The kind of organisation that coordinates: no other has coordinators."""


def roles_in(kind: str) -> list[tuple[str, Any]]:
    """The roles a member of an organisation of this kind can have."""
    others = PEOPLE if kind == COORDINATES else PEOPLE - {Role.COORDINATOR}
    return [(role.value, role.label) for role in Role if role in others]


class UnitForm(Form):
    """What a unit is called."""

    name = fields.SingleLineField(label=_("Name of the unit"), limit=120)
    phone = fields.PhoneField(
        label=_("Number of the unit"),
        help_text=_("Shown where a member has no number of her or his own."),
        required=False,
    )


class MemberDetailsForm(Form):
    """Name, address and unit of a member."""

    name = fields.SingleLineField(label=_("Name"), limit=120)
    email = forms.EmailField(
        label=_("E-mail at work"),
        required=False,
        help_text=_("Gets only “you have a deadline”, never anything about a case."),
    )
    unit_id = fields.SelectField(label=_("Unit"), choices=(), required=False, empty=_("None"))

    def __init__(self, *args: Any, units: Iterable[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(unit.pk), unit.name) for unit in units]
        self.fields["unit_id"].choices = [("", _("None")), *names]  # type: ignore[attr-defined]


class InvitationForm(MemberDetailsForm):
    """A new colleague."""

    login = fields.SingleLineField(
        label=_("Login name"),
        limit=140,
        help_text=_(
            "Such as the name she or he has at work: letters from a to z and digits, and between "
            "them . - _ + or @. Digits are added, so that nobody finds out by trying who has a "
            "sign-in here. The whole name is shown when the link is used."
        ),
    )
    role = fields.RadioField(label=_("Role"), choices=())
    field_order = ("name", "login", "role", "unit_id", "email")

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = roles_in(kind)  # type: ignore[attr-defined]


class RoleForm(Form):
    """Another role."""

    role = fields.RadioField(
        label=_("Role"),
        choices=(),
        help_text=_("The present membership ends and a new one begins; she or he signs in again."),
    )

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = roles_in(kind)  # type: ignore[attr-defined]


class WorkNumberForm(Form):
    """The number."""

    phone = fields.PhoneField(
        label=_("Your number at work"),
        help_text=_(
            "Those you refer to, share with and answer can ring it. Never write a private number."
        ),
        required=False,
    )
