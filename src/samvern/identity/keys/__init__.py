# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the key that wraps all keys: a file, or a service that never lets go of it."""

from samvern.identity.keys.configured import open_keeper
from samvern.identity.keys.keeper import KeeperError, KeyKeeper, Wrapped

__all__ = ["KeeperError", "KeyKeeper", "Wrapped", "open_keeper"]
