# SPDX-License-Identifier: EUPL-1.2
"""Acting for an organisation in the background."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import close_session, fetch_rows, new_token, open_session
from samvern.access.unit_of_work import acting

LONGEST = timedelta(minutes=15)


def list_service_members() -> list[UUID]:
    """The member that jobs act as, for each active organisation."""
    return [member for (member,) in fetch_rows("services")]


@contextmanager
def acting_as_service(service: UUID, purpose: str, categories: Sequence[str]) -> Iterator[Actor]:
    """One piece of work as an organisation's service member; the session ends with it.

    Args:
        service: the member, from :func:`services`.
        purpose: the name of the job; it stands with the session.
        categories: the categories of data the job may reach; nothing else opens.

    Raises:
        PermissionError: the organisation is no longer active, or the gate's key is another.
    """
    token = new_token()
    with transaction.atomic():
        open_session(
            member_id=service,
            token=token,
            until=timezone.now() + LONGEST,
            purpose=purpose,
            categories=categories,
        )
    try:
        with acting(token) as actor:
            yield actor
    finally:
        with transaction.atomic():
            close_session(token)
