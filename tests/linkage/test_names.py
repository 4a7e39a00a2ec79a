# SPDX-License-Identifier: EUPL-1.2
"""Names in many scripts, and the properties comparison rests on."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkage.registers import DATA
from samvern.linkage import name_similarity
from samvern.linkage.coding.dates import BirthDate, parse_birth
from samvern.linkage.coding.numbers import birth_of, kind
from samvern.linkage.compare import agree
from samvern.linkage.features import deletions, feature_matrix, personas
from samvern.linkage.names import fold, skeleton, split
from samvern.linkage.people import PersonName, PersonRecord
from samvern.linkage.similarity import SAME_NAME

letters = st.text("abcdefghijklmnoprstuvz", min_size=2, max_size=12)


def rows(which: set[str]) -> list[dict[str, str]]:
    text = (DATA / "script_pairs.csv").read_text(encoding="utf-8").splitlines()
    return [row for row in csv.DictReader(text[1:]) if row["set"] in which]


@pytest.mark.parametrize(
    ("which", "pairs", "languages", "found", "false"),
    [({"core"}, 17, 16, 17, 0), ({"core", "more"}, 133, 47, 125, 12)],
)
def test_names_in_many_scripts(
    which: set[str], pairs: int, languages: int, found: int, false: int
) -> None:
    chosen = rows(which)
    assert (len(chosen), len({row["language"] for row in chosen})) == (pairs, languages)
    same = np.array(
        [[name_similarity(a["native"], b["written"]) >= SAME_NAME for b in chosen] for a in chosen]
    )
    assert int(np.diag(same).sum()) >= found
    assert int(same.sum() - np.diag(same).sum()) <= false


@given(letters, st.integers(0, 11), st.sampled_from("abcdefghijklmnoprstuvz"))
def test_one_typing_error_always_leaves_a_deletion_in_common(
    name: str, at: int, letter: str
) -> None:
    at %= len(name)
    for other in (
        name[:at] + name[at + 1 :], name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
    ):  # fmt: skip
        assert set(deletions(name)) & set(deletions(other)) or len(name) > 11


@given(st.text(max_size=30))
def test_any_text_has_parts_in_plain_letters(text: str) -> None:
    for part in split(text):
        assert part.isascii()
        assert part == part.lower()
        assert set(skeleton(part)) <= set("Sfhklmnprst0123456789")
        assert fold(part).isascii()


people = st.builds(
    lambda g, f, y, m, d: PersonRecord("x", (PersonName((g,), (f,)),), BirthDate(y, m, d)),
    letters, letters, st.integers(1950, 2010), st.integers(1, 12), st.integers(2, 28),
)  # fmt: skip


@given(people, people)
def test_agreement_is_symmetric_and_whole_with_oneself(
    one: PersonRecord, two: PersonRecord
) -> None:
    both = [one, two]
    values, present = feature_matrix(both, personas(both))
    tokens = np.ascontiguousarray(values[:, :, :8]).view("<u8")[:, :, 0] * present
    there, back = agree(tokens[:1], tokens[1:]), agree(tokens[1:], tokens[:1])
    assert (there.birth[0], there.swapped[0]) == (back.birth[0], back.swapped[0])
    if not there.swapped[0]:
        assert (there.given[0], there.family[0]) == (back.given[0], back.family[0])
    own = agree(tokens[:1], tokens[:1])
    assert (own.given[0], own.family[0], own.birth[0], bool(own.swapped[0])) == (1, 1, 1, False)


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("1990-12-31", BirthDate(1990, 12, 31)), ("19901231", BirthDate(1990, 12, 31)),
        ("31.12.1990", BirthDate(1990, 12, 31)), ("01.01.1990", BirthDate(1990)),
        ("1990-00-00", BirthDate(1990)), ("1990-06", BirthDate(1990, 6)),
        ("1990", BirthDate(1990)), ("ukjent", BirthDate()), ("", BirthDate()),
    ],
)  # fmt: skip
def test_birth_dates_as_registers_write_them(text: str, birth: BirthDate) -> None:
    assert parse_birth(text) == birth


def test_person_numbers_by_their_check_digits() -> None:
    # Synthetic numbers only: month + 80 (Tenor), the same as a D-number, and one with a slip.
    assert kind("16822548834") == "person"
    assert birth_of("16822548834") == BirthDate(1925, 2, 16)
    assert kind("47906701517") == "d"
    assert birth_of("47906701517") == BirthDate(1967, 10, 7)
    assert kind("16822548835") == "other"
    assert birth_of("16822548835") == BirthDate()
    # A DUF number of the year 2999: digits 1 to 10 weigh 205, which leaves 7.
    assert kind("299912345607") == "duf"
    assert kind("299912345608") == "other"
