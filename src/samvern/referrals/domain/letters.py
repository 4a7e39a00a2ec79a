# SPDX-License-Identifier: EUPL-1.2
"""What was sent with a referral: sealed with the referral's own key, which ends with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from samvern.access.actor import Actor
from samvern.access.errors import Absent
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.referrals.models import Letter, Referral, ReferralStep
from samvern.referrals.needed import CATEGORY_OF
from samvern.referrals.wording import field_name

CONTENT, WORDS = "letter.content", "referralstep.words"


@dataclass(frozen=True)
class Content:
    """The fields with their values by their codes, and the message."""

    values: Mapping[str, str] = field(default_factory=dict)
    message: str = ""

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
    text = json.dumps(
        {"values": dict(content.values), "message": content.message}, ensure_ascii=False
    )
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
    return Content(found["values"], found["message"])


def read_words(referral: Referral, step: ReferralStep) -> str:
    """What was written with a step; empty where it is closed to the actor, or nothing was."""
    try:
        return unseal(referral.pk, WORDS, step.pk, step.words_sealed)
    except Absent:
        return ""


def seal_words(referral: Referral, step: ReferralStep, words: str) -> bytes | None:
    """Words sealed for a step that is not saved yet."""
    return seal(referral.pk, WORDS, step.pk, words) if words else None
