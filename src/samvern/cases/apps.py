# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tables of the room."""

    name = "samvern.cases"

    def ready(self) -> None:
        """Say what of the room, and of identity and access, can be open on a case; put the head
        above its pages; count deadlines anew when facts change, and a person's age when a date of
        birth is recorded or set aside."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.case_header.domain import read_case_header
        from samvern.cases.closing import closable_kinds
        from samvern.cases.deadlines.domain import recount_deadlines
        from samvern.cases.facts import domain as facts
        from samvern.cases.facts.birth_date_claims import follow_birth_date_claim
        from samvern.cases.pages.rendering import PAGE_CONTEXT
        from samvern.identity.claims import domain as claims

        register_kinds(closable_kinds.CLOSABLE_KINDS, closable_kinds.TABLES_WITHOUT_CLOSING)
        claims.CHANGE_LISTENERS.append(follow_birth_date_claim)
        facts.CHANGE_LISTENERS.append(recount_deadlines)
        PAGE_CONTEXT["head"] = read_case_header
