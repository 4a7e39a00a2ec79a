# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tables and walls of the room."""

    name = "samvern.cases"

    def ready(self) -> None:
        """Say what of the room, and of identity and access, can be alive on a case; count a
        person's age anew when a date of birth is recorded or set aside."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.closing import closable_kinds as living
        from samvern.cases.facts.recount import follow_birth_date_claim
        from samvern.identity.claims import domain as claims

        register_kinds(living.CLOSABLE_KINDS, living.TABLES_WITHOUT_CLOSING)
        claims.CHANGE_LISTENERS.append(follow_birth_date_claim)
