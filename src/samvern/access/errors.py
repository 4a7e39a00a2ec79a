# SPDX-License-Identifier: EUPL-1.2
"""What domain functions raise. A refusal is never told apart from an absence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import Http404
from django.utils.translation import gettext as _


class NotFound(Http404):
    """There is no such thing, or it is none of the actor's business: the answer is the same."""

    def __init__(self, noun: str, id: UUID | str | None = None) -> None:
        super().__init__(noun)
        self.noun = noun
        self.id = id


class Conflict(Exception):
    """Somebody else saved the same thing in the meantime.

    ``current`` is the row as it is now.
    """

    def __init__(self, current: Any) -> None:
        super().__init__(f"{type(current).__name__} was changed by somebody else")
        self.current = current


class Rejected(ValidationError):
    """What was asked cannot be done now; the text says why and what to do. Shown in the form."""


class LegalBasisLost(Rejected):
    """The consent that something was to rest on does not hold: taken back a moment ago, perhaps."""


class RateLimited(Exception):
    """The actor's allowance for this act is used up for now."""

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class ReauthenticationRequired(Exception):
    """The act needs a sign-in of the last minutes; the answer sends the actor there and back."""


CASE_CLOSED = "SV423"
"""What the database answers when something would be opened on a closed case."""


SHUT_OUT = "SV411"
"""What it answers when somebody who is shut out of a case would be put on it, or the reverse."""
NO_LEGAL_BASIS = "SV410"
"""What the database answers when nothing carries a share or a referral, such as a consent that was
taken back a moment ago."""
ORGANISATION_CLOSED = "SV412"
"""What it answers when something is given to an organisation that was closed a moment ago."""

NEVER_SIGNED_IN = "SV412"
"""What it answers when a case, or part of one, would be given to somebody who never signed in."""
NEVER_SAID = "has never signed in"
"""What tells it from :data:`ORGANISATION_CLOSED`, which has the same code."""
LAST_LEADER = "SV424"
"""What it answers when no leader would be left who can open a case."""


def rejection_from(error: Exception) -> Rejected | None:
    """A refusal as it is, also the database's, where somebody closed the case or took the consent
    back a moment ago."""
    if isinstance(error, Rejected):
        return error
    code = getattr(error.__cause__, "sqlstate", "")
    if code == CASE_CLOSED:
        return Rejected(_("The case it belongs to is closed. Nothing more is done with it."))
    if code == NO_LEGAL_BASIS:
        return LegalBasisLost(_("The consent does not hold any more. Choose another basis."))
    if code == NEVER_SIGNED_IN and str(error.__cause__).split("\n")[0].endswith(NEVER_SAID):
        return Rejected(_("She or he has never signed in. Choose another."))
    if code == LAST_LEADER:
        return Rejected(
            _(
                "No leader would be left who can open a case. Other leaders are shut out of it."
                " Have another leader take this place first."
            )
        )
    if code == ORGANISATION_CLOSED:
        return Rejected(_("The organisation does not use Samvern any more. Choose another."))
    if code == SHUT_OUT:
        return Rejected(_("Somebody else has changed it. Read it again and decide anew."))
    return None


@contextmanager
def rejections_of_the_database() -> Iterator[None]:
    """Raise a refusal of the database as :class:`Rejected`; what was begun within is undone.

    Raises:
        Rejected: the case or the receiving organisation is closed, or the consent does not hold.
    """
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if refused := rejection_from(error):
            raise refused from error
        raise
