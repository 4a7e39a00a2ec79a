# SPDX-License-Identifier: EUPL-1.2
"""The referrals room as a Django application."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Tables and walls of the room; what it adds to the words of the workspace."""

    name = "samvern.referrals"

    def ready(self) -> None:
        """Name the room's notices and acts where the workspace looks for names."""
        from samvern.access.living import register
        from samvern.cases import notices, trail_words
        from samvern.cases.domain import desk
        from samvern.cases.timeline import acts
        from samvern.referrals import living, words
        from samvern.referrals.domain.waiting import waiting_for_me, waiting_for_others

        notices.KINDS.update(words.NOTICES)
        trail_words.LOOKS.update(words.LOOKS)
        acts.ACTS.update(words.ACTS)
        notices.OF_A_THING[words.REFERRAL] = "referral_id"
        desk.FOR_ME.append(waiting_for_me)
        desk.FOR_OTHERS.append(waiting_for_others)
        register(living.KINDS, living.STAYS)
