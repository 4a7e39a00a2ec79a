# SPDX-License-Identifier: EUPL-1.2
"""The identity room as a Django application."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Tables of the room."""

    name = "samvern.identity"

    def ready(self) -> None:
        """Refuse to start with a sealed column that nobody declared."""
        from samvern.identity.sealing import require_declarations  # models are loaded only now

        require_declarations()
