# SPDX-License-Identifier: EUPL-1.2
"""A day is worked out from another one, and knowledge is kept once: the answers are the same."""

from datetime import date

import pytest

from samvern.law import Pack, load_pack
from support.packs import MakePack, rule

NORWAY = load_pack()
DAYS = [date(2026, 11, 30), date(2026, 9, 14), date(2024, 1, 1), date(1995, 1, 1), date(2031, 1, 1)]
FACTS = {"age": 17, "residence": "irregular"}


@pytest.mark.parametrize("day", DAYS[1:])
def test_a_day_after_another_is_answered_as_if_it_were_the_first(day: date) -> None:
    NORWAY.assess({}, asked_on=DAYS[0])
    later, first = NORWAY, Pack(NORWAY.ruleset)
    for facts in ({}, FACTS):
        told = [
            pack.assess(facts, asked_on=day).as_dict("nb", ("texts", "changes"))
            for pack in (later, first)
        ]
        assert told[0] == told[1]


def test_days_of_knowledge_share_what_was_known(make_pack: MakePack) -> None:
    pack = make_pack(rule("adult", known_from="2024-05-01"))
    days = [date(year, 5, 1) for year in range(2000, 2030)]
    assert len({id(pack.known(day)) for day in days}) == 2
    assert pack.known(date(2024, 4, 30)) is not pack.program
    assert pack.known(date(2024, 5, 1)) is pack.program
