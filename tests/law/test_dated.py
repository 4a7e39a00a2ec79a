# SPDX-License-Identifier: EUPL-1.2
"""Law by date: versions, events, what was known when, clocks, and replay bit for bit."""

import json
from datetime import date

import pytest

from samvern.law import InputError, Pack, Truth
from support.packs import MakePack, rule

VERSIONS = """
rules:
  - id: r
    kind: offence
    name: Offence
    text: Text
    sources: [{law: law, at: § 1}]
    versions:
      - {when: adult, in_force: {from: 2015-10-01, until: 2021-01-01}}
      - {when: not adult, in_force: {from: 2021-01-01}, known_from: 2020-12-01}
"""
CLOCK = """
parameters:
  length:
    name: Length
    values: [{from: 2010-01-01, value: 6 months}, {from: 2026-06-01, value: 30 days}]
rules:
  - id: clock
    kind: clock
    name: Clock
    text: Text
    when: adult
    starts: decided_on
    ends: start + param.length
    after: Afterwards
    warn: [60 days, 30 days]
    rolls: next_working_day
    sources: [{law: law, at: § 2}]
  - id: late
    kind: alert
    name: Late
    text: Text
    when: clock and asked_on > clock.end
    sources: [{law: law, at: § 2}]
"""


@pytest.mark.parametrize(
    ("event", "adult", "expected"),
    [
        ("2015-09-30", True, Truth.NO),
        ("2015-10-01", True, Truth.YES),
        ("2020-12-31", True, Truth.YES),
        ("2021-01-01", True, Truth.NO),
        ("2021-01-01", False, Truth.YES),
        ({"min": "2020-01-01", "max": "2022-01-01"}, True, Truth.UNKNOWN),
        ({"min": "2016-01-01", "max": "2019-01-01"}, True, Truth.YES),
    ],
)
def test_the_wording_of_the_day_of_the_event_decides(
    make_pack: MakePack, event: object, adult: bool, expected: Truth
) -> None:
    pack = make_pack(VERSIONS)
    result = pack.assess({"adult": adult}, asked_on=date(2026, 11, 23), event_on=event)
    assert result.value("r") is expected


def test_what_was_not_known_yet_is_left_out(make_pack: MakePack) -> None:
    pack, asked = make_pack(VERSIONS), date(2026, 11, 23)
    assert pack.assess({"adult": False}, asked_on=asked).value("r") is Truth.YES
    before = pack.assess({"adult": False}, asked_on=asked, known_on=date(2020, 11, 30))
    assert before.value("r") is Truth.NO


def test_versions_may_not_overlap(make_pack: MakePack) -> None:
    from samvern.law import PackError

    with pytest.raises(PackError, match="overlaps"):
        make_pack(VERSIONS.replace("until: 2021-01-01", "until: 2021-01-02"))


def test_a_clock_moves_with_its_facts_and_the_law_of_the_day(make_pack: MakePack) -> None:
    pack = make_pack(CLOCK)
    old = pack.assess({"adult": True, "decided_on": "2025-11-17"}, asked_on=date(2026, 5, 1))
    clock = old.as_dict("en")["clocks"][0]
    assert (clock["start"], clock["end"]) == ("2025-11-17", "2026-05-18")  # 17 May is a holiday
    assert (clock["state"], clock["days_left"]) == ("running", 17)
    assert clock["warnings"] == ["2026-03-19", "2026-04-18"]
    new = pack.assess({"adult": True, "decided_on": "2026-06-01"}, asked_on=date(2026, 6, 2))
    assert new.as_dict("en")["clocks"][0]["end"] == "2026-07-01"


@pytest.mark.parametrize(
    ("asked", "state", "late"),
    [
        (date(2025, 11, 16), "not_started", Truth.NO),
        (date(2025, 11, 17), "running", Truth.NO),
        (date(2026, 5, 18), "running", Truth.NO),
        (date(2026, 5, 19), "expired", Truth.YES),
    ],
)
def test_a_clock_has_edges(make_pack: MakePack, asked: date, state: str, late: Truth) -> None:
    result = make_pack(CLOCK).assess({"adult": True, "decided_on": "2025-11-17"}, asked_on=asked)
    assert (result.clock("clock").state, result.value("late")) == (state, late)


def test_a_clock_whose_start_is_known_in_part_is_known_in_part(make_pack: MakePack) -> None:
    facts = {"adult": True, "decided_on": {"min": "2026-01-05", "max": "2026-01-07"}}
    clock = make_pack(CLOCK).assess(facts, asked_on=date(2026, 2, 2)).as_dict("en")["clocks"][0]
    assert clock["end"] == {"min": "2026-07-06", "max": "2026-07-07"}
    assert (clock["earliest_end"], clock["days_left"]) == ("2026-07-06", 154)
    assert (clock["state"], clock["mark"]) == ("may_run", "earliest_day")


@pytest.mark.parametrize("include", ["", "texts", "changes", "texts,changes"])
def test_a_stored_result_replays_bit_for_bit(norway: Pack, include: str) -> None:
    facts = {"age": {"min": 15, "max": 20}, "means_seen": ["threats"], "residence": "eea"}
    event = {"min": "2025-01-01", "max": "2026-06-30"}
    first = norway.assess(facts, asked_on=date(2026, 11, 23), event_on=event)
    stored = json.dumps(first.as_dict("nn", include), ensure_ascii=False)
    again = norway.replayed(json.loads(stored), "nn")
    assert json.dumps(again, ensure_ascii=False) == stored


def test_what_was_stored_before_parts_were_asked_for_is_made_again_whole(norway: Pack) -> None:
    first = norway.assess({"age": 17}, asked_on=date(2026, 11, 23)).as_dict("nb", "texts,changes")
    del first["include"]
    assert norway.replayed(first, "nb") == first


def test_a_result_is_small_until_its_texts_are_asked_for(norway: Pack) -> None:
    facts = {
        "age": 26, "residence": "irregular", "seen_control": ["no_passport"],
        "seen_ties": ["debt"], "purpose_seen": ["prostitution"], "profession": "ngo",
    }  # fmt: skip
    result = norway.assess(facts, asked_on=date(2026, 11, 23))
    assert len(json.dumps(result.as_dict("nb"), ensure_ascii=False)) < 60_000
    right = {"": set(), "texts": {"text", "name", "sources"}, "changes": {"would_change"}}
    for include, extra in right.items():
        found = result.as_dict("nb", include)["rights"][0]
        assert found.keys() & {"text", "name", "sources", "would_change"} == extra


def test_the_values_are_the_same_whatever_is_asked_for(norway: Pack) -> None:
    result = norway.assess({"age": 17, "purpose_seen": ["begging"]}, asked_on=date(2026, 11, 23))
    slim, whole = result.as_dict("nn"), result.as_dict("nn", "texts,changes")
    kinds = ("offences", "rights", "duties", "sharing", "referrals", "clocks", "alerts")
    assert [[(e["id"], e["value"]) for e in slim[k]] for k in kinds] == [
        [(e["id"], e["value"]) for e in whole[k]] for k in kinds
    ]
    assert slim["level"] == whole["level"]


def test_a_part_that_there_is_not_is_refused(norway: Pack) -> None:
    with pytest.raises(InputError, match="is no part of a result; use texts, changes"):
        norway.assess({}, asked_on=date(2026, 1, 1)).as_dict("nb", "text")


def test_another_pack_refuses_to_replay(norway: Pack, make_pack: MakePack) -> None:
    stored = make_pack(rule("adult")).assess({}, asked_on=date(2026, 1, 1)).as_dict("en")
    with pytest.raises(InputError, match="is not this pack"):
        norway.replay(stored)


def test_the_hash_follows_what_the_pack_says_not_how_it_is_laid_out(make_pack: MakePack) -> None:
    one = make_pack(rule("adult")).ruleset.hash
    assert make_pack("# a comment\n" + rule("adult")).ruleset.hash == one
    assert make_pack(rule("not adult")).ruleset.hash != one


REWORDED = """
rules:
  - id: clock
    kind: clock
    name: Clock
    text: Text
    after: Afterwards
    sources: [{law: law, at: § 2}]
    versions:
      - {when: adult, starts: decided_on, ends: start + 10 days,
         in_force: {from: 2026-01-01, until: 2026-06-01}}
      - {when: adult, starts: decided_on, ends: start + 20 days, in_force: {from: 2026-06-01}}
"""


@pytest.mark.parametrize(
    ("asked", "end"),
    [
        (date(2026, 1, 1), "2026-06-10"),
        (date(2026, 5, 31), "2026-06-10"),
        (date(2026, 6, 1), "2026-06-20"),
        (date(2025, 12, 31), None),
    ],
)
def test_a_clock_has_the_length_of_the_day_it_is_asked_on(
    make_pack: MakePack, asked: date, end: str | None
) -> None:
    found = make_pack(REWORDED).assess({"adult": True, "decided_on": "2026-05-31"}, asked_on=asked)
    clocks = found.as_dict("en")["clocks"]
    assert [clock.get("end") for clock in clocks] == [end]
