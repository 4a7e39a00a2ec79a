# SPDX-License-Identifier: EUPL-1.2
"""Forms of the board."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.coordination.board.domain import SORTS, OrganisationCount, name_of_wait
from samvern.coordination.board.models import BoardRule, Reminder
from samvern.coordination.workflow import ANSWERS

SHOWN = [
    ("overdue", _("Late")),
    ("child", _("Children, and those who may be")),
    ("escalated", _("Escalated to us")),
]

WAYS = dict(
    zip(
        SORTS,
        (
            _("What needs you first"),
            _("Who has the case"),
            _("Longest held"),
            _("Next time limit"),
            _("Longest waiting"),
        ),
        strict=True,
    )
)


class BoardFilterForm(Form):
    """What of the board is wanted; sent with GET, so that it can be kept as a bookmark."""

    region = fields.SelectField(
        label=_("Region"), choices=[], empty=_("The whole country"), required=False
    )
    holder = fields.SelectField(
        label=_("Who has the case"), choices=[], empty=_("All"), required=False
    )
    need = fields.SelectField(
        label=_("What waits"), choices=[], empty=_("Whatever it is"), required=False
    )
    only = fields.SelectField(label=_("Only"), choices=SHOWN, empty=_("All"), required=False)
    sort = fields.SelectField(
        label=_("Order"),
        choices=list(WAYS.items())[1:],
        empty=_("What needs you first"),
        required=False,
    )

    def __init__(
        self, *args: Any, counts: Iterable[OrganisationCount], needs: Iterable[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        houses = list(counts)
        self._offer("region", sorted({(c.region, region_name(c.region)) for c in houses}))
        self._offer("holder", [(c.holder, c.holder) for c in houses if c.shows == "lines"])
        self._offer("need", sorted((code, name_of_wait(code)) for code in needs))

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = [*list(field.choices)[:1], *choices]


class BoardRuleForm(Form):
    """What the board shows of the organisation."""

    shows = fields.RadioField(
        label=_("What does the coordinators’ board show of us?"), choices=BoardRule.Shows.choices
    )


def region_name(region: str) -> str:
    """A region as people say it."""
    return str(_("National bodies")) if region == "national" else region


class ReminderForm(Form):
    """One of the fixed questions, to the holder or to the one that is waited for."""

    to = fields.RadioField(label=_("Who is asked?"), choices=[])
    text = fields.RadioField(
        label=_("What do you ask?"),
        choices=Reminder.Text.choices,
        help_text=_("Only these questions: nothing about a person is written here."),
    )

    def __init__(self, *args: Any, to: Iterable[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = list(to)  # type: ignore[attr-defined]


class ReminderAnswerForm(Form):
    """One of the fixed answers."""

    answer = fields.RadioField(label=_("What do you answer?"), choices=list(ANSWERS.items()))
