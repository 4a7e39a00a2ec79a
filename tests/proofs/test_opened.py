# SPDX-License-Identifier: EUPL-1.2
"""Whoever reads sealed text leaves in the trail which fields she read, on every page there is.

The pages come from the resolver; what was opened is noticed where every seal is opened.
"""

from collections import defaultdict
from typing import Any
from uuid import UUID

import pytest

from samvern.identity import envelope
from support.addresses import addresses, objects_of
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]


def told_since(workspace: Workspace, number: int, member: Any) -> tuple[int, set[str]]:
    """The newest line of a house's trail, and the fields that lines since then say were read."""
    chain = workspace.cast.organisations["havn"]
    with workspace.superuser() as behind:
        rows = behind.execute(
            "SELECT l.number, d.content -> 'opened' FROM audit.line l JOIN audit.detail d"
            " USING (chain, number) WHERE l.chain = %s AND l.number > %s AND l.member_id = %s",
            [chain, number, member],
        ).fetchall()
    fields = {field for _number, opened in rows for field in opened or []}
    return max([number, *(each for each, _opened in rows)]), fields


def consent_with_words(workspace: Workspace, case: UUID) -> dict[str, Any]:
    """One of its consents that says something; not all do."""
    query = "SELECT id FROM cases_consent WHERE case_id = %s AND words_sealed IS NOT NULL"
    with workspace.superuser() as behind:
        row = behind.execute(query, [case]).fetchone()
    return {"consent_id": row[0]} if row else {}


@pytest.mark.parametrize("case", ["own", "shared_in"])
def test_what_a_page_opens_stands_in_the_trail(
    workspace: Workspace, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: set[str] = set()
    unseal = envelope.unseal

    def noticed(key: bytes, place: envelope.SealedPlace, sealed: bytes) -> bytes:
        text = unseal(key, place, sealed)
        opened.add(place.field)
        return text

    monkeypatch.setattr(envelope, "unseal", noticed)
    client, kari = workspace.client("kari"), workspace.cast.members["kari"]
    values = objects_of(workspace, workspace.cast.cases[case])
    values |= consent_with_words(workspace, workspace.cast.cases[case])
    number, _fields = told_since(workspace, 0, kari)
    met: dict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    for address in addresses():
        if set(address.takes) <= set(values):
            opened.clear()
            client.get(address.path(values))
            number, told = told_since(workspace, number, kari)
            met[address.name] = opened - told
            seen |= opened
            assert not opened or told, address.name
    assert {name: missing for name, missing in met.items() if missing} == {}
    assert len(met) > 60
    if case == "own":
        assert {"goal.text", "action.text", "task.text", "note.text", "consent.words"} <= seen
