# SPDX-License-Identifier: EUPL-1.2
"""The contacts room as a Django application."""

from django.apps import AppConfig


class HelplineConfig(AppConfig):
    """The room's tables, and what it adds to the labels and lists of the workspace."""

    name = "samvern.helpline"
    label = "contacts"  # as its tables are named

    def ready(self) -> None:
        """Name the room's notices and acts where names are looked for, and show its banners."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.audit import labels as audit_labels
        from samvern.cases.case_header.alerts import REACH_RULE
        from samvern.cases.case_header.domain import BANNERS
        from samvern.cases.dashboard.domain import FOR_ME, FOR_OTHERS
        from samvern.cases.notices import labels as notice_labels
        from samvern.cases.timeline import labels as timeline_labels
        from samvern.helpline import closable_kinds, labels
        from samvern.helpline.dashboard import waiting_for_me, waiting_for_others
        from samvern.helpline.safe_contact.domain import banners, is_written

        REACH_RULE.append(is_written)
        BANNERS.append(banners)
        FOR_ME.append(waiting_for_me)
        FOR_OTHERS.append(waiting_for_others)
        notice_labels.PAGES_OF_OBJECTS[labels.QUESTION] = "question_id"
        notice_labels.NOTICE_KINDS.update(labels.NOTICE_KINDS)
        audit_labels.ACT_LABELS.update(labels.ACT_LABELS)
        timeline_labels.ACTS.update(labels.ACTS)
        register_kinds(closable_kinds.CLOSABLE_KINDS, closable_kinds.TABLES_WITHOUT_CLOSING)
