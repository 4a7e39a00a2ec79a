# SPDX-License-Identifier: EUPL-1.2
"""Forms of closing a case, opening it again, and the legal hold."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.case_closing import FateAtClosing
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.models.sealed import form_field
from samvern.cases.closing.choices import CloseReason
from samvern.cases.closing.open_items import OpenItems
from samvern.cases.core.forms import member_choices
from samvern.cases.core.models import Case

KEEPER_PREFIX = "keeper-"


class CaseCloseForm(Form):
    """Why work on the case ends."""

    ground = fields.RadioField(label=_("Why is the case closed?"), choices=CloseReason.choices)
    words = form_field(Case, "close")
    version = fields.VersionField()

    def choices_made(self) -> dict[str, Any]:
        """Reason, words, version, and who was chosen to answer for what, by the thing."""
        chosen = self.cleaned_data
        keepers = {
            UUID(name.removeprefix(KEEPER_PREFIX)): UUID(member)
            for name, member in chosen.items()
            if name.startswith(KEEPER_PREFIX) and member
        }
        own = {"ground": chosen["ground"], "words": chosen["words"]}
        return {**own, "expected": chosen["version"], "keepers": keepers}


def build_close_form(lives: OpenItems, keepers: list[Member]) -> type[CaseCloseForm]:
    """The form with a field for each thing that goes on, or can."""
    choices = member_choices(keepers)
    asked = {
        f"{KEEPER_PREFIX}{one.id}": fields.SelectField(
            label=one.name,
            help_text=_("Who answers for it now?")
            if one.kind.fate == FateAtClosing.KEPT
            else _("It ends, unless you name somebody who answers for it."),
            choices=choices,
            required=one.kind.fate == FateAtClosing.KEPT,
        )
        for one in (*lives.goes_on, *lives.can_go_on)
    }
    return type("ClosingOfCase", (CaseCloseForm,), asked)


class ReasonForm(Form):
    """A reason."""

    words = form_field(Case, "hold", required=True)
    version = fields.VersionField()
