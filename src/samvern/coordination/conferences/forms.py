# SPDX-License-Identifier: EUPL-1.2
"""Forms of conferences."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.categories import SHAREABLE
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.consents.choices import Purpose
from samvern.coordination.conferences.models import Conference, Minutes, MinutesAnswer, PlanItem
from samvern.coordination.workflow import CANCELLED_BECAUSE, CANNOT_BECAUSE

MINUTES = _("%(n)d minutes")
LENGTHS = [(str(n), MINUTES % {"n": n}) for n in (30, 45, 60, 90, 120, 180)]
WHERE = _("For example a meeting room, or “video”. Never where the person lives.")


class TimeForm(Form):
    """When and where."""

    starts_at = fields.LocalDateTimeField(label=_("When does it begin?"))
    lasts = fields.SelectField(label=_("How long?"), choices=LENGTHS, coerce=int)
    where = form_field(Conference, "where", help_text=WHERE)


class ConferenceForm(TimeForm):
    """A new conference."""

    purpose = fields.SelectField(
        label=_("What is the conference for?"),
        choices=Purpose.choices,
        help_text=_("A share at the table must be for the same purpose, or for the common plan."),
    )
    person_id = fields.SelectField(
        label=_("Who is it about?"), choices=[], empty=_("Everybody in the case"), required=False
    )
    agenda = fields.MultiLineField(
        label=_("What is to be talked about?"),
        help_text=_(
            "Everybody who is invited reads this. Write no more than all of them may know."
        ),
        limit=2000,
        rows=4,
    )
    voice = fields.RadioField(
        label=_("How is the person heard?"),
        choices=Conference.Voice.choices,
        required=False,
        help_text=_("Needed for everybody who is a child, or may be one."),
    )
    voice_words = form_field(Conference, "voice")
    field_order = (
        "purpose", "person_id", "starts_at", "lasts", "where", "agenda", "voice", "voice_words",
    )  # fmt: skip

    def __init__(
        self, *args: Any, people: Mapping[UUID, str], heard: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        names = [(str(id), name) for id, name in people.items()]
        field: Any = self.fields["person_id"]
        field.choices = [*list(field.choices)[:1], *names]
        if len(people) == 1:
            del self.fields["person_id"]
            for name in ("voice", "voice_words"):
                self.fields[name].required = heard


class CancelForm(Form):
    """Why it is cancelled."""

    reason = fields.SelectField(label=_("Why?"), choices=list(CANCELLED_BECAUSE.items()))


class DeclineInvitationForm(Form):
    """Why she does not come."""

    reason = fields.SelectField(label=_("Why not?"), choices=list(CANNOT_BECAUSE.items()))


class InviteParticipantsForm(Form):
    """Who is asked."""

    keys = fields.CheckboxesField(label=_("Who is to come?"), choices=[])

    def __init__(self, *args: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keys"].choices = list(choices)  # type: ignore[attr-defined]


class ItemForm(Form):
    """One thing of the common plan."""

    what = form_field(PlanItem, "what")
    participant_id = fields.SelectField(label=_("Who does it?"), choices=[], coerce=UUID)
    due_on = fields.LocalDateField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, participants: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["participant_id"]
        field.choices = [*list(field.choices)[:1], *participants]


class MinutesForm(Form):
    """A section of the minutes."""

    text = form_field(Minutes, "text")
    version = fields.VersionField()


class MinutesAnswerForm(Form):
    """What somebody who was there says of the minutes."""

    verdict = fields.RadioField(
        label=_("Do the minutes say what was said?"),
        choices=[("agrees", _("Yes")), ("objects", _("No, I object"))],
    )
    words = form_field(MinutesAnswer, "words")

    def clean(self) -> dict[str, Any]:
        """An objection says to what."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("verdict") == "objects" and not found.get("words"):
            self.add_error("words", ValidationError(_("Say what you object to.")))
        return found


SECTIONS = [(each.value, each.label) for each in SHAREABLE]
