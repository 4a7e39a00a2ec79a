# SPDX-License-Identifier: EUPL-1.2
"""The ladder of identification: each authority by itself, nothing overwritten, help not lowered."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samvern.cases.assessments.ladder import (
    AUTHORITIES,
    HEIGHT,
    HELPER,
    Ladder,
    LadderEntry,
    build_ladder,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
STEPS = ("possible", "presumed", "verified", "not_verified")


def said(*steps: tuple[str, ...]) -> list[LadderEntry]:
    """Entries a day apart: (authority, step), or (authority, step, by or the number withdrawn)."""
    entries = []
    for number, (authority, step, *more) in enumerate(steps):
        when = START + timedelta(days=number)
        by = more[0] if more and authority == HELPER and step != "withdrawn" else ""
        about = more[0] if more and step == "withdrawn" else ""
        entries.append(LadderEntry(str(number), authority, step, when.date(), when, by, about))
    return entries


def steps(found: Ladder) -> dict[str, str]:
    return {rung.authority: rung.step for rung in found.rungs if rung.step}


def test_nobody_has_said_anything() -> None:
    found = build_ladder([])
    assert (steps(found), found.help, found.differ) == ({}, "", False)
    assert [rung.authority for rung in found.rungs] == list(AUTHORITIES)


def test_a_refusal_stands_beside_a_verification() -> None:
    found = build_ladder(said(("police", "verified"), ("immigration", "not_verified")))
    assert steps(found) == {"police": "verified", "immigration": "not_verified"}
    assert (found.help, found.differ) == ("presumed", True)


def test_an_authority_may_turn_and_its_history_shows_it() -> None:
    found = build_ladder(
        said(("police", "presumed"), ("police", "not_verified"), ("police", "verified"))
    )
    police = found.rungs[0]
    assert (police.step, police.since) == ("verified", date(2026, 1, 3))
    assert [entry.step for entry in police.history] == ["verified", "not_verified", "presumed"]


def test_an_authoritys_own_refusal_does_not_end_the_help_it_gave_rise_to() -> None:
    found = build_ladder(said(("police", "presumed"), ("police", "not_verified")))
    assert (steps(found), found.help) == ({"police": "not_verified"}, "presumed")


def test_a_helper_may_think_again_but_speaks_only_for_herself() -> None:
    alone = said(("helper", "presumed", "a"), ("helper", "not_verified", "a"))
    both = said(("helper", "presumed", "a"), ("helper", "not_verified", "b"))
    assert (build_ladder(alone).help, build_ladder(both).help) == ("", "presumed")
    assert steps(build_ladder(both)) == {"helper": "presumed"}


def test_what_is_withdrawn_gives_place_to_what_stood_before() -> None:
    entries = said(("police", "presumed"), ("police", "verified"), ("police", "withdrawn"))
    named = said(("police", "presumed"), ("police", "verified"), ("police", "withdrawn", "0"))
    assert (steps(build_ladder(entries)), steps(build_ladder(named))) == (
        {"police": "presumed"}, {"police": "verified"},
    )  # fmt: skip
    assert steps(build_ladder(said(("police", "verified"), ("police", "withdrawn", "0")))) == {}


def test_nobody_withdraws_anothers_assessment() -> None:
    entries = said(("police", "verified"), ("immigration", "withdrawn", "0"))
    assert steps(build_ladder(entries)) == {"police": "verified"}


def test_the_day_decided_orders_before_the_day_recorded() -> None:
    late = LadderEntry("late", "police", "presumed", date(2025, 6, 1), START + timedelta(days=9))
    entries = [*said(("police", "verified")), late]
    assert steps(build_ladder(entries)) == {"police": "verified"}


entries_of = st.lists(
    st.tuples(st.sampled_from(AUTHORITIES), st.sampled_from(STEPS), st.sampled_from("ab")),
    max_size=12,
).map(lambda rows: said(*rows))


@given(entries_of, st.sampled_from(AUTHORITIES[:3]), st.sampled_from(STEPS))
def test_a_new_entry_moves_its_own_authority_alone_and_never_lowers_help(
    entries: list[LadderEntry], authority: str, step: str
) -> None:
    when = START + timedelta(days=100)
    before = build_ladder(entries)
    after = build_ladder([*entries, LadderEntry("new", authority, step, when.date(), when)])
    others = lambda found: {a: s for a, s in steps(found).items() if a != authority}  # noqa: E731
    assert others(before) == others(after)
    assert steps(after)[authority] == step
    assert HEIGHT[after.help] >= HEIGHT[before.help]


@given(entries_of.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_the_order_entries_are_read_in_is_nothing(
    both: tuple[list[LadderEntry], list[LadderEntry]],
) -> None:
    assert build_ladder(both[0]) == build_ladder(both[1])


@given(entries_of)
def test_every_entry_is_in_the_history(entries: list[LadderEntry]) -> None:
    history = [entry for rung in build_ladder(entries).rungs for entry in rung.history]
    assert sorted(entry.id for entry in history) == sorted(entry.id for entry in entries)
