# SPDX-License-Identifier: EUPL-1.2
"""The coordination room as a Django application."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    """The room's tables, and what it adds to the labels and lists of the workspace."""

    name = "samvern.coordination"

    def ready(self) -> None:
        """Name the room's notices and acts where the workspace looks for names."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.audit import detail_labels
        from samvern.cases.audit import labels as audit_labels
        from samvern.cases.dashboard.domain import FOR_ME, FOR_OTHERS
        from samvern.cases.notices import labels as notice_labels
        from samvern.cases.timeline import labels as timeline_labels
        from samvern.coordination import closable_kinds, labels
        from samvern.coordination.api_clients.labels import ACT_LABELS
        from samvern.coordination.dashboard import waiting_for_me, waiting_for_others

        notice_labels.NOTICE_KINDS.update(labels.NOTICE_KINDS)
        audit_labels.ACT_LABELS.update(labels.ACT_LABELS | ACT_LABELS)
        detail_labels.DETAIL_WORDS.update(labels.DETAIL_WORDS)
        timeline_labels.ACTS.update(labels.ACTS)
        FOR_ME.append(waiting_for_me)
        FOR_OTHERS.append(waiting_for_others)
        register_kinds(closable_kinds.CLOSABLE_KINDS, closable_kinds.TABLES_WITHOUT_CLOSING)
