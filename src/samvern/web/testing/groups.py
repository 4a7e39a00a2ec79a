# SPDX-License-Identifier: EUPL-1.2
"""The test groups of ``tests/groups.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from samvern.web.environment import CHECKOUT
from samvern.web.exceptions import CheckingError

EVERYTHING = "not long"


@dataclass(frozen=True)
class SuiteGroup:
    """What a name after `./samvern test` stands for."""

    about: str
    paths: tuple[str, ...]
    marker: str = EVERYTHING
    browser: bool = False
    java: bool = False


def read_groups(root: Path = CHECKOUT) -> dict[str, SuiteGroup]:
    """The groups by name.

    Raises:
        CheckingError: this is not a checkout: the tests are not installed with the package.
    """
    try:
        tables = tomllib.loads((root / "tests/groups.toml").read_text())
    except FileNotFoundError:
        raise CheckingError(f"no tests in {root}; run ./samvern test in a clone") from None
    return {
        name: SuiteGroup(**{**table, "paths": tuple(table["paths"])})
        for name, table in tables.items()
    }


def choose_group(name: str | None, root: Path = CHECKOUT) -> SuiteGroup:
    """The group of a name; a path is a group of its own, and no name is everything. Long tests are
    left out, but in the groups that are for them.

    Raises:
        CheckingError: no such group or path; lists the groups.
    """
    groups = read_groups(root)
    if name is None:
        return SuiteGroup("All tests", ("tests",), browser=True)
    if name in groups:
        return groups[name]
    if (root / name.partition("::")[0]).exists():
        return SuiteGroup(name, (name,))
    raise CheckingError(f"no test group or path {name!r}; groups: {', '.join(groups)}")
