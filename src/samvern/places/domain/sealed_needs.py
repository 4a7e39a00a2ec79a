# SPDX-License-Identifier: EUPL-1.2
"""Needs as the text that is sealed, and back."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from samvern.places.domain.needs import Needs
from samvern.places.domain.telling_needs import Told


def write_told(told: Told) -> str:
    """As text to be sealed."""
    return json.dumps(asdict(told), ensure_ascii=False)


def read_told(text: str) -> Told:
    """From the sealed text; fields that are new since are empty."""
    return Told(**_tuples(json.loads(text), ("languages", "asks")))


def write_needs(needs: Needs) -> str:
    """As text to be sealed, whole."""
    return json.dumps(asdict(needs), default=lambda value: value.isoformat(), ensure_ascii=False)


def read_needs(text: str) -> Needs:
    """From the sealed text."""
    found = _tuples(json.loads(text), ("languages", "avoid"))
    for name in ("since", "until"):
        found[name] = datetime.fromisoformat(found[name])
    return Needs(**found)


def _tuples(found: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {**found, **{name: tuple(found.get(name, ())) for name in names}}
