# SPDX-License-Identifier: EUPL-1.2
"""The places room as a Django application."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Tables and walls of the room; what it adds to the words of the workspace."""

    name = "samvern.places"

    def ready(self) -> None:
        """Name the room's notices and acts where the workspace looks for names."""
        from samvern.access.case_closing import register_kinds
        from samvern.cases.audit import labels as trail_words
        from samvern.cases.dashboard import domain as desk
        from samvern.cases.notices import labels as notices
        from samvern.cases.timeline import labels as acts
        from samvern.places import closable_kinds as living
        from samvern.places import labels as words
        from samvern.places.dashboard import waiting_for_me, waiting_for_others

        notices.NOTICE_KINDS.update(words.NOTICE_KINDS)
        notices.PAGES_OF_OBJECTS[words.BOOKING] = "booking_id"
        trail_words.ACT_LABELS.update(words.ACT_LABELS)
        acts.ACTS.update(words.ACTS)
        desk.FOR_ME.append(waiting_for_me)
        desk.FOR_OTHERS.append(waiting_for_others)
        register_kinds(living.CLOSABLE_KINDS, living.TABLES_WITHOUT_CLOSING)
