# SPDX-License-Identifier: EUPL-1.2
"""Why a file does not come in, said to the one who sends it, with what to do instead."""

from django.conf import settings
from django.utils.translation import gettext as _

from samvern.cases.intake import Reason, Refusal

MEGA = 1 << 20


def said_of(refusal: Refusal) -> str:
    """The refusal in words."""
    reason = refusal.reason
    if reason is Reason.SIZE:
        return _("The file is larger than %(most)d MB. Make it smaller, or divide it.") % {
            "most": settings.DOCUMENT_BYTES // MEGA
        }
    return str(_texts()[reason])


def _texts() -> dict[Reason, str]:
    return {
        Reason.EMPTY: _("The file is empty. Check that you chose the right one."),
        Reason.TYPE: _(
            "This kind of file cannot be kept here. Use PDF, DOCX, XLSX, JPG, PNG, HEIC, MP4, M4A,"
            " TXT or EML."
        ),
        Reason.NAME: _(
            "The name says one kind of file and the content is another. Give it the right ending."
        ),
        Reason.BROKEN: _("The file is damaged or cut off. Get it again from where it came."),
        Reason.PROGRAM: _("The file is or holds a program or macros. Save it without them."),
        Reason.EXPANDS: _("The file unpacks to far more than it is. Save it again as a PDF."),
        Reason.NESTED: _("There are too many files inside the file. Send them one by one."),
        Reason.PIXELS: _("The picture has too many pixels. Make it smaller."),
        Reason.PAGES: _("The file has too many pages. Divide it."),
        Reason.TWO_KINDS: _("The file is two kinds of file in one. Save it again as a PDF."),
        Reason.LOCKED: _("The file is protected by a password. Save it without one."),
    }
