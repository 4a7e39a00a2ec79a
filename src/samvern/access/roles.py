# SPDX-License-Identifier: EUPL-1.2
"""The roles a member can have. A person with two roles has two memberships."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a membership is for."""

    CASE_WORKER = "case_worker", _("Case worker")
    LEADER = "leader", _("Leader")
    COORDINATOR = "coordinator", _("Coordinator")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
    SERVICE = "service", _("Job in the background")


PROGRAM = "program"
"""The role a program acts in. No member has it: the database gives it to a program's token."""
WAITING = "waiting"
"""The role of work with cases, or of a program, that no leader has confirmed: it opens nothing."""
CASEWORK = frozenset({Role.CASE_WORKER, Role.LEADER})
"""Those who work with people; nobody else sees what a case holds."""
PEOPLE = frozenset(Role) - {Role.SERVICE}
SIGNED_IN = PEOPLE | {WAITING}
"""Whoever has a session of her own, also while her work with cases waits for a leader."""
