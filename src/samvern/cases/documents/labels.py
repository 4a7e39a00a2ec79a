# SPDX-License-Identifier: EUPL-1.2
"""Why a file does not come in, said to the one who sends it, with what to do instead."""

from django.conf import settings
from django.utils.translation import gettext as _

from samvern.cases.documents.uploads import Fetched, RejectionReason, UploadRejected

MEGABYTE = 1 << 20


def refusal_text(refusal: UploadRejected) -> str:
    """The refusal in words."""
    reason = refusal.reason
    if reason is RejectionReason.SIZE:
        return _("The file is larger than %(most)d MB. Make it smaller, or divide it.") % {
            "most": settings.DOCUMENT_BYTES // MEGABYTE
        }
    if reason is RejectionReason.FETCHES:
        return _(
            "The document fetches something when it is opened: %(what)s. Whoever put it there can"
            " see that you open it, when and from where. Save it as a PDF where you got it, without"
            " updating links, and send that."
        ) % {"what": _fetched().get(refusal.detail, _("a part from elsewhere"))}
    return str(_texts()[reason])


def _fetched() -> dict[str, str]:
    return {
        Fetched.FILE: _("a picture, a template or another part from the net"),
        Fetched.FIELD: _("a field that brings in another file or program (DDE)"),
        Fetched.QUERY: _("a query of the web or of a database"),
        Fetched.WORKBOOK: _("values from another workbook"),
        Fetched.ADDRESS: _("an address that opens by itself"),
    }


def _texts() -> dict[RejectionReason, str]:
    return {
        RejectionReason.EMPTY: _("The file is empty. Check that you chose the right one."),
        RejectionReason.TYPE: _(
            "This kind of file cannot be kept here. Use PDF, DOCX, XLSX, JPG, PNG, HEIC, MP4, M4A,"
            " TXT or EML."
        ),
        RejectionReason.NAME: _(
            "The name says one kind of file and the content is another. Give it the right ending."
        ),
        RejectionReason.BROKEN: _(
            "The file is damaged or cut off. Get it again from where it came."
        ),
        RejectionReason.PROGRAM: _(
            "The file is or holds a program or macros. Save it without them."
        ),
        RejectionReason.EXPANDS: _(
            "The file unpacks to far more than it is. Save it again as a PDF."
        ),
        RejectionReason.NESTED: _(
            "There are too many files inside the file. Send them one by one."
        ),
        RejectionReason.PIXELS: _("The picture has too many pixels. Make it smaller."),
        RejectionReason.PAGES: _("The file has too many pages. Divide it."),
        RejectionReason.TWO_KINDS: _(
            "The file is two kinds of file in one. Save it again as a PDF."
        ),
        RejectionReason.LOCKED: _("The file is protected by a password. Save it without one."),
        RejectionReason.BUSY: _(
            "Other files are being checked just now, so yours did not get its turn. Nothing is"
            " wrong with it. Wait a minute and send it again."
        ),
    }
