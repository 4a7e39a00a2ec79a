# SPDX-License-Identifier: EUPL-1.2
"""Forms of notes and documents."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.notes.models import Note


class NoteForm(Form):
    """A new note."""

    kind = fields.RadioField(
        label=_("What is it about?"), choices=Note.Kind.choices, initial=Note.Kind.CONVERSATION
    )
    happened_on = fields.LocalDateField(label=_("When did it happen?"), initial=timezone.localdate)
    text = form_field(
        Note,
        "text",
        help_text=_(
            "Write what you saw and heard, and what you think as your view. Never write where the"
            " person lives."
        ),
    )


class NoteChangeForm(NoteForm):
    """A note that is put right."""

    version = fields.VersionField()
