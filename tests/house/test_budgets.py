# SPDX-License-Identifier: EUPL-1.2
"""The house stays small: a reader holds one file, and one function, in mind at a time."""

from statistics import median

import pytest

from support.budgets import ROOT, Sizes, measure, ninth_decile

LONGEST_FILE = 600
LONGEST_FUNCTION = 80


@pytest.fixture(scope="module")
def whole() -> Sizes:
    return measure()[-1]


def test_no_file_is_too_long(whole: Sizes) -> None:
    assert {name: size for name, size in whole.files.items() if size > LONGEST_FILE} == {}


def test_no_function_is_too_long(whole: Sizes) -> None:
    assert {name: size for name, size in whole.functions.items() if size > LONGEST_FUNCTION} == {}


def test_the_usual_file_is_short(whole: Sizes) -> None:
    assert median(whole.files.values()) <= 80


def test_nine_files_in_ten_are_short(whole: Sizes) -> None:
    assert ninth_decile(sorted(whole.files.values())) <= 300


def test_the_usual_function_is_about_ten_lines(whole: Sizes) -> None:
    assert median(whole.functions.values()) <= 10


def test_no_yaml_file_is_too_long() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): path.read_text().count("\n")
        for path in (ROOT / "src").rglob("*.yaml")
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}
