# SPDX-License-Identifier: EUPL-1.2
"""Judging an upload in a process of its own: one budget of memory and time for all its parsers."""

from __future__ import annotations

import json
from pathlib import Path

from samvern.cases.documents.uploads import inspection
from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected
from samvern.cases.documents.uploads.validation import LARGEST, AcceptedUpload

_PROGRAM = Path(__file__).with_name("judge.py")


def receive_upload(
    content: bytes,
    name: str,
    *,
    largest: int = LARGEST,
    megabytes: int = inspection.MEGABYTES,
    processor_seconds: int = inspection.PROCESSOR_SECONDS,
) -> AcceptedUpload:
    """Whether a file may come in, as ``accept_upload`` says it, within the budget of one upload.

    Raises:
        UploadRejected: it may not, judging it takes more than the budget, or others are before it.
        InspectionError: the program does not start or has a fault.
    """
    if not content:
        raise UploadRejected(RejectionReason.EMPTY)
    if len(content) > largest:
        raise UploadRejected(RejectionReason.SIZE, f"{len(content)} bytes, at most {largest}")
    given = json.dumps(name).encode() + b"\n" + content
    said = inspection.run_alone(_PROGRAM, [megabytes, processor_seconds], given)
    found = json.loads(said)
    if "accepted" in found:
        return AcceptedUpload(**found["accepted"])
    raise UploadRejected(RejectionReason(found["reason"]), found["detail"])
