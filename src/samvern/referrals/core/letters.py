# SPDX-License-Identifier: EUPL-1.2
"""What was sent with a referral: sealed with the referral's own key, which ends with it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from samvern.access.actor import Actor
from samvern.access.contact_person import ContactPerson, load_contact_person
from samvern.access.errors import NotFound
from samvern.identity.sealing import create_key, open_field, set_sealed
from samvern.referrals.choices import field_name
from samvern.referrals.core.models import Letter, Referral, ReferralStep
from samvern.referrals.data_minimisation import CATEGORY_OF


@dataclass(frozen=True)
class LetterContent:
    """The fields with their values by their codes, and the message."""

    values: Mapping[str, str] = field(default_factory=dict)
    message: str = ""
    sender: ContactPerson = field(default_factory=ContactPerson)
    """Whom the receiver can ring."""
    ages: tuple[int, int] | None = None
    """The youngest and the oldest she can be, where her age was sent."""

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Names and values, in the order a reader expects."""
        return [
            (field_name(code), self.values[code]) for code in CATEGORY_OF if code in self.values
        ]


def write_letter(*, actor: Actor, referral: Referral, content: LetterContent) -> Letter:
    """Seal what is sent, once, with a key of its own.

    The key is of no case: the receiver of something else in the case must not open it.
    """
    create_key(actor=actor, subject_id=referral.pk, case_id=referral.pk)
    whole = {
        "values": dict(content.values),
        "message": content.message,
        "sender": asdict(content.sender),
        "ages": content.ages,
    }
    text = json.dumps(whole, ensure_ascii=False)
    letter = Letter(
        of=referral,
        case_id=referral.case_id,
    )
    set_sealed(letter, content=text)
    letter.save(force_insert=True)
    return letter


def read_letter(referral: Referral) -> LetterContent | None:
    """What was sent; None where it is closed to the actor, or gone."""
    letter = Letter.objects.filter(of=referral).first()
    if letter is None:
        return None
    try:
        found = json.loads(open_field(letter, "content"))
    except NotFound:
        return None
    ages = found.get("ages")
    return LetterContent(
        found["values"],
        found["message"],
        ContactPerson(**found.get("sender", {})),
        (ages[0], ages[1]) if ages else None,
    )


def read_call(steps: Iterable[ReferralStep]) -> ContactPerson:
    """Whom the sender can ring: as it was said with the yes; nobody where it is closed."""
    for step in steps:
        if step.call_sealed:
            try:
                return load_contact_person(open_field(step, "call"))
            except NotFound:
                return ContactPerson()
    return ContactPerson()


def read_words(step: ReferralStep) -> str:
    """What was written with a step; empty where it is closed to the actor, or nothing was."""
    try:
        return open_field(step, "words")
    except NotFound:
        return ""
