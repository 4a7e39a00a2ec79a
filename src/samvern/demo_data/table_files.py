# SPDX-License-Identifier: EUPL-1.2
"""The tables the demonstration data is drawn from, as they lie in files."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from samvern.demo_data.model import DemoOrganisation, DemoWorker

TABLES = Path(__file__).parent / "tables"


@cache
def table(name: str) -> Any:
    """The content of one file. BaseLoader's neighbour: ``NO`` stays Norway."""
    text = (TABLES / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Plain)  # noqa: S506  # a SafeLoader, below


def margin(name: str, column: str = "value") -> Any:
    """One margin, or another figure that stands beside it."""
    return table("margins")[name][column]


def organisations() -> dict[str, DemoOrganisation]:
    """The organisations by their code."""
    rows = table("organisations")["organisations"]
    return {row["code"]: DemoOrganisation(**row | {"units": tuple(row["units"])}) for row in rows}


def test_workers() -> list[DemoWorker]:
    """The nine people of every test."""
    return [
        DemoWorker(row["login"], row["name"], row["at"], row.get("unit"), row["role"], row["part"],
               row.get("left_days_ago"))
        for row in table("organisations")["actors"]
    ]  # fmt: skip


class _Plain(yaml.SafeLoader):
    """YAML in which a word is a word: country code NO is not a truth value, nor is ``yes``."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
