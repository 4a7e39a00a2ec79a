# SPDX-License-Identifier: EUPL-1.2
"""Walking through every address of the workspace as somebody of the cast."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from django.db import transaction

from support.addresses import OBJECTS, Address, objects_of
from support.expected import expected, may
from support.secrets import Secrets, text_of
from support.workspace import Workspace

FILE = Path(__file__).parents[1] / "proofs/expected_pages.yaml"
PAGES = yaml.safe_load(FILE.read_text(encoding="utf-8"))["pages"]
METHODS = ("GET", "POST", "PUT", "DELETE")
WORDS = {
    "act": "confirm", "answer": "take", "key": "note", "kind": "name", "line": "x", "link": "x",
    "move": "accept", "number": 1, "secret": "x", "step": "danger",
}  # fmt: skip
"""What is put in an address where it takes a word."""
SIGNED_OUT = {"nobody", "stig"}
ROLES = {"rolf": "auditor", "guro": "administrator", "tone": "leader", "sara": "coordinator"}
ABSENT, SIGN_IN, METHOD, OPEN, ANY = "absent", "sign in", "method", "open", "any"
CASEWORK = ("case_worker", "leader")
UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Cell(NamedTuple):
    """What was asked, what was wanted, what was met, and the secret words in it."""

    address: str
    method: str
    actor: str
    case: str
    want: str
    got: str
    leaks: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether it is what was wanted; anything but a failure, where anything will do."""
        fine = self.got == self.want or (self.want == ANY and not self.got.startswith("failed"))
        return fine and not self.leaks


def wanted(address: Address, method: str, actor: str, case: str) -> str:
    """What the reviewed file says of a cell."""
    rule = PAGES[address.name]
    if method not in rule["methods"]:
        return METHOD
    if rule.get("public"):
        return ANY
    if actor in SIGNED_OUT:
        return SIGN_IN
    if ROLES.get(actor, "case_worker") not in rule.get("roles", CASEWORK):
        return ABSENT
    if address.is_of_case and not _opens(address, method, actor, case):
        return ABSENT
    return ANY if "any" in rule else OPEN


def _opens(address: Address, method: str, actor: str, case: str) -> bool:
    rule = PAGES[address.name]
    if thing := rule.get("of"):
        others = expected()["things"][thing].get(case, [])
        return actor in others or may(actor, case, "", "UPDATE")
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
        self.secrets = Secrets(workspace, actor)
        self.nothing: dict[tuple[str, str], bytes] = {}
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

    def cells(self, found: list[Address], cases: tuple[str, ...]) -> Iterator[Cell]:
        """Every cell of these addresses and cases."""
        for address in found:
            for case in cases if address.is_of_case else cases[:1]:
                for method in METHODS:
                    yield self._cell(address, method, case)

    def _cell(self, address: Address, method: str, case: str) -> Cell:
        want, values = wanted(address, method, self.actor, case), self.values(address, case)
        if want == OPEN and not set(address.takes) & set(OBJECTS) <= set(self.things[case]):
            want = ABSENT  # the case has no such thing
        response = self.ask(address, method, values)
        got = met(response)
        if want == got == ABSENT and address.is_of_case:
            if (address.name, method) not in self.nothing:
                nothing = {key: _other(value) for key, value in values.items()}
                self.nothing[address.name, method] = bare(self.ask(address, method, nothing))
            if bare(response) != self.nothing[address.name, method]:
                got = "absent, but not as the absent is"
        leaks = tuple(self.secrets.search(address.name, text_of(response)))
        return Cell(address.name, method, self.actor, case, want, got, leaks)

    def values(self, address: Address, case: str) -> dict[str, Any]:
        """What the address is filled with: things of the case, else something that is not."""
        spare = {key: WORDS.get(key, uuid.uuid4()) for key in address.takes}
        return spare | self.things[case]


def _other(value: Any) -> Any:
    return uuid.uuid4() if isinstance(value, uuid.UUID) else value
