# SPDX-License-Identifier: EUPL-1.2
"""The form of the helpline: in the order of a conversation, filled in with what is commonest."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.models import Case
from samvern.helpline.anonymity.domain import find_numbers, redact
from samvern.helpline.choices import (
    About,
    Advised,
    AgeGroup,
    Caller,
    Channel,
    Exploitation,
    NextStep,
    Region,
    Urgency,
)
from samvern.helpline.enquiries.models import Callback, Enquiry
from samvern.helpline.keeping.domain import words_kept
from samvern.helpline.languages import language_choices

DROP, KEEP = "drop", "keep"
STEPS = [each for each in NextStep.choices if each[0] != NextStep.CASE]


class NumbersForm(Form):
    """A form whose words are looked through for numbers: it warns, and whoever writes decides."""

    numbers = fields.RadioField(
        label=_("It looks like a number or an address somebody can be found by"),
        choices=[(DROP, _("Take it out")), (KEEP, _("Keep it: it points to nobody"))],
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not (self.is_bound and find_numbers(str(self.data.get(self.add_prefix("words"), "")))):
            del self.fields["numbers"]

    def clean(self) -> dict[str, Any]:
        """Take numbers out where that was chosen; ask where nothing was."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = given.pop("numbers", "")
        found = find_numbers(given.get("words", ""))
        if found and not chosen:
            self.add_error("numbers", ValidationError(gettext("Choose whether it is taken out.")))
        elif found and chosen == DROP:
            given["words"] = redact(given["words"], found)
        return given


class EnquiryForm(NumbersForm):
    """One contact. All is filled in but what was said: Enter anywhere saves it."""

    field_order = (
        "caller", "about", "language", "interpreter", "advice", "next_step", "words", "numbers",
        "word", "callback_at", "reach", "urgency", "channel", "age_group", "region", "forms",
    )  # fmt: skip
    caller = fields.RadioField(label=_("Who"), choices=Caller.choices, initial=Caller.SELF)
    about = fields.RadioField(label=_("About"), choices=About.choices, initial=About.POSSIBLE)
    language = fields.SelectField(
        label=_("Language"), choices=[], initial="nb", required=False,
        empty=_("Not known"),
    )  # fmt: skip
    interpreter = fields.OptionalBooleanField(label=_("An interpreter is needed"))
    advice = fields.CheckboxesField(
        label=_("Advice given"), choices=Advised.choices, required=False
    )
    next_step = fields.RadioField(label=_("Next step"), choices=STEPS, initial=NextStep.NONE)
    words = form_field(Enquiry, "words")
    word = fields.SingleLineField(
        label=_("A word to be known again by"),
        help_text=_(
            "The person chooses it, if she or he wants to. We do not keep the word itself."
        ),
        required=False,
        limit=60,
    )
    callback_at = fields.LocalDateTimeField(label=_("We call back at"), required=False)
    reach = form_field(
        Callback,
        "reach",
        help_text=_("Safe number, and what not to say. It is deleted when you have talked."),
    )
    urgency = fields.RadioField(
        label=_("How urgent"), choices=Urgency.choices, initial=Urgency.LATER
    )
    channel = fields.RadioField(label=_("Channel"), choices=Channel.choices, initial=Channel.PHONE)
    age_group = fields.RadioField(
        label=_("Age of the person it is about"),
        choices=AgeGroup.choices,
        initial=AgeGroup.UNKNOWN,
    )
    region = fields.SelectField(
        label=_("Part of the country"),
        choices=[each for each in Region.choices if each[0] != Region.UNKNOWN],
        empty=_("Not known"),
        empty_value=Region.UNKNOWN.value,
        required=False,
    )
    forms = fields.CheckboxesField(
        label=_("May be exploited in"), choices=Exploitation.choices, required=False
    )

    mixed = False
    """Everything that must be chosen is chosen beforehand, so no field says whether it must."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["caller"].widget.attrs["autofocus"] = True
        kept = gettext("No name and no number. It is deleted after %(days)d days.")
        self.fields["words"].help_text = kept % {"days": words_kept().days}
        choices = [("", gettext("Not known")), *language_choices()]
        self.fields["language"].choices = choices  # type: ignore[attr-defined]


class AddWordsForm(NumbersForm):
    """More of what was said."""

    words = fields.MultiLineField(label=_("Add what was said"), rows=3)


class CallbackForm(Form):
    """How a call went."""

    move = fields.RadioField(
        label=_("How did it go?"),
        choices=[
            ("done", _("We talked")),
            ("no_answer", _("No answer: we try again")),
            ("move", _("Another time")),
            ("unsafe", _("It was not safe to talk: we do not call again")),
            ("give_up", _("Give up")),
        ],
    )
    due_at = fields.LocalDateTimeField(
        label=_("When do we try again?"),
        help_text=_("Only for no answer and another time."),
        required=False,
    )


class FindByWordForm(Form):
    """The word a caller chose."""

    word = fields.SingleLineField(
        label=_("The word the caller chose"),
        help_text=_("Ask for it. Capital letters and spaces make no difference."),
        limit=60,
    )


class OpenCaseFromEnquiryForm(Form):
    """What a case opened from a contact is."""

    kind = fields.RadioField(
        label=_("Case type"), choices=Case.Kind.choices, initial=Case.Kind.ASSISTANCE
    )
    circle = fields.RadioField(
        label=_("Who in the house sees it?"),
        choices=Case.Visibility.choices,
        initial=Case.Visibility.TEAM,
    )
