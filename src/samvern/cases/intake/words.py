# SPDX-License-Identifier: EUPL-1.2
"""Why a file does not come in, and what to do instead, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samvern.cases.intake.errors import Reason, Refusal

WORDS: dict[Reason, Promise] = {
    Reason.EMPTY: _("The file is empty. Choose another."),
    Reason.SIZE: _("The file is larger than 50 MB. Divide it, or save it in lower quality."),
    Reason.TYPE: _(
        "This kind of file cannot be kept here. Save it as PDF, DOCX, XLSX, JPG, PNG, HEIC, MP4, "
        "M4A, TXT or EML."
    ),
    Reason.NAME: _(
        "The name of the file says it is something else than it is. Give it its true ending and "
        "try again."
    ),
    Reason.BROKEN: _("The file is damaged. Save it again where it was made, and try again."),
    Reason.PROGRAM: _(
        "The file has a program in it, such as a macro or a script. Save it as a PDF without it."
    ),
    Reason.EXPANDS: _("The file unpacks to far more than it is, and is refused for safety."),
    Reason.NESTED: _("There are files within files within the file. Add them one by one."),
    Reason.PIXELS: _("The picture has too many pixels. Save it smaller."),
    Reason.PAGES: _("The document has too many pages. Divide it."),
    Reason.TWO_KINDS: _(
        "The file is two kinds of file at once, and is refused for safety. Open it where it was "
        "made, save it as a PDF, and try again."
    ),
    Reason.LOCKED: _(
        "The file is locked with a password, so it cannot be scanned. Save a copy without the lock."
    ),
}


def words_of(refusal: Refusal) -> Promise:
    """The sentence shown beside the field."""
    return WORDS[refusal.reason]
