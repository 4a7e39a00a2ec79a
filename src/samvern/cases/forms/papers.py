# SPDX-License-Identifier: EUPL-1.2
"""Forms of notes and documents."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.intake.kinds import KINDS
from samvern.cases.models import Note

ENDINGS = ", ".join(f".{each}" for kind in KINDS.values() for each in sorted(kind.endings))


class NoteForm(Form):
    """A new note."""

    kind = fields.RadioField(
        label=_("What is it about?"), choices=Note.Kind.choices, initial=Note.Kind.CONVERSATION
    )
    happened_on = fields.NearDayField(label=_("When did it happen?"), initial=timezone.localdate)
    text = fields.TextField(
        label=_("What happened?"),
        help_text=_(
            "Write what you saw and heard, and what you think as your view. Never write where the"
            " person lives."
        ),
        limit=20_000,
        rows=10,
    )


class NoteChangeForm(NoteForm):
    """A note that is put right."""

    version = fields.VersionField()


class DocumentForm(Form):
    """A file, and what it is called in the case."""

    file = fields.UploadField(
        label=_("File"),
        help_text=_("PDF, DOCX, XLSX, JPG, PNG, HEIC, MP4, M4A, TXT or EML. It is kept unaltered."),
    )
    title = fields.LineField(
        label=_("What is it?"),
        required=False,
        help_text=_("Left empty, the file’s own name is used."),
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["file"].widget.attrs["accept"] = ENDINGS


class WarnedForm(Form):
    """Opening a file nobody has scanned."""

    warned = fields.TickField(
        label=_("I know who it comes from, and open it on a machine with protection of its own."),
        required=True,
    )


class RemovalForm(Form):
    """Removing a document for good."""

    reason = fields.TextField(
        label=_("Why is it removed?"),
        help_text=_("Stays in the case, so that others see what was here and why it is gone."),
        limit=1000,
        rows=3,
    )
    sure = fields.TickField(label=_("I know that nobody can get it back."), required=True)
