# SPDX-License-Identifier: EUPL-1.2
"""What was sent with a referral: sealed with the referral's own key, which ends with it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from uuid import uuid4

from samvern.access.actor import Actor
from samvern.access.calling import Call, read, written
from samvern.access.errors import Absent
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.referrals.models import Letter, Referral, ReferralStep
from samvern.referrals.needed import CATEGORY_OF
from samvern.referrals.wording import field_name

CONTENT, WORDS, CALL = "letter.content", "referralstep.words", "referralstep.call"


@dataclass(frozen=True)
class Content:
    """The fields with their values by their codes, and the message."""

    values: Mapping[str, str] = field(default_factory=dict)
    message: str = ""
    sender: Call = field(default_factory=Call)
    """Whom the receiver can ring."""
    ages: tuple[int, int] | None = None
    """The youngest and the oldest she can be, where her age was sent."""

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Names and values, in the order a reader expects."""
        return [
            (field_name(code), self.values[code]) for code in CATEGORY_OF if code in self.values
        ]


def write_letter(*, actor: Actor, referral: Referral, content: Content) -> Letter:
    """Seal what is sent, once, with a key of its own.

    The key is of no case: the receiver of something else in the case must not open it.
    """
    new_key(actor=actor, subject_id=referral.pk, case_id=referral.pk)
    whole = {
        "values": dict(content.values),
        "message": content.message,
        "sender": asdict(content.sender),
        "ages": content.ages,
    }
    text = json.dumps(whole, ensure_ascii=False)
    id = uuid4()
    letter = Letter(
        id=id,
        of=referral,
        case_id=referral.case_id,
        content_sealed=seal(referral.pk, CONTENT, id, text),
    )
    letter.save(force_insert=True)
    return letter


def read_letter(referral: Referral) -> Content | None:
    """What was sent; None where it is closed to the actor, or gone."""
    letter = Letter.objects.filter(of=referral).first()
    if letter is None:
        return None
    try:
        found = json.loads(unseal(referral.pk, CONTENT, letter.pk, letter.content_sealed))
    except Absent:
        return None
    ages = found.get("ages")
    return Content(
        found["values"],
        found["message"],
        Call(**found.get("sender", {})),
        (ages[0], ages[1]) if ages else None,
    )


def seal_call(referral: Referral, step: ReferralStep, call: Call) -> bytes | None:
    """Whom to ring, sealed for a step that is not saved yet."""
    return seal(referral.pk, CALL, step.pk, written(call)) if call else None


def read_call(referral: Referral, steps: Iterable[ReferralStep]) -> Call:
    """Whom the sender can ring: as it was said with the yes; nobody where it is closed."""
    for step in steps:
        if step.call_sealed:
            try:
                return read(unseal(referral.pk, CALL, step.pk, step.call_sealed))
            except Absent:
                return Call()
    return Call()


def read_words(referral: Referral, step: ReferralStep) -> str:
    """What was written with a step; empty where it is closed to the actor, or nothing was."""
    try:
        return unseal(referral.pk, WORDS, step.pk, step.words_sealed)
    except Absent:
        return ""


def seal_words(referral: Referral, step: ReferralStep, words: str) -> bytes | None:
    """Words sealed for a step that is not saved yet."""
    return seal(referral.pk, WORDS, step.pk, words) if words else None
