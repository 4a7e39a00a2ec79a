# SPDX-License-Identifier: EUPL-1.2
"""The table of needs is complete, or ``pack check`` says which need lacks what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samvern.law import load_pack
from samvern.law import pack as packs
from support.cli import Run
from support.packs import FACTS, HEAD, INSTRUMENTS, rule

NEED = {
    "name": "Veterinary help",
    "topics": "[animals]",
    "purpose": "coordination",
    "fields": "{called: Why}",
    "answers": "[days14]",
    "offered_by": "anyone",
    "in_force": "{from: 2020-01-01}",
    "sources": "[{law: law, at: § 1}]",
    "confidence": "derived",
}
Checked = Callable[[str], list[str]]
ACTOR = "actors: [{id: vet, name: Vet, does: Helps, needs: [animals]}]\n"
TO_WRITE = {
    "name": "is missing",
    "topics": "is missing; name the topics of the rights that answer it, or write consent_only",
    "purpose": "is missing; say what it is for: protection, housing, health, legal_aid, "
    "identification, residence, criminal_case, child_care, income, return, coordination",
    "fields": "is missing; write each field that may go along, with the reason: "
    "called: {nb: …, nn: …, en: …}",
    "answers": "is missing; say how soon an answer can be asked for: tonight, days3, days14",
    "offered_by": "is missing; name the kinds of organisation that may offer it, or write anyone",
    "in_force": "is missing; say since when: {from: 2018-07-20}",
    "sources": "is missing; name the provision this rests on: [{law: …, at: …}]",
    "confidence": "is missing; say how sure it is: verified, derived, unverified",
}


def table(**parts: str) -> str:
    """A table of one need; a part that is "" is left out."""
    lines = [f"    {key}: {value}" for key, value in {**NEED, **parts}.items() if value]
    return "\n".join(["needs:\n  - id: animals", *lines, ""])


@pytest.fixture
def checked(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """What ``pack check`` says of a small pack with these needs, without the files' places."""

    monkeypatch.setattr(packs, "_load", packs._load.__wrapped__)  # each run reads it anew

    def check(needs: str) -> list[str]:
        files = {
            "pack": HEAD, "facts": FACTS, "instruments": INSTRUMENTS, "actors": ACTOR,
            "rules": rule("adult", topic="animals"), "needs": needs,
        }  # fmt: skip
        for name, text in files.items():
            if text:
                (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        done = run("pack", "check", str(tmp_path), "--no-prove")
        said = [line.partition(": ")[2] for line in done.err.splitlines()]
        assert bool(said) == (done.code == 2)
        return said

    return check


def test_a_complete_need_is_taken(checked: Checked) -> None:
    assert checked(table()) == []
    assert checked(table(topics="consent_only", also="[{kinds: [a], fields: {age: Why}}]")) == []


@pytest.mark.parametrize("part", NEED)
def test_a_need_without_a_part_is_refused_by_name(checked: Checked, part: str) -> None:
    assert checked(table(**{part: ""})) == [f"needs.animals.{part}: {TO_WRITE[part]}"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"topics": "[fish]"}, "animals: topics: fish is the topic of no right; they are animals"),
        ({"purpose": "fun"}, "needs.animals.purpose: 'fun' is not one of protection, housing, "),
        ({"answers": "[soon]"}, "needs.animals.answers: 'soon' is not one of tonight, days3, day"),
        ({"sources": "[{law: x}]"}, "animals: sources: x is not in instruments.yaml"),
        ({"fields": "{address: A}"}, "needs.animals.fields.address: is not a field of a referral"),
        ({"fields": "{age: }"}, "needs.animals.fields.age: has no reason; write why the receiver"),
        ({"fields": "{age: {nb: A, en: B}}"}, "needs.animals.fields.age: lacks nn"),
        ({"name": "{nb: Dyr, nn: Dyr}"}, "needs.animals.name: lacks en"),
        ({"offered_by": "[anyone, ngo]"}, "needs.animals.offered_by: anyone stands alone: offered"),
        ({"also": "[{kinds: [a]}]"}, "needs.animals.also[0]: needs both: kinds: [police] and fie"),
        ({"in_force": "{from: 2020-01-01, until: 2019-01-01}"},
         "needs.animals.in_force: ends 2019-01-01 before it starts 2020-01-01"),
        ({"colour": "red"}, "needs.animals.colour: is not a field; fields are also, answers, con"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_by_name(
    checked: Checked, parts: dict[str, str], expected: str
) -> None:
    said = checked(table(**parts))
    assert [line[: len(expected)] for line in said] == [expected]


def test_somebody_meets_no_need_that_is_not_in_the_table(checked: Checked) -> None:
    unlisted = ["vet: needs: animals is not in needs.yaml; write it there first"]
    assert checked("") == unlisted, "no table at all"
    assert checked(table().replace("id: animals", "id: pets")) == unlisted


def test_a_need_that_nobody_meets_is_refused_by_name(checked: Checked) -> None:
    both = table() + table().removeprefix("needs:\n").replace("id: animals", "id: pets")
    unmet = ["pets: nobody meets it; write needs: [pets] at an actor in actors/ that does"]
    assert checked(both) == unmet
    assert checked(table()) == []


def test_a_pack_kept_from_before_there_was_a_table_is_read(
    checked: Checked, tmp_path: Path
) -> None:
    assert checked("") != []
    assert load_pack(tmp_path).ruleset.needs == {}


def test_a_kind_of_organisation_is_one_that_readers_work_for() -> None:
    book = load_pack("norway").ruleset
    kinds = {kind for need in book.needs.values() for each in need.also for kind in each.kinds}
    reader = book.facts[book.declared.reader]
    assert kinds - {option.id for option in reader.options} == set()
