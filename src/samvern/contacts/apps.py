# SPDX-License-Identifier: EUPL-1.2
"""The contacts room as a Django application."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """Tables and walls of the room; what it adds to the words of the workspace."""

    name = "samvern.contacts"

    def ready(self) -> None:
        """Name the room's notices and acts where names are looked for, and show its banners."""
        from samvern.access.living import register
        from samvern.cases import notices, trail_words
        from samvern.cases.domain import band, desk, heads
        from samvern.cases.timeline import acts
        from samvern.contacts import living, words
        from samvern.contacts.domain.rules import banners, is_written
        from samvern.contacts.domain.waiting import waiting_for_me, waiting_for_others

        band.REACH_RULE.append(is_written)
        heads.BANNERS.append(banners)
        desk.FOR_ME.append(waiting_for_me)
        desk.FOR_OTHERS.append(waiting_for_others)
        notices.OF_A_THING[words.QUESTION] = "question_id"
        notices.KINDS.update(words.NOTICES)
        trail_words.LOOKS.update(words.LOOKS)
        acts.ACTS.update(words.ACTS)
        register(living.KINDS, living.STAYS)
