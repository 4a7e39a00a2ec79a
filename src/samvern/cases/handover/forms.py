# SPDX-License-Identifier: EUPL-1.2
"""Forms of handing cases over."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.models.sealed import form_field
from samvern.cases.case_list.domain import case_label
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.forms import ONLY_KNOWN, member_choices
from samvern.cases.core.models import Case
from samvern.cases.handover.models import Handover
from samvern.identity.sealing import load_keys

LONGEST_WORDS = 1000


class HandoverForm(Form):
    """To whom, and what she should know."""

    taker_id = fields.SelectField(label=_("Who takes over?"), choices=[], help_text=ONLY_KNOWN)
    words = form_field(
        Handover,
        "words",
        help_text=_("Where the case stands, what is due first, and what the person has been told."),
    )

    def __init__(self, *args: Any, members: list[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        add_choices(self, "taker_id", member_choices(members))


class LeavingForm(Form):
    """A new owner for each case of somebody who leaves."""

    words = fields.MultiLineField(label=_("What should they know?"), limit=LONGEST_WORDS, rows=3)

    def takers(self) -> dict[UUID, UUID]:
        """The new owner of each case."""
        return {
            UUID(name.removeprefix("case-")): UUID(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("case-")
        }


def build_leaving_form(cases: list[Case], members: list[Member]) -> type[LeavingForm]:
    """The form with a field for each case."""
    choices = member_choices(members)
    load_keys([case.pk for case in cases])
    each = {
        f"case-{case.pk}": fields.SelectField(
            label=f"{case.reference} {case_label(case)}".strip(),
            choices=choices,
            help_text=ONLY_KNOWN,
        )
        for case in cases
    }
    return type("CasesOfLeaver", (LeavingForm,), {**each, "field_order": [*each, "words"]})
