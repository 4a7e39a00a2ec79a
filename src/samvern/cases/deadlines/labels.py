# SPDX-License-Identifier: EUPL-1.2
"""What a deadline is called."""

from django.utils.translation import gettext as _

from samvern.cases.core.pack import rule_name
from samvern.cases.deadlines.models import Deadline
from samvern.identity.sealing import open_field


def deadline_name(deadline: Deadline) -> str:
    """The name of the pack's clock, or the words somebody gave a deadline of our own."""
    if deadline.clock:
        return rule_name(deadline.clock)
    words = open_field(deadline, "title")
    return words or _("Deadline")
