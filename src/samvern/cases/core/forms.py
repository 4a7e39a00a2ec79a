# SPDX-License-Identifier: EUPL-1.2
"""Choosing a colleague."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.cases.core.form_helpers import add_choices

ONLY_KNOWN = _(
    "The list has colleagues who have signed in at least once and whom a leader has confirmed."
)
"""Why a name may be missing where a case, or part of one, is given to somebody."""


class ColleagueChoiceForm(Form):
    """One colleague."""

    member_id = fields.SelectField(label=_("Colleague"), choices=[])

    def __init__(self, *args: Any, members: list[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        add_choices(self, "member_id", member_choices(members))


def chosen_member(form: Form) -> dict[str, UUID]:
    """The colleague who was chosen, for the function that saves it."""
    return {"member_id": UUID(form.cleaned_data["member_id"])}


def member_choices(members: list[Member]) -> list[tuple[str, str]]:
    """Colleagues as choices, with their units."""
    return [
        (str(member.pk), f"{member.name} ({member.unit.name})" if member.unit else member.name)
        for member in members
    ]
