# SPDX-License-Identifier: EUPL-1.2
"""What somebody is writing, kept while she writes: hers alone, sealed, gone in a week.

A key names the form, and the case and the row it is about: ``note``, ``note:<case>`` or
``note:<case>:<row>``. With a case the draft is sealed with the case's key, so it is lost to her
with the case, and erased with it. Without one it is sealed with a key of the server and hers.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access import purpose_keys
from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.forms import Form, form_from_draft
from samvern.access.unit_of_work import log_act
from samvern.cases.drafts.models import Draft
from samvern.common import sealed_box
from samvern.common.sealed_box import UnsealError
from samvern.identity.sealing import open_field, set_sealed

UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
KEY = re.compile(rf"([a-z][a-z_]{{0,39}})(?::({UUID_FORM}))?(?::({UUID_FORM}))?")
KEPT_FOR = timedelta(days=7)
MOST_DRAFTS = 100_000
"""Characters of a draft."""
LEFT_OUT = ("csrfmiddlewaretoken",)
AnyForm = TypeVar("AnyForm", bound=Form)


class SavedDraft(NamedTuple):
    """What was typed in each field, and when it was kept."""

    typed: dict[str, list[str]]
    at: Any


def save_draft(*, actor: Actor, key: str, typed: Mapping[str, list[str]]) -> None:
    """Keep what is typed in place of what was kept before.

    Raises:
        NotFound: there is no such form, or the case is none of the actor's business.
        Rejected: it is too long.
    """
    case_id = _case_of(key)
    content = {name: values for name, values in typed.items() if name not in LEFT_OUT}
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > MOST_DRAFTS:
        raise Rejected(_("This is too long to be kept as a draft."))
    mine = Draft.objects.filter(member_id=actor.member_id)
    mine.filter(changed_at__lt=_oldest()).delete()
    draft, is_new = mine.get_or_create(
        form=key,
        defaults={"member_id": actor.member_id, "case_id": case_id, "content_sealed": b""},
    )
    _seal(draft, text)
    draft.save(update_fields=["content_sealed", "changed_at"])
    if is_new:
        log_act("draft.keep", case=case_id, object=draft.pk)


def read_draft(*, actor: Actor, key: str) -> SavedDraft | None:
    """What was kept under the key, if anything was."""
    _case_of(key)
    draft = Draft.objects.filter(
        member_id=actor.member_id, form=key, changed_at__gte=_oldest()
    ).first()
    if draft is None:
        return None
    try:
        return SavedDraft(json.loads(_unseal(draft)), draft.changed_at)
    except UnsealError:
        return None


def discard_draft(*, actor: Actor, key: str) -> None:
    """Forget what was kept, because it is saved or not wanted."""
    Draft.objects.filter(member_id=actor.member_id, form=key).delete()


def form_with_draft(
    form: Callable[..., AnyForm], *, actor: Actor, key: str, data: Any = None, **options: Any
) -> AnyForm:
    """A form that keeps what is typed, and shows what was kept until it is sent."""
    kept = read_draft(actor=actor, key=key) if data is None else None
    made = form_from_draft(form, kept.typed if kept else None, data=data, **options)
    made.draft = key
    made.draft_saved_at = kept.at if kept else None
    return made


def _case_of(key: str) -> UUID | None:
    found = KEY.fullmatch(key)
    if found is None:
        raise NotFound("draft")
    return UUID(found[2]) if found[2] else None


def _oldest() -> Any:
    return timezone.now() - KEPT_FOR


def _seal(draft: Draft, text: str) -> None:
    if draft.case_id:
        set_sealed(draft, content=text)
    else:
        key = _own_key(draft)
        draft.content_sealed = sealed_box.seal(key, text.encode(), draft.pk.bytes)


def _unseal(draft: Draft) -> str:
    if draft.case_id:
        return open_field(draft, "content")
    return sealed_box.unseal(_own_key(draft), bytes(draft.content_sealed), draft.pk.bytes).decode()


def _own_key(draft: Draft) -> bytes:
    return purpose_keys.derive_key(
        purpose_keys.server_key("draft") + draft.member_id.bytes, "draft"
    )
