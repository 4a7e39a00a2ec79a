# SPDX-License-Identifier: EUPL-1.2
"""Rules on how long cases are kept: read, refused when wrong, inherited, and counted."""

from datetime import date

import pytest

from samvern.law import PackError, load_pack
from samvern.law.retention import due_on, rule_for
from support.packs import MakePack, rule

RETENTION = """
retention:
  - id: keep
    cases: [labour]
    name: Name
    text: Text
    starts: {starts}
    keep: {keep}
    then: {then}
    sources: [{{law: {law}, at: § 1}}]
"""
TYPES = ["assistance", "child", "police", "immigration", "health", "labour"]


def written(
    starts: str = "closed", keep: str = "1 year", then: str = "delete", law: str = "law"
) -> str:
    return RETENTION.format(starts=starts, keep=keep, then=then, law=law)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"keep": "long"}, "retention[0].keep: 'long' is not a duration such as 10 years"),
        ({"starts": "someday"}, "starts: 'someday' is not one of closed, last_entry, eigh"),
        ({"then": "forget"}, "then: 'forget' is not one of delete, pseudonymise, archive"),
        ({"law": "other"}, "keep: sources: other is not in instruments.yaml"),
    ],
)
def test_a_wrong_rule_is_named(make_pack: MakePack, wrong: dict[str, str], expected: str) -> None:
    with pytest.raises(PackError) as refused:
        make_pack(rule("adult"), retention=written(**wrong))
    assert expected in str(refused.value)


def test_a_rule_without_types_or_sources_is_refused(make_pack: MakePack) -> None:
    lines = written().splitlines()
    bare = "\n".join(line for line in lines if "cases" not in line and "law" not in line)
    with pytest.raises(PackError) as refused:
        make_pack(rule("adult"), retention=bare)
    problems = [str(problem).split(": ", 1)[1] for problem in refused.value.problems]
    assert [p.split(";")[0] for p in problems] == [
        "retention[0].cases: is missing", "retention[0].sources: is missing",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", TYPES)
def test_every_case_type_has_a_norwegian_rule(kind: str) -> None:
    found = rule_for(load_pack("norway").ruleset, kind)
    assert found is not None
    assert found.id == f"keep-{kind}"


def test_a_type_the_pack_does_not_name_falls_back_on_the_convention() -> None:
    ruleset = load_pack("convention").ruleset
    assert {rule_for(ruleset, kind).id for kind in TYPES} == {"keep-case"}  # type: ignore[union-attr]
    assert rule_for(ruleset, "unheard-of") is None


def test_what_was_not_read_is_not_called_verified() -> None:
    rules = load_pack("norway").ruleset.retention.values()
    unread = {"arkivlova", "pasientjournalloven", "pasientjournalforskriften"}
    assert [
        r.id for r in rules if unread & {s.law for s in r.sources} and r.confidence != "unverified"
    ] == []


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("closed", date(2028, 2, 29)),
        ("last_entry", date(2028, 2, 29)),
        ("eighteenth_birthday", date(2041, 7, 1)),
    ],
)
def test_the_time_runs_from_what_the_rule_says(
    make_pack: MakePack, starts: str, expected: date
) -> None:
    kept = make_pack(rule("adult"), retention=written(starts, "4 years")).ruleset.retention["keep"]
    closed, born = date(2024, 2, 29), date(2019, 7, 1)
    assert due_on(kept, closed=closed, last_entry=date(2024, 2, 29), born=born) == expected


def test_nothing_falls_due_before_the_case_is_closed(make_pack: MakePack) -> None:
    kept = make_pack(rule("adult"), retention=written("last_entry")).ruleset.retention["keep"]
    assert due_on(kept, closed=date(2026, 6, 1), last_entry=date(2020, 1, 1)) == date(2026, 6, 1)
    by_birth = make_pack(rule("adult"), "born", retention=written("eighteenth_birthday")).ruleset
    assert due_on(by_birth.retention["keep"], closed=date(2026, 6, 1)) == date(2027, 6, 1)


def test_a_pack_without_such_rules_keeps_the_hash_it_had(make_pack: MakePack) -> None:
    without = make_pack(rule("adult")).ruleset
    with_rule = make_pack(rule("adult"), "other", retention=written()).ruleset
    assert (without.retention, without.hash != with_rule.hash) == ({}, True)
