# SPDX-License-Identifier: EUPL-1.2
"""What an organisation lets the coordinators' board show of it: its administrator's decision."""

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.unit_of_work import log_act, log_read
from samvern.coordination.board.models import BoardRule

DEFAULT = BoardRule.Shows.COUNTS
"""Before anybody has decided. To tell of single persons is an act of the one who answers for them
(GDPR art. 5(2), 24), not a setting they find."""


def rules_of(actor: Actor) -> list[BoardRule]:
    """The decisions of the actor's organisation, the latest first."""
    rows = BoardRule.objects.filter(organisation_id=actor.organisation_id)
    found = list(rows.select_related("made_by").order_by("-created_at"))
    log_read("board.rule.see", rows=0)
    return found


def shows_now(rules: list[BoardRule]) -> str:
    """What holds now."""
    return rules[0].shows if rules else DEFAULT


def decide_board(*, actor: Actor, shows: str) -> BoardRule:
    """Decide what the board shows from now on.

    Raises:
        Rejected: there is no such choice.
    """
    if shows not in BoardRule.Shows.values:
        raise Rejected(_choose())
    row = BoardRule(organisation_id=actor.organisation_id, shows=shows, made_by_id=actor.member_id)
    row.save(force_insert=True)
    log_act("board.rule", object=row.pk, shows=shows)
    return row


def _choose() -> str:
    from django.utils.translation import gettext as _

    return _("Choose what the board shows.")
