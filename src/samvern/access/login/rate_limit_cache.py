# SPDX-License-Identifier: EUPL-1.2
"""Counters of tries in PostgreSQL, so that every process counts the same ones.

Part of the request's transaction: two tries on one name wait for each other, so none is lost.
Values are JSON: Django's own table cache unpickles what it finds, which runs code for whoever can
write the table. The application reaches this one only by key.
"""

import hashlib
import json
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from samvern.access.gate import fetch_value


class DatabaseCounterCache(BaseCache):
    """Django's cache, for small values that must be shared and may be lost."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless there is one; whether it was kept."""
        return self._write(key, value, timeout, version, only_new=True)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value, or the default."""
        found = fetch_value("read_counter", self._key(key, version))
        return default if found is None else json.loads(found)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value."""
        self._write(key, value, timeout, version, only_new=False)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; whether there was one."""
        return bool(fetch_value("drop_counter", self._key(key, version)))

    def _write(
        self, key: str, value: Any, timeout: Any, version: int | None, *, only_new: bool
    ) -> bool:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        values = (self._key(key, version), json.dumps(value), seconds, only_new)
        return bool(fetch_value("write_counter", *values))

    def _key(self, key: str, version: int | None) -> bytes:
        return hashlib.sha256(self.make_key(key, version).encode()).digest()
