# SPDX-License-Identifier: EUPL-1.2
"""Scanning what was received, and tidying what a crash left behind; work for the background."""

from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_rows
from samvern.access.unit_of_work import Acting, log_act
from samvern.cases.documents.models import Document
from samvern.cases.documents.storage import FileMissing, list_stored_ids, read_file, remove_file
from samvern.cases.documents.uploads.clamd import ScannerError, ScanResult, scan_file
from samvern.cases.notices.domain import notify
from samvern.identity.sealing import KeyDestroyed, UnsealError

State = Document.State
AT_ONCE = 50
HOUR = 3600.0  # seconds


def scan_documents(*, acting: Acting) -> int:
    """Scan the waiting documents of an organisation; how many got a verdict.

    Where a scanner has been set up since, it looks at those received without one too. One that
    does not answer leaves a file where it is. Each file is read and its verdict written in units of
    work of their own: none is open while the scanner looks.
    """
    if not settings.CLAMD_ADDRESS:
        return 0
    with acting() as actor:
        waiting = _waiting(actor)
    scanned = 0
    with suppress(ScannerError):  # the others wait for the next round too
        for id in waiting:
            scanned += _scan(id, acting)
    return scanned


def _waiting(actor: Actor) -> list[UUID]:
    waiting = Document.objects.filter(
        state__in=(State.QUARANTINE, State.UNSCANNED),
        removed_at=None,
        case__organisation_id=actor.organisation_id,
    ).order_by("created_at")[:AT_ONCE]
    return list(waiting.values_list("pk", flat=True))


def _scan(id: UUID, acting: Acting) -> bool:
    try:
        with acting():
            content = read_file(id)
    except (FileMissing, KeyDestroyed, UnsealError):
        return False
    verdict = scan_file(content, settings.CLAMD_ADDRESS)
    with acting():
        return _record(id, verdict)


def _record(id: UUID, verdict: ScanResult) -> bool:
    """Write down a verdict; whether the file was still there."""
    state = State.CLEAN if verdict.clean else State.INFECTED
    kept = Document.objects.filter(pk=id, removed_at=None)
    if not kept.update(state=state, scanned_at=timezone.now()):
        return False
    document = Document.objects.get(pk=id)
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
