# SPDX-License-Identifier: EUPL-1.2
"""Forms of documents."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.documents.models import Document
from samvern.cases.documents.uploads.file_kinds import FILE_KINDS

ENDINGS = ", ".join(f".{each}" for kind in FILE_KINDS.values() for each in sorted(kind.endings))


class DocumentForm(Form):
    """A file, and what it is called in the case."""

    file = fields.UploadField(
        label=_("File"),
        help_text=_("PDF, DOCX, XLSX, JPG, PNG, HEIC, MP4, M4A, TXT or EML. It is kept unaltered."),
    )
    title = form_field(
        Document, "title", help_text=_("Left empty, the file’s own name is used."), required=False
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["file"].widget.attrs["accept"] = ENDINGS


class UnscannedWarningForm(Form):
    """Opening a file nobody has scanned."""

    warned = fields.OptionalBooleanField(
        label=_("I know who it comes from, and open it on a machine with protection of its own."),
        required=True,
    )


class DocumentRemovalForm(Form):
    """Removing a document for good."""

    reason = form_field(
        Document,
        "removal",
        help_text=_("Stays in the case, so that others see what was here and why it is gone."),
        required=True,
    )
    sure = fields.OptionalBooleanField(
        label=_("I know that nobody can get it back."), required=True
    )
