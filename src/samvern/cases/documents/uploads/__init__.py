# SPDX-License-Identifier: EUPL-1.2
"""Receiving documents: what a file really is decides whether it may come in.

Pure: no database, no settings. What comes in is kept to the byte, as it may be evidence.
"""

from samvern.cases.documents.uploads.errors import Fetched, RejectionReason, UploadRejected
from samvern.cases.documents.uploads.judging import receive_upload
from samvern.cases.documents.uploads.validation import LARGEST, AcceptedUpload, accept_upload

__all__ = [
    "LARGEST",
    "AcceptedUpload",
    "Fetched",
    "RejectionReason",
    "UploadRejected",
    "accept_upload",
    "receive_upload",
]
