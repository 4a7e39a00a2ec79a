# SPDX-License-Identifier: EUPL-1.2
"""Each address, each method, each actor, each case: what is answered is what was reviewed.

The addresses come from the resolver, the expectation from ``expected_pages.yaml``. What somebody
may not see is answered, byte for byte, as if it did not exist.
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction

from support.addresses import Address, addresses, objects_of
from support.expected import ACTORS, may
from support.workspace import Workspace

pytestmark = pytest.mark.database
PAGES = yaml.safe_load((Path(__file__).parent / "expected_pages.yaml").read_text())["pages"]
METHODS = ("GET", "POST", "PUT", "DELETE")
WORDS = {
    "answer": "take", "key": "note", "kind": "name", "link": "x", "number": 1, "secret": "x",
    "step": "danger",
}  # fmt: skip
"""What is put in an address where it takes a word."""
SIGNED_OUT = {"nobody", "stig"}
ROLES = {"rolf": "auditor", "guro": "administrator", "tone": "leader"}
ABSENT, SIGN_IN, METHOD, OPEN, ANY = "absent", "sign in", "method", "open", "any"
CASEWORK = ("case_worker", "leader")
UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def wanted(address: Address, method: str, actor: str, case: str) -> str:
    """What the reviewed file says of a cell."""
    rule = PAGES[address.name]
    if rule.get("public"):
        return ANY
    if method not in rule["methods"]:
        return METHOD
    if actor in SIGNED_OUT:
        return SIGN_IN
    if ROLES.get(actor, "case_worker") not in rule.get("roles", CASEWORK):
        return ABSENT
    if address.is_of_case and not _opens(address, method, actor, case):
        return ABSENT
    return ANY if "any" in rule else OPEN


def _opens(address: Address, method: str, actor: str, case: str) -> bool:
    rule = PAGES[address.name]
    see = rule.get("see")
    if see and (method == "GET" or "sends" in rule):
        return may(actor, case, see, "SELECT")
    return may(actor, case, "", "UPDATE")


def met(response: Any) -> str:
    """What an answer amounts to."""
    if response.status_code == 405:
        return METHOD
    if response.status_code == 404:
        return ABSENT
    if response.status_code == 302 and "/sign-in/?next=" in response["Location"]:
        return SIGN_IN
    return OPEN if response.status_code < 500 else f"failed {response.status_code}"


def bare(response: Any) -> bytes:
    """The answer without what always differs: ids in addresses and the form token."""
    headers = sorted((key, value) for key, value in response.items() if key != "Set-Cookie")
    body = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"token", response.content)
    return UUID.sub(b"id", repr(headers).encode() + body)


class Walk:
    """All cells of one actor, each in a transaction that is undone."""

    def __init__(self, workspace: Workspace, actor: str) -> None:
        self.workspace, self.actor = workspace, actor
        self.client = workspace.client(None if actor in SIGNED_OUT else actor)
        self.client.raise_request_exception = False
        self.cookies = self.client.cookies.output(header="")
        self.things = {
            name: objects_of(workspace, key) for name, key in workspace.cast.cases.items()
        }

    def ask(self, address: Address, method: str, values: dict[str, Any]) -> Any:
        """One answer; whatever it did is undone, in the browser too."""
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        with transaction.atomic():
            response = self.client.generic(method, address.path(values))
            transaction.set_rollback(True)
        return response

    def cells(self, found: list[Address], cases: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """(address, method, actor, case, wanted, met)."""
        for address in found:
            for case in cases if address.is_of_case else cases[:1]:
                values = self.values(address, case)
                for method in METHODS:
                    want = wanted(address, method, self.actor, case)
                    response = self.ask(address, method, values)
                    got = met(response)
                    if want == got == ABSENT and address.is_of_case:
                        nothing = {key: _other(value) for key, value in values.items()}
                        if bare(response) != bare(self.ask(address, method, nothing)):
                            got = "absent, but not as the absent is"
                    yield address.name, method, self.actor, case, want, got

    def values(self, address: Address, case: str) -> dict[str, Any]:
        """What the address is filled with: things of the case, else something that is not."""
        spare = {key: WORDS.get(key, uuid.uuid4()) for key in address.takes}
        return spare | self.things[case]


def _other(value: Any) -> Any:
    return uuid.uuid4() if isinstance(value, uuid.UUID) else value


ALL_CASES = (
    "own",
    "closed",
    "held",
    "protected",
    "unit",
    "colleague",
    "other_unit",
    "shared_in",
    "foreign",
)
FEW_CASES = ("own", "protected", "shared_in", "foreign")


@pytest.mark.parametrize("actor", ACTORS)
def test_the_pages_answer_as_reviewed(workspace: Workspace, actor: str) -> None:
    check(Walk(workspace, actor), FEW_CASES)


@pytest.mark.long
@pytest.mark.parametrize("actor", ACTORS)
def test_every_cell_answers_as_reviewed(workspace: Workspace, actor: str, short: bool) -> None:
    count = check(Walk(workspace, actor), FEW_CASES if short else ALL_CASES)
    assert short or count * len(ACTORS) >= 15_000


def check(walk: Walk, cases: tuple[str, ...]) -> int:
    """Compare all cells of an actor; how many there were."""
    cells = list(walk.cells(addresses(), cases))
    wrong = [cell for cell in cells if not agrees(*cell[-2:])]
    print(f"\n{len(cells)} cells of {walk.actor}, {len(wrong)} differences", *wrong[:30], sep="\n")
    assert wrong == []
    return len(cells)


def agrees(want: str, got: str) -> bool:
    """Whether an answer is what was wanted; anything but a failure, where anything will do."""
    return got == want or (want == ANY and not got.startswith("failed"))


def test_each_address_has_a_reviewed_rule() -> None:
    assert {address.name for address in addresses()} == set(PAGES)


def test_the_file_reaches_fifteen_thousand_cells() -> None:
    """Counted from the resolver, so that the proof cannot shrink unseen."""
    found = addresses()
    of_case = sum(1 for each in found if each.is_of_case)
    rest = len(found) - of_case
    total = (of_case * len(ALL_CASES) + rest) * len(METHODS) * len(ACTORS)
    assert total >= 15_000
