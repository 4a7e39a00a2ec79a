# SPDX-License-Identifier: EUPL-1.2
"""Scanning what was received, and tidying what a crash left behind; work for the background."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_rows
from samvern.access.unit_of_work import log_act
from samvern.cases.documents.models import Document
from samvern.cases.documents.storage import FileMissing, list_stored_ids, read_file, remove_file
from samvern.cases.documents.uploads.clamd import ScannerError, scan_file
from samvern.cases.notices.domain import notify
from samvern.identity.sealing import KeyDestroyed, UnsealError

State = Document.State
AT_ONCE = 50
HOUR = 3600.0  # seconds


def scan_documents(*, actor: Actor) -> int:
    """Scan the waiting documents of the actor's organisation; how many got a verdict.

    Where a scanner has been set up since, it looks at those received without one too. One that
    does not answer leaves a file where it is.
    """
    if not settings.CLAMD_ADDRESS:
        return 0
    waiting = Document.objects.filter(
        state__in=(State.QUARANTINE, State.UNSCANNED),
        removed_at=None,
        case__organisation_id=actor.organisation_id,
    ).order_by("created_at")[:AT_ONCE]
    return sum(_scan(document) for document in waiting)


def _scan(document: Document) -> bool:
    try:
        verdict = scan_file(read_file(document.pk), settings.CLAMD_ADDRESS)
    except (ScannerError, FileMissing, KeyDestroyed, UnsealError):
        return False
    state = State.CLEAN if verdict.clean else State.INFECTED
    Document.objects.filter(pk=document.pk, removed_at=None).update(
        state=state, scanned_at=timezone.now()
    )
    log_act("document.scan", case=document.case_id, object=document.pk, found=verdict.signature)
    if not verdict.clean:
        _tell(document)
    return True


def _tell(document: Document) -> None:
    notify(
        document.created_by_id,
        "document-infected",
        f"document-infected:{document.pk}",
        case_id=document.case_id,
    )


def sweep_files() -> int:
    """Remove files no document stands for: a crash came between the two; how many.

    Those of the last hour are left: their documents may be about to be saved.
    """
    stored = list(list_stored_ids(older_than=HOUR))
    kept: set[UUID] = {id for (id,) in fetch_rows("documents_kept", stored)}
    left = [id for id in stored if id not in kept]
    for id in left:
        remove_file(id)
    return len(left)
