# SPDX-License-Identifier: EUPL-1.2
"""docs/glossary.md has a word in bokmål and nynorsk for every kind of row, and one only."""

import re
from collections import Counter

from django.apps import apps

from samvern.access.workflow import TransitionRecord
from support.budgets import ROOT

TEXT = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ")
]
OLDER = TEXT.partition("## Older names in the database")[2]


def test_every_kind_of_row_has_its_words() -> None:
    ours = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("samvern.") and not issubclass(model, TransitionRecord)
    }
    with_words = [row[0] for row in ROWS if len(row) == 4 and row[1] and row[2]]
    named = {name for cell in with_words for name in re.findall(r"`(\w+)`", cell)}
    assert ours - named == set()


def test_a_term_stands_in_one_place() -> None:
    terms = Counter(row[0] for row in ROWS if len(row) == 4 and row[0] != "English")
    assert {term for term, times in terms.items() if times > 1} == set()


def test_the_older_names_are_tables_that_are_there() -> None:
    tables = {model._meta.db_table for model in apps.get_models()}
    named = set(re.findall(r"`((?:access|cases|coordination|referrals)_\w+)`", OLDER))
    assert named - tables == set()
    assert named
