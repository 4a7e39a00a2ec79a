# SPDX-License-Identifier: EUPL-1.2
"""What the answer page says of the threshold, of the offences beside it and of the police."""

import re
from html import unescape
from typing import Any

import pytest

from support.visitor import Visitor, text_of

FOLLOWED = {"already_presumed": "yes", "follow_up": ["criminal_case", "compensation", "assessment"]}
ABROAD = {"residence": "asylum_seeker", "act_abroad": "yes", "act_in_norway": "no"}
NOBODY = ("offender_norwegian", "offender_in_norway", "resident_when_abused")
FORCED = {"conduct_seen": ["forces"], "means_seen": ["violence"], "purpose_seen": ["forced_labour"]}


def page(visitor: Visitor, answers: dict[str, Any]) -> str:
    for fact, value in answers.items():
        visitor.tell(fact, **{fact: value})
    return unescape(text_of(visitor.see("answer")))


def part(page: str, heading: str) -> str:
    """The section under a heading."""
    found = re.search(rf">{heading}</h2>(.*?)</section>", page, re.DOTALL)
    return found.group(1) if found else ""


def test_no_jurisdiction_is_said_beside_the_offences(visitor: Visitor) -> None:
    answers: dict[str, Any] = FOLLOWED | FORCED | ABROAD | dict.fromkeys(NOBODY, "no")
    offences = part(page(visitor, answers), "Lovbrudd dette kan gjelde")
    assert "Menneskehandel" in offences
    assert offences.count("Norge kan trolig ikke straffe dette") == 1


def test_with_jurisdiction_nothing_is_said_of_it(visitor: Visitor) -> None:
    answers: dict[str, Any] = FOLLOWED | FORCED | ABROAD | dict.fromkeys(NOBODY, "no")
    shown = page(visitor, answers | {"offender_in_norway": "yes"})
    assert "Menneskehandel" in part(shown, "Lovbrudd dette kan gjelde")
    assert "Norge kan trolig ikke straffe dette" not in shown


def test_whoever_is_told_to_call_112_is_not_told_to_keep_it_from_the_police(
    visitor: Visitor,
) -> None:
    answers: dict[str, Any] = {"profession": "health", "age_group": "adult"} | FORCED
    never = "Ikke gå til politiet bak ryggen på en voksen"
    assert never in part(page(visitor, answers), "Ikke gjør dette")
    danger = page(visitor, {"in_danger": "yes"})
    assert ("Ring 112" in danger, never in danger) == (True, False)


def test_one_grip_opens_the_help_and_leaves_the_offence_open(visitor: Visitor) -> None:
    answers: dict[str, Any] = {
        "age_group": "adult", "purpose_seen": ["forced_labour"], "seen_control": ["no_passport"],
    }  # fmt: skip
    shown = page(visitor, answers)
    assert "Rimelig grunn" in shown
    assert "Menneskehandel" not in part(shown, "Lovbrudd dette kan gjelde")


@pytest.mark.parametrize("answers", [{}, {"in_danger": "yes"}, {"age_group": "adult"}])
def test_what_not_to_do_is_always_said(anyone: Visitor, answers: dict[str, Any]) -> None:
    heading = {"nb": "Ikke gjør dette", "nn": "Ikkje gjer dette", "en": "Do not do this"}
    alert = {
        "nb": "Ikke varsle noen som kan stå bak",
        "nn": "Ikkje varsle nokon som kan stå bak",
        "en": "Do not alert anybody who may be behind it",
    }
    assert alert[anyone.language] in part(page(anyone, answers), heading[anyone.language])


def test_once_there_are_signs_the_pack_says_what_not_to_do(visitor: Visitor) -> None:
    told = part(page(visitor, {"age_group": "adult"} | FORCED), "Ikke gjør dette")
    assert "Ikke varsle den du mistenker, eller familien" in told
    assert "Ikke varsle noen som kan stå bak" not in told
