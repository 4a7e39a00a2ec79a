# SPDX-License-Identifier: EUPL-1.2
"""What a keeper of key-encryption keys does. A further one implements this and is named in
``configured.py``; ``vault_keeper.py`` shows how little that is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

KEY_BYTES = 32


class KeeperError(Exception):
    """The keeper cannot be used or does not answer; shown as one line, exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A subject's key as it lies in the database, and the name of what wraps it."""

    keeper: str
    data: bytes = field(repr=False)


class KeyKeeper(Protocol):
    """Wraps and unwraps the keys of subjects, and gives the keys of blind indexes."""

    @property
    def current(self) -> str:
        """The name of what wraps new keys; a key wrapped under another name is due to re-wrap."""

    @property
    def mark(self) -> str:
        """``demo`` or ``production``: keys of one kind are refused by the other."""

    def wrap(self, key: bytes) -> Wrapped:
        """A subject's key wrapped under the current name.

        Raises:
            KeeperError: the keeper does not answer.
        """

    def unwrap(self, wrapped: Wrapped) -> bytes:
        """The subject's key.

        Raises:
            KeeperError: no such name here, a changed byte, or the keeper does not answer.
        """

    def index_key(self, field: str) -> bytes:
        """The 32-byte key of one blind index. It does not change when ``current`` does."""
