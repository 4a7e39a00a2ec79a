# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tables and walls of the room."""

    name = "samvern.cases"

    def ready(self) -> None:
        """Say what of the room, and of identity and access, can be alive on a case."""
        from samvern.access.living import register
        from samvern.cases import living

        register(living.KINDS, living.STAYS)
