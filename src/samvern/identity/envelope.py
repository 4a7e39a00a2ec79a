# SPDX-License-Identifier: EUPL-1.2
"""The envelope a value lies in: opened with the subject's key, in the place it was sealed for.

Field, subject, row and key version are what the value is bound to (``common.sealed_box``), so one
moved to another row, field or person does not open.
"""

import secrets
from dataclasses import dataclass
from uuid import UUID

from samvern.common import sealed_box
from samvern.identity.keys.keeper import KEY_BYTES


@dataclass(frozen=True, slots=True)
class SealedPlace:
    """Where a value belongs, and so the only place it opens in."""

    field: str
    subject: UUID
    row: UUID
    version: int

    def bound_to(self) -> bytes:
        """The place in bytes.

        Raises:
            ValueError: a field name with a colon, with which two places could read the same.
        """
        if ":" in self.field:
            raise ValueError(f"{self.field!r} cannot name a field: it holds a colon")
        return f"{self.field}:{self.subject}:{self.row}:{self.version}".encode()


def new_key() -> bytes:
    """A random key for one subject."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, place: SealedPlace, value: bytes) -> bytes:
    """``value`` so that only ``key`` opens it, and only at ``place``."""
    return sealed_box.seal(key, value, place.bound_to())


def unseal(key: bytes, place: SealedPlace, sealed: bytes) -> bytes:
    """What was sealed with ``key`` at ``place``.

    Raises:
        UnsealError: another key or place, a changed byte, or a layout not known here.
    """
    bound = place.bound_to()
    return sealed_box.unseal(key, sealed, bound, bound_unpadded=bound)
