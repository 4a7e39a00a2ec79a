# SPDX-License-Identifier: EUPL-1.2
"""A migration that has landed is frozen, with the SQL it runs: somewhere it was run already."""

from support.landed import changed, fingerprints, read_landed


def test_none_that_landed_was_changed() -> None:
    """Undo the change, and write a new migration for it."""
    assert changed(read_landed()) == []


def test_each_is_on_the_list() -> None:
    """A new one gets there by: ./samvern make definitions."""
    assert sorted(fingerprints().keys() - read_landed().keys()) == []


def test_a_changed_one_is_named() -> None:
    landed = read_landed()
    path = min(landed)
    assert changed({**landed, path: "0" * 64, "gone.py": "0" * 64}) == sorted([path, "gone.py"])
