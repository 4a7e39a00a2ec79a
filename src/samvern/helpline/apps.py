# SPDX-License-Identifier: EUPL-1.2
"""The contacts room as a Django application."""

from django.apps import AppConfig


class HelplineConfig(AppConfig):
    """Tables and walls of the room; what it adds to the words of the workspace."""

    name = "samvern.helpline"
    label = "contacts"  # as its tables are named

    def ready(self) -> None:
        """Name the room's notices and acts where names are looked for, and show its banners."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.audit import labels as trail_words
        from samvern.cases.case_header import alerts as band
        from samvern.cases.case_header import domain as heads
        from samvern.cases.dashboard import domain as desk
        from samvern.cases.notices import labels as notices
        from samvern.cases.timeline import labels as acts
        from samvern.helpline import closable_kinds as living
        from samvern.helpline import labels as words
        from samvern.helpline.dashboard import waiting_for_me, waiting_for_others
        from samvern.helpline.safe_contact.domain import banners, is_written

        band.REACH_RULE.append(is_written)
        heads.BANNERS.append(banners)
        desk.FOR_ME.append(waiting_for_me)
        desk.FOR_OTHERS.append(waiting_for_others)
        notices.PAGES_OF_OBJECTS[words.QUESTION] = "question_id"
        notices.NOTICE_KINDS.update(words.NOTICE_KINDS)
        trail_words.ACT_LABELS.update(words.ACT_LABELS)
        acts.ACTS.update(words.ACTS)
        register_kinds(living.CLOSABLE_KINDS, living.TABLES_WITHOUT_CLOSING)
