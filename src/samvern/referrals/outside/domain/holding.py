# SPDX-License-Identifier: EUPL-1.2
"""What holds a crossing back: what must be settled first, and is not."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samvern.access.errors import Refused
from samvern.cases.models import Person
from samvern.referrals.outside.domain.checking import CLEAR, OF_A_CHILD, OF_ALL, Kind, checks_of
from samvern.referrals.outside.models import Crossing, CrossingCheck


def must_be_settled(crossing: Crossing) -> tuple[CrossingCheck.Kind, ...]:
    """The kinds of check a crossing needs; more where the person is, or may be, a child."""
    adult = Person.objects.filter(pk=crossing.person_id, age_seen=Person.AgeSeen.ADULT).exists()
    return OF_ALL if adult else (*OF_ALL, *OF_A_CHILD)


def held_back_by(crossing: Crossing, checks: Sequence[CrossingCheck] | None = None) -> list[str]:
    """The kinds of check that are missing or not clear."""
    newest = {row.kind: row.outcome for row in (checks_of(crossing) if checks is None else checks)}
    return [kind.value for kind in must_be_settled(crossing) if newest.get(kind) != CLEAR]


def refuse_if_held(crossing: Crossing) -> None:
    """Refuse what must wait until everything is settled.

    Raises:
        Refused: something is not; the text names it.
    """
    held = held_back_by(crossing)
    if held:
        names = ", ".join(str(Kind(each).label) for each in held)
        raise Refused(
            _("This must be settled before anything is sent or she leaves: %(names)s.")
            % {"names": names}
        )
