# SPDX-License-Identifier: EUPL-1.2
"""What must be settled before a cross-border referral, as it was asked, answered or assessed.

The newest of each kind counts. The database too holds a referral back (``gate.held_back``).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Person
from samvern.identity.sealing import open_field, set_sealed
from samvern.referrals.external.cross_border.models import CrossBorderCheck, CrossBorderReferral
from samvern.referrals.external.cross_border.risks import VETO

Kind = CrossBorderCheck.Kind
CLEAR = "clear"
OF_ALL = (Kind.WISH, Kind.RISK, Kind.PROSECUTOR, Kind.STAY)
OF_A_CHILD = (Kind.CHILD_WELFARE, Kind.GUARDIAN, Kind.BEST_INTERESTS)
AGREES = {CLEAR: lazy("Agrees"), "asked": lazy("Asked"), "no": lazy("Does not agree")}

OUTCOMES: dict[str, dict[str, Any]] = {
    Kind.WISH: {CLEAR: lazy("Wants to go, freely and informed"), "no": lazy("Does not want to go")},
    Kind.RISK: {
        CLEAR: lazy("Can go: the risk can be met"),
        "no": lazy("Cannot go: it is not safe"),
        "unknown": lazy("Not known enough yet"),
    },
    Kind.PROSECUTOR: {
        "asked": lazy("Asked, no answer yet"),
        CLEAR: lazy("Nothing against it, or not needed"),
        "veto": lazy("The prosecution does not let her leave"),
    },
    Kind.STAY: {CLEAR: lazy("Nothing in her stay forbids it"), "no": lazy("Her stay forbids it")},
    Kind.CHILD_WELFARE: AGREES,
    Kind.GUARDIAN: AGREES,
    Kind.BEST_INTERESTS: {
        CLEAR: lazy("It is best for the child, and safe care is there"),
        "no": lazy("It is not"),
        "unknown": lazy("Not known enough yet"),
    },
}
"""What each check can come to; only ``clear`` lets a cross-border referral go on."""


def add_check(
    *,
    actor: Actor,
    crossing: CrossBorderReferral,
    kind: str,
    outcome: str,
    words: Mapping[str, Any],
    done_on: date | None = None,
) -> CrossBorderCheck:
    """Write down what was asked, answered or assessed; it stands beside what was said before.

    Raises:
        Rejected: there is no such outcome, it is in the future, or the person has left already.
    """
    day = done_on or timezone.localdate()
    if outcome not in OUTCOMES[kind]:
        raise Rejected(_("Choose an outcome from the list."))
    if day > timezone.localdate():
        raise Rejected(_("This cannot have been done in the future."))
    if crossing.state not in ("prepared", "sent", "accepted"):
        raise Rejected(
            _("The person has left, or the crossing has ended. Nothing more is checked.")
        )
    row = CrossBorderCheck(
        id=uuid4(),
        of=crossing,
        case_id=crossing.case_id,
        created_by_id=actor.member_id,
        kind=kind,
        outcome=outcome,
        done_on=day,
        rule=VETO if kind == Kind.PROSECUTOR else "",
    )
    text = json.dumps(words, ensure_ascii=False)
    set_sealed(row, words=text)
    row.save(force_insert=True)
    log_act("crossing.check", case=crossing.case_id, object=crossing.pk, kind=kind, found=outcome)
    return row


def checks_of(crossing: CrossBorderReferral) -> list[CrossBorderCheck]:
    """Every check, the first first."""
    rows = CrossBorderCheck.objects.filter(of=crossing).select_related("created_by")
    return list(rows.order_by("created_at"))


def read_check(row: CrossBorderCheck) -> dict[str, Any]:
    """What was written with a check."""
    text = open_field(row, "words")
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def required_checks(crossing: CrossBorderReferral) -> tuple[CrossBorderCheck.Kind, ...]:
    """The kinds of check a cross-border referral needs; more for who is, or may be, a child."""
    adult = Person.objects.filter(pk=crossing.person_id, age_seen=Person.AgeSeen.ADULT).exists()
    return OF_ALL if adult else (*OF_ALL, *OF_A_CHILD)


def missing_checks(
    crossing: CrossBorderReferral, checks: Sequence[CrossBorderCheck] | None = None
) -> list[str]:
    """The kinds of check that are missing or not clear."""
    newest = {row.kind: row.outcome for row in (checks_of(crossing) if checks is None else checks)}
    return [kind.value for kind in required_checks(crossing) if newest.get(kind) != CLEAR]


def require_checks(crossing: CrossBorderReferral) -> None:
    """Refuse what must wait until everything is settled.

    Raises:
        Rejected: something is not; the text names it.
    """
    held = missing_checks(crossing)
    if held:
        names = ", ".join(str(Kind(each).label) for each in held)
        raise Rejected(
            _("This must be settled before anything is sent or she leaves: %(names)s.")
            % {"names": names}
        )
