# SPDX-License-Identifier: EUPL-1.2
"""Acting as a member of the demonstration; never in production."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings

from samvern.access.actor import Actor
from samvern.access.gate import close_session, new_token, open_session
from samvern.access.unit_of_work import acting, unit_of_work_for


def refuse_production() -> None:
    """Invented people belong in demonstrations and tests.

    Raises:
        PermissionError: this is production.
    """
    if settings.PRODUCTION:
        raise PermissionError("the cast is for demonstration and tests; this is production")


@contextmanager
def as_member(member: UUID) -> Iterator[Actor]:
    """One piece of work as a member, with a token that ends with it."""
    token = new_token()
    with unit_of_work_for(""):
        open_session(member_id=member, token=token)
    with acting(token) as actor:
        yield actor
    with unit_of_work_for(""):
        close_session(token)
