# SPDX-License-Identifier: EUPL-1.2
"""Documents: received as they are, sealed with a key of their own, handed out only as files."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import REFUSED, log_act, log_read
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case, get_case_record, get_working_case
from samvern.cases.documents.labels import refusal_text
from samvern.cases.documents.models import Document
from samvern.cases.documents.storage import FileMissing, read_file, remove_file, write_file
from samvern.cases.documents.uploads import UploadRejected, receive_upload
from samvern.identity.sealing import (
    KeyDestroyed,
    UnsealError,
    create_key,
    load_keys,
    open_field,
    seal_fields,
    set_sealed,
    shred_key,
)

State = Document.State
READABLE_STATES = (State.CLEAN, State.UNSCANNED)
UNFIT = re.compile(r"[^\w .,()-]+")
LONGEST_NAME = 80


@dataclass(frozen=True)
class DocumentEntry:
    """A document with its title opened."""

    row: Document
    title: str
    by: str
    removal: str

    @property
    def opens(self) -> bool:
        """Whether it can be fetched at all."""
        return self.row.removed_at is None and self.row.state in READABLE_STATES


def list_documents(case: Case) -> list[DocumentEntry]:
    """The documents of a case, the latest first; removed ones stay in the list with the reason."""
    rows = list(Document.objects.filter(case=case).select_related("created_by"))
    load_keys([case.pk])
    return [decrypt_document(row) for row in rows]


def decrypt_document(row: Document) -> DocumentEntry:
    """A document with its title, and why it was removed if it was."""
    title = open_field(row, "title")
    reason = open_field(row, "removal")
    return DocumentEntry(row, title, row.created_by.name, reason)


def add_document(
    *, actor: Actor, case: Case, content: bytes, name: str, title: str = ""
) -> Document:
    """Receive a file. Nobody opens it before it is scanned; without a scanner, only when warned.

    Args:
        content: every byte as it came; kept unaltered, as it may be evidence.
        name: what it was called where it came from.
        title: what the case calls it; else its name without the ending.

    Raises:
        Rejected: the case is closed, or the file may not come in; says why.
    """
    get_working_case(actor, case.pk)
    try:
        found = receive_upload(content, name, largest=settings.DOCUMENT_BYTES)
    except UploadRejected as refusal:
        why = refusal.reason.value
        log_act("document.refuse", case=case.pk, outcome=REFUSED, reason=why)
        raise Rejected({"file": refusal_text(refusal)}) from refusal
    id = uuid4()
    create_key(actor=actor, subject_id=id, case_id=case.pk)
    called = title.strip() or found.title or _("Without a name")
    document = Document(
        id=id,
        case=case,
        created_by_id=actor.member_id,
        media_type=found.media_type,
        extension=found.extension,
        size=found.size,
        sha256=found.sha256,
        state=State.QUARANTINE if settings.CLAMD_ADDRESS else State.UNSCANNED,
    )
    set_sealed(document, title=called)
    document.save(force_insert=True)
    write_file(id, content)
    log_act("document.add", case=case.pk, object=id, sha256=found.sha256, size=found.size)
    return document


def get_document(actor: Actor, case_id: UUID, id: UUID) -> Document:
    """A document of a case the actor may see.

    Raises:
        NotFound: there is none.
    """
    get_case(actor, case_id)
    return get_case_record(Document, case_id, id)


def fetch_document(*, actor: Actor, document: Document, warned: bool = False) -> tuple[str, bytes]:
    """The name a document is saved under, and every byte as it was received.

    Args:
        actor: who fetches it; it counts against her allowance.
        document: one she may see.
        warned: whether she has said that she opens one nobody has scanned.

    Raises:
        Rejected: it waits for the scanner, malware was found, or she has to be warned first.
        NotFound: it was removed, or its file is gone.
        RateLimited: she has fetched more than her work should need.
    """
    if document.removed_at is not None:
        raise NotFound("document", document.pk)
    if document.state not in READABLE_STATES:
        raise Rejected(_why_shut(document))
    if document.state == State.UNSCANNED and not warned:
        raise Rejected(
            _("No scanner has looked at this file. Read the warning before you open it.")
        )
    consume_quota("document.fetch", about=document.pk)
    log_read("document.fetch", case=document.case_id, object=document.pk, rows=1, warned=warned)
    try:
        content = read_file(document.pk)
    except (FileMissing, KeyDestroyed, UnsealError) as error:
        raise NotFound("file", document.pk) from error
    return file_name(decrypt_document(document)), content


def remove_document(*, actor: Actor, document: Document, reason: str) -> None:
    """Destroy a document's key and file. That it was there, and why it is not, is kept.

    Raises:
        NotFound: it was removed already.
        Rejected: the case is closed, or under a legal hold.
    """
    case = get_working_case(actor, document.case_id)
    if case.held_at is not None:
        raise Rejected(_("A legal hold stands on the case. Nothing in it is removed."))
    changed = Document.objects.filter(pk=document.pk, removed_at=None).update(
        removed_at=timezone.now(),
        removed_by_id=actor.member_id,
        **seal_fields(document, removal=reason),
    )
    if not changed:
        raise NotFound("document", document.pk)
    shred_key(actor=actor, subject_id=document.pk, case_id=case.pk)
    log_act("document.remove", case=case.pk, object=document.pk)
    transaction.on_commit(lambda: remove_file(document.pk))


def file_name(paper: DocumentEntry) -> str:
    """A name no system stumbles over: letters, digits, and the ending the content has."""
    plain = UNFIT.sub(" ", paper.title).strip(" .")
    ending = f".{paper.row.extension}" if paper.row.extension else ""
    stem = " ".join(plain.split()).removesuffix(ending)[:LONGEST_NAME].strip(" .")
    return (stem or "document") + ending


def _why_shut(document: Document) -> str:
    if document.state == State.INFECTED:
        return _("Malware was found in this file. It stays locked; remove it, or ask for help.")
    return _("The file is waiting to be scanned. Try again in a few minutes.")
