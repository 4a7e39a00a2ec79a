# SPDX-License-Identifier: EUPL-1.2
"""Answers of the guide on their way into a case, under a code that only one person sees.

What is kept is sealed under a key that follows from the code, and is found by the code's hash: who
has the database has neither. The code opens it once, within 24 hours.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from samvern.access import purpose_keys
from samvern.access.actor import Actor
from samvern.access.committed import fetch_committed
from samvern.access.errors import Rejected
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import REFUSED, log_act
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.domain import LETTERS, open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts.answers import read_answers, write_answers
from samvern.cases.facts.domain import save_facts
from samvern.cases.facts.first_tasks import add_first_tasks
from samvern.common import sealed_box
from samvern.common.sealed_box import UnsealError
from samvern.guide.labels import birth_words
from samvern.law import BirthError, InputError

GROUPS, GROUP = 4, 4
BOUND_TO = b"samvern parcel 1"


class TransferredAnswers(NamedTuple):
    """Answers as the guide had them, and the day they were given."""

    answers: dict[str, Any]
    known_on: date


def new_transfer_code() -> str:
    """A code of four groups of four: 30^16 are possible, some 78 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _each in range(GROUP)) for _all in range(GROUPS))
    return "-".join(groups)


def create_guide_transfer(answers: Mapping[str, Any], known_on: date, lane: int) -> str:
    """Keep answers for 24 hours; the code, which is kept nowhere.

    Args:
        answers: as the guide has them.
        known_on: the day they were given.
        lane: the share of the room there is that this visitor's network has.

    Raises:
        Rejected: there is no room for more in that lane just now.
    """
    code = new_transfer_code()
    text = json.dumps([known_on.isoformat(), write_answers(answers)])
    sealed = sealed_box.seal(_key(code), text.encode(), BOUND_TO)
    if not fetch_value("leave_parcel", uuid4(), _hash(code), sealed, lane):
        said = _(
            "Too many answers have been kept from your network today. There is room again when "
            "some of them have been fetched, or tomorrow."
        )
        raise Rejected(said)
    return code


def take_guide_transfer(code: str) -> TransferredAnswers:
    """The answers under a code, which is used up by this.

    Raises:
        Rejected: there are none, they are older than 24 hours, or were fetched before.
    """
    typed = normalise_code(code)
    fetch_committed("take_parcel", _hash(typed))
    found = fetch_value("taken_parcel", _hash(typed))
    try:
        content = sealed_box.unseal(_key(typed), bytes(found or b""), BOUND_TO)
    except UnsealError:
        log_act("parcel.take", outcome=REFUSED)
        raise Rejected(
            _("The code holds no answers. It works once, and for 24 hours. Check each letter.")
        ) from None
    day, text = json.loads(content)
    return TransferredAnswers(read_answers(text, current_pack().ruleset), date.fromisoformat(day))


def open_case_from_guide(*, actor: Actor, code: str, **values: Any) -> Case:
    """Open a case with the answers under a code, and with what is to be done first as its tasks;
    the code is used up only if that goes well.

    Raises:
        Rejected: the code holds nothing, or the answers contradict each other by today's law.
    """
    with transaction.atomic():
        parcel = take_guide_transfer(code)
        case = open_case(actor=actor, origin=Case.Origin.GUIDE, **values)
        person = Person.objects.get(case=case)
        try:
            save_facts(
                actor=actor,
                person=person,
                answers=parcel.answers,
                known_on=parcel.known_on,
                source=AgeTold.Source.GUIDE,
            )
            add_first_tasks(actor=actor, case=case, person=person)
        except BirthError as error:
            raise Rejected(birth_words(error)) from error
        except InputError as error:
            raise Rejected(
                _("The answers contradict each other by the law of today. Mend them in the guide.")
            ) from error
    return case


def normalise_code(text: str) -> str:
    """A code as it was given, however it was typed."""
    signs = [sign for sign in text.upper() if sign in LETTERS]
    return "-".join("".join(signs[at : at + GROUP]) for at in range(0, len(signs), GROUP))


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


def _key(code: str) -> bytes:
    return purpose_keys.derive_key(code.encode(), "parcel")
