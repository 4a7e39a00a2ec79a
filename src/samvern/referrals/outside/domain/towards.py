# SPDX-License-Identifier: EUPL-1.2
"""The gates towards somebody without an account, and what she agreed to towards such.

The gates are those of the workspace's sharing, judged towards the kind of receiver it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from samvern.access.models import Organisation
from samvern.cases.domain.childhood import facts_towards, settled_towards
from samvern.cases.domain.consents import is_valid
from samvern.cases.domain.gates import CONSENTS, Judged, judge, stated
from samvern.cases.domain.sharing import TELLS
from samvern.cases.models import Case, Consent, Person
from samvern.law import InputError


def outsider(kind: str) -> Organisation:
    """Somebody without an account, as far as the gates ask: what kind of receiver it is."""
    return Organisation(name="", kind=kind, actor_code="", active=False)


def consents_outside(person: Person) -> list[Consent]:
    """What she agreed to towards somebody who is no organisation here, and that holds."""
    rows = Consent.objects.filter(
        person=person, recipient=None, refused=False, withdrawn_at=None
    ).exclude(recipient_text="")
    return [row for row in rows if is_valid(row)]


def gates_towards(
    case: Case,
    person: Person,
    kind: str,
    said: Iterable[str] = (),
    also: Mapping[str, Any] | None = None,
) -> Judged:
    """The secrecy gates towards a kind of receiver, by what is known and what the sender says.

    ``also``: facts the road itself has settled.
    """
    today, receiver = timezone.localdate(), outsider(kind)
    now = {**_agreed(person, kind), **(also or {}), **stated(said)}
    try:
        return judge(case.organisation, receiver, {**facts_towards(person, kind), **now}, today)
    except InputError:  # what is known contradicts this; what the sender says stands alone
        return judge(case.organisation, receiver, {**settled_towards(person, kind), **now}, today)


def _agreed(person: Person, kind: str) -> dict[str, Any]:
    """Whether she agreed that such a receiver is told: the consents say, nobody's memory."""
    option = TELLS.get(kind)
    return {CONSENTS: {"has" if consents_outside(person) else "not": [option]}} if option else {}
