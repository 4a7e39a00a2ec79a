# SPDX-License-Identifier: EUPL-1.2
"""Which keeper the settings ask for, opened once for the life of the process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from samvern.identity.keys.file_keeper import FileKeeper
from samvern.identity.keys.keeper import KeeperError, KeyKeeper
from samvern.identity.keys.vault_keeper import VaultKeeper


def open_keeper() -> KeyKeeper:
    """The keeper of this installation: Vault where ``VAULT_ADDRESS`` is set, else ``KEY_FILE``.

    Raises:
        KeeperError: none is set, it cannot be used, or its keys are those of another world.
    """
    vault = str(getattr(settings, "VAULT_ADDRESS", ""))
    if not (vault or settings.KEY_FILE):
        raise KeeperError("SAMVERN_KEYS is not set; make a file of keys with: samvern keys make")
    token_file = str(getattr(settings, "VAULT_TOKEN_FILE", ""))
    return _opened(vault, token_file, str(settings.KEY_FILE), bool(settings.PRODUCTION))


@lru_cache(maxsize=4)
def _opened(vault: str, token_file: str, key_file: str, production: bool) -> KeyKeeper:
    keeper: KeyKeeper
    keeper = VaultKeeper(vault, Path(token_file)) if vault else FileKeeper(Path(key_file))
    if (keeper.mark == "production") is not production:
        where = "production" if production else "demo and test"
        raise KeeperError(f"the keys are marked {keeper.mark!r} and are not used in {where}")
    return keeper
