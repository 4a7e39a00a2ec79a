# SPDX-License-Identifier: EUPL-1.2
"""Key-encryption keys in HashiCorp Vault (or OpenBao): they never leave it.

The transit engine wraps with ``POST /v1/<mount>/encrypt/<name>``, unwraps with ``…/decrypt/…``
and derives index keys with ``…/hmac/<name>-index/sha2-256``; rotation there is
``vault write -f transit/keys/<name>/rotate``. Needs a token with these rights and ``read`` on
the key. The address (``VAULT_ADDRESS``) is ``https://host:8200/transit/samvern``; the token comes
from the file ``VAULT_TOKEN_FILE`` names, as Vault Agent keeps it, read anew for each call.
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import ssl
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from samvern.identity.keys.keeper import KEY_BYTES, KeeperError, Wrapped

_SECONDS = 5.0
_VERSIONED = re.compile(r"vault:(v\d+):[A-Za-z0-9+/=]+")
_LONGEST_ANSWER = 65536


class VaultKeeper:
    """A transit key of Vault. Its name and version stand in ``Wrapped.keeper``.

    Raises:
        KeeperError: the address is not one, or Vault does not know the key.
    """

    mark = "production"

    def __init__(self, address: str, token_file: Path) -> None:
        parts = urlsplit(address)
        mount, _, name = parts.path.strip("/").rpartition("/")
        if parts.scheme not in ("https", "http") or not (parts.hostname and mount):
            raise KeeperError("the address of Vault must look like https://host:8200/transit/key")
        if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1"):
            raise KeeperError("Vault on another machine must be reached by https")
        self._parts, self._mount, self._name = parts, mount, name
        self._token_file = token_file
        latest = self._ask("GET", f"keys/{name}", None).get("latest_version")
        self.current = f"vault:{name}:v{latest}"
        self.index_key = lru_cache(maxsize=64)(self._index_key)

    def wrap(self, key: bytes) -> Wrapped:
        """See ``KeyKeeper``."""
        body = {"plaintext": base64.b64encode(key).decode()}
        text = str(self._ask("POST", f"encrypt/{self._name}", body).get("ciphertext"))
        if not (found := _VERSIONED.fullmatch(text)):
            raise KeeperError("Vault answered with something that is no ciphertext")
        return Wrapped(f"vault:{self._name}:{found[1]}", text.encode())

    def unwrap(self, wrapped: Wrapped) -> bytes:
        """See ``KeyKeeper``."""
        if not wrapped.keeper.startswith(f"vault:{self._name}:"):
            raise KeeperError(
                f"Vault's key {self._name!r} did not wrap what {wrapped.keeper!r} did"
            )
        body = {"ciphertext": wrapped.data.decode("ascii", "replace")}
        text = self._ask("POST", f"decrypt/{self._name}", body).get("plaintext")
        key = base64.b64decode(str(text))
        if len(key) != KEY_BYTES:
            raise KeeperError("Vault answered with something that is no key")
        return key

    def _index_key(self, field: str) -> bytes:
        text = base64.b64encode(b"samvern blind index " + field.encode()).decode()
        # The version is fixed: a rotation of that key must not change every index.
        body: dict[str, str | int] = {"input": text, "key_version": 1}
        answer = self._ask("POST", f"hmac/{self._name}-index/sha2-256", body)
        return base64.b64decode(str(answer.get("hmac")).rpartition(":")[2])

    def _ask(self, method: str, path: str, body: Mapping[str, str | int] | None) -> dict[str, Any]:
        """Vault's ``data``; its errors without what was sent."""
        connection = self._connection()
        try:
            token = self._token_file.read_text().strip()
            connection.request(
                method,
                f"/v1/{self._mount}/{path}",
                json.dumps(body) if body else None,
                {"X-Vault-Token": token, "Content-Type": "application/json"},
            )
            answer = connection.getresponse()
            content = answer.read(_LONGEST_ANSWER)
            if answer.status != 200:
                raise KeeperError(f"Vault answered {answer.status} to {path.split('/')[0]}")
            return dict(json.loads(content)["data"])
        except (OSError, http.client.HTTPException) as error:
            raise KeeperError(f"Vault does not answer: {type(error).__name__}") from error
        except (ValueError, KeyError, TypeError):
            raise KeeperError("Vault answered with something that cannot be read") from None
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port or 8200
        if self._parts.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=_SECONDS)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=_SECONDS, context=context)
