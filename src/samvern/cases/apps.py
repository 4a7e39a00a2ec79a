# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tables and walls of the room."""

    name = "samvern.cases"

    def ready(self) -> None:
        """Say what of the room, and of identity and access, can be alive on a case; count a
        person's age anew when a date of birth is recorded or set aside."""
        from samvern.access.living import register
        from samvern.cases import living
        from samvern.cases.domain.births import follow_claim
        from samvern.identity.domain import claims

        register(living.KINDS, living.STAYS)
        claims.CHANGED.append(follow_claim)
