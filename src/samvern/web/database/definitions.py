# SPDX-License-Identifier: EUPL-1.2
"""What a database of this version is made of: one file for each table and each function.

``schema/`` is written by ``samvern make definitions`` from what the migrations make, and a test
holds it to that. It is where to read how a function or a policy is now. ``samvern database
migrate`` ends with making functions, policies, triggers and grants as the files have them
(:mod:`samvern.web.database.recreating`); ``samvern database check`` names each difference, also of
columns, constraints and indexes; and production does not start on another schema.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from psycopg import Connection

FOLDER = Path(__file__).parent / "schema"
SQL = Path(__file__).parent / "sql"
MADE_WITH = 18
"""The major version of PostgreSQL whose way to write an expression the files have."""
DESCRIBED = ("table", "column", "constraint", "index")
"""What is only described, since no statement makes it anew."""
MADE = ("function", "policy", "trigger", "grants")
NAMED_FIRST = ("column", "constraint", "index")
"""The description begins with the name."""
EXACT = ("table", "function", "grants")
"""What holds no expression that another version of PostgreSQL may write otherwise."""
HEADING = re.compile(rf"^-- ({'|'.join((*DESCRIBED, *MADE))})(?:: (.+))?$", re.MULTILINE)
OWNER = re.compile(r"^-- owner: (\w+)$", re.MULTILINE)
LICENCE = "-- SPDX-License-Identifier: EUPL-1.2\n"
CASTS = re.compile(r"::(?:character varying|text)(?:\[\])?|[()\s]")

Key = tuple[str, str, str]
"""The table or function it belongs to, what it is, and its name there:
``("public.cases_note", "policy", "migration")``. A function's name has its arguments."""


@dataclass(frozen=True)
class Definition:
    """One object of the database."""

    owner: str
    sql: str
    """The statements that make it, or one line that describes it."""

    def same_as(self, other: "Definition", kind: str) -> bool:
        """Whether they are the same. A copy that was restored writes casts and brackets of an
        expression elsewhere, so those are left out; a function's text is compared as it is."""
        if kind == "function":
            return (self.owner, self.sql) == (other.owner, other.sql)
        return (self.owner, _plain(self.sql)) == (other.owner, _plain(other.sql))


@cache
def expected_definitions() -> Mapping[Key, Definition]:
    """What the files say."""
    return {
        key: each
        for path in sorted(FOLDER.rglob("*.sql"))
        for key, each in parse_file(path.stem, path.read_text(encoding="utf-8"))
    }


def read_definitions(connection: Connection[Any]) -> dict[Key, Definition]:
    """What the database is made of, in the order of the files; any role may ask."""
    query = "".join((SQL / name).read_text("utf-8") for name in ("common.sql", "definitions.sql"))
    with connection.transaction(force_rollback=True):
        connection.execute("SET LOCAL search_path = public")  # names of other schemas in full
        rows = connection.execute(query.encode()).fetchall()
    return {(of, kind, name): Definition(owner, sql) for of, kind, name, owner, sql in rows}


def parse_file(stem: str, text: str) -> Iterator[tuple[Key, Definition]]:
    """The objects of one file.

    Raises:
        ValueError: it does not say who owns them.
    """
    owner = OWNER.search(text)
    if owner is None:
        raise ValueError(f"{stem}.sql lacks the line: -- owner: ROLE")
    _, *parts = HEADING.split(text)
    for kind, told, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        described = kind in DESCRIBED
        name = (told or "").partition(" ")[0] if kind in NAMED_FIRST else told or ""
        sql = told or "" if described else body.strip("\n")
        yield (stem, kind, "" if kind == "table" else name), Definition(owner[1], sql)


def write_files(found: Mapping[Key, Definition]) -> dict[Path, str]:
    """The text of each file, relative to the folder."""
    files: dict[Path, list[str]] = {}
    for key in sorted(found, key=_order):
        (of, kind, name), each = key, found[key]
        place = "functions" if kind == "function" else "tables"
        lines = files.setdefault(Path(place) / f"{of}.sql", [f"{LICENCE}-- owner: {each.owner}\n"])
        if kind in DESCRIBED:
            lines.append(f"-- {kind}: {each.sql}\n")
        else:
            heading = f"-- {kind}: {name}" if name else f"-- {kind}"
            lines.append(f"\n{heading}\n{each.sql}\n" if each.sql else f"\n{heading}\n")
    return {path: "".join(lines) for path, lines in files.items()}


def find_differences(connection: Connection[Any]) -> Iterator[str]:
    """Where a database differs from the files, one line each.

    On another major version of PostgreSQL expressions may be written otherwise, so of what holds
    one (a policy, a trigger, a constraint, an index, a default) only the name is compared there.
    """
    told = connection.info.server_version // 10_000 == MADE_WITH
    yield from compare(read_definitions(connection), expressions=told)


def compare(found: Mapping[Key, Definition], *, expressions: bool = True) -> Iterator[str]:
    """The differences of what was found from the files, one line each."""
    wanted = expected_definitions()
    for key in sorted({*wanted, *found}, key=_order):
        of, kind, name = key
        what = f"{kind} {name if kind == 'function' else f'{of}.{name}'.rstrip('.')}"
        if key not in found:
            yield f"missing: {what}"
        elif key not in wanted:
            yield f"not of this version: {what}"
        elif (expressions or kind in EXACT) and not wanted[key].same_as(found[key], kind):
            yield f"differs: {what}"


def _order(key: Key) -> tuple[int, str, str]:
    of, kind, name = key
    return (*DESCRIBED, *MADE).index(kind), of, name


def _plain(sql: str) -> str:
    return CASTS.sub("", sql)
