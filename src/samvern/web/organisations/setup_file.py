# SPDX-License-Identifier: EUPL-1.2
"""The file that says which organisations an installation has: read whole, every fault named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from samvern.law import InputError
from samvern.law.yamlfile import Map, read_yaml
from samvern.web.organisations import values
from samvern.web.organisations.values import Keeper

TOP = ("regions", "organisations")
OF_ORGANISATION = ("name", "kind", "region", "actor", "units", "administrators", "coordinators")
OF_UNIT, OF_KEEPER = ("name", "phone"), ("name", "login", "email")
PHONE = 40
Value = TypeVar("Value")


@dataclass(frozen=True)
class WantedUnit:
    """A unit of the file."""

    name: str
    phone: str
    line: int


@dataclass(frozen=True)
class WantedKeeper:
    """An administrator or a coordinator of the file."""

    keeper: Keeper
    role: str
    line: int


@dataclass(frozen=True)
class WantedOrganisation:
    """An organisation as the file has it."""

    name: str
    kind: str
    region: str
    actor: str
    units: tuple[WantedUnit, ...]
    keepers: tuple[WantedKeeper, ...]
    line: int


class SetupProblems(Exception):
    """The file cannot be followed; every reason, a line each. Exit code 2."""

    exit_code = 2

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


class SetupReader:
    """Reads the file and keeps what is wrong with it, so that all of it is told at once."""

    def __init__(self, path: Path, regions: Sequence[str]) -> None:
        self.name, self.problems = path.name, list[tuple[int, str]]()
        self.top = read_yaml(path, path.name)
        self.regions = list(regions)
        self.keys(self.top, TOP)
        said = self.listed(self.top, "regions")
        self.regions += [name for name in said if isinstance(name, str)]

    def organisations(self) -> list[WantedOrganisation]:
        """What the file asks for.

        Raises:
            SetupProblems: something in it cannot be.
        """
        found = [self.organisation(row) for row in self.rows(self.top, "organisations")]
        if not found:
            self.say(self.top.line, "organisations: none is named; write at least one")
        self.refuse_twice("name", ((each.line, each.name) for each in found))
        people = [each for row in found for each in row.keepers]
        self.refuse_twice("login", ((each.line, each.keeper.login) for each in people))
        if self.problems:
            raise SetupProblems([problem for _line, problem in sorted(self.problems)])
        return found

    def organisation(self, row: Map) -> WantedOrganisation:
        """One organisation."""
        self.keys(row, OF_ORGANISATION)
        made = WantedOrganisation(
            self.value(row, "name", lambda text: values.read_name("name", text)),
            self.value(row, "kind", values.read_kind),
            self.value(row, "region", lambda text: values.read_region(text, self.regions)),
            self.value(row, "actor", values.read_actor, optional=True),
            tuple(self.units(row)),
            (*self.keepers(row, "administrators"), *self.keepers(row, "coordinators")),
            row.line,
        )
        if made.kind and row.get("coordinators"):
            line = row.lines["coordinators"]
            self.checked(line, "kind", made.kind, values.refuse_coordinators)
        if not any(each.role == "administrator" for each in made.keepers):
            self.say(row.line, f"administrators: {made.name} has none; name at least one")
        self.refuse_twice("units", ((unit.line, unit.name) for unit in made.units))
        return made

    def units(self, row: Map) -> Iterator[WantedUnit]:
        """Units, each a name or a mapping with name and phone."""
        for unit in self.listed(row, "units"):
            if isinstance(unit, Map):
                self.keys(unit, OF_UNIT)
                phone = self.value(unit, "phone", _phone, optional=True)
                yield WantedUnit(self.value(unit, "name", _unit), phone, unit.line)
            else:
                line = row.lines["units"]
                yield WantedUnit(self.checked(line, "units", unit, _unit), "", line)

    def keepers(self, row: Map, key: str) -> Iterator[WantedKeeper]:
        """Administrators or coordinators, each with name and login."""
        for each in self.rows(row, key):
            self.keys(each, OF_KEEPER)
            login = self.value(each, "login", values.read_login)
            plain = login if values.EMAIL.fullmatch(login) else ""
            keeper = Keeper(
                self.value(each, "name", lambda text: values.read_name("name", text)),
                login,
                self.value(each, "email", values.read_email, optional=True) or plain,
            )
            yield WantedKeeper(keeper, key.removesuffix("s"), each.line)

    def value(
        self, row: Map, key: str, read: Callable[[str], str], *, optional: bool = False
    ) -> str:
        """A text of a mapping, read; "" when it is wrong or, where it may be, not there."""
        if row.get(key) is None:
            if not optional:
                self.say(row.line, f"{key}: is missing; write {key}: …")
            return ""
        return self.checked(row.lines[key], key, row[key], read)

    def checked(self, line: int, key: str, value: Any, read: Callable[[str], Value]) -> Value | str:
        """A text, read; "" when it is wrong."""
        if not isinstance(value, str):
            self.say(line, f"{key}: {value!r}: must be text; write it in quotation marks")
            return ""
        try:
            return read(value)
        except InputError as error:
            self.say(line, str(error))
            return ""

    def rows(self, row: Map, key: str) -> Iterator[Map]:
        """The mappings of a list."""
        for each in self.listed(row, key):
            if isinstance(each, Map):
                yield each
            else:
                self.say(row.lines[key], f"{key}: {each!r}: must be a mapping; write - name: …")

    def listed(self, row: Map, key: str) -> list[Any]:
        """A list of a mapping; nothing where there is none."""
        value = row.get(key)
        if value is None or isinstance(value, list):
            return value or []
        self.say(row.lines[key], f"{key}: {value!r}: must be a list; begin each line with -")
        return []

    def keys(self, row: Map, known: Sequence[str]) -> None:
        """Say which keys nobody knows: a slip of the pen must not be passed over."""
        for key in row:
            if key not in known:
                every = ", ".join(known)
                self.say(row.lines[key], f"{key}: is not known here; there are: {every}")

    def refuse_twice(self, what: str, found: Iterator[tuple[int, str]]) -> None:
        """Say what stands in the file twice."""
        seen = dict[str, int]()
        for line, text in found:
            first = seen.get(text.casefold())
            seen.setdefault(text.casefold(), line)
            if text and first is not None:
                self.say(line, f"{what}: {text!r}: stands on line {first} already; take one out")

    def say(self, line: int, problem: str) -> None:
        """Keep a problem with its place."""
        self.problems.append((line, f"{self.name}:{line}: {problem}"))


def _unit(text: str) -> str:
    return values.read_name("units", text)


def _phone(text: str) -> str:
    if len(text) > PHONE or not any(sign.isdigit() for sign in text):
        rule = f"not a telephone number of at most {PHONE} signs"
        raise InputError("phone", text, rule, "leave it out, or mend it")
    return " ".join(text.split())
