# SPDX-License-Identifier: EUPL-1.2
"""What a deadline is called."""

from uuid import UUID

from django.utils.translation import gettext as _

from samvern.cases.core.pack import rule_name
from samvern.cases.deadlines.models import Deadline
from samvern.identity.sealing import unseal


def deadline_name(deadline: Deadline) -> str:
    """The name of the pack's clock, or the words somebody gave a deadline of our own."""
    if deadline.clock:
        return rule_name(deadline.clock)
    words = unseal(deadline_subject(deadline), "deadline.title", deadline.pk, deadline.title_sealed)
    return words or _("Deadline")


def deadline_subject(deadline: Deadline) -> UUID:
    """Whose key its words are sealed with: the person's, or the case's where it is about all."""
    return deadline.person_id or deadline.case_id
