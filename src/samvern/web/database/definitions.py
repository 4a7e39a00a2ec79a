# SPDX-License-Identifier: EUPL-1.2
"""What a database of this version is made of: one file for each table and each function.

``schema/`` is written by ``samvern make definitions`` from what the migrations make, and a test
holds it to that. It is where to read how a function or a policy is now. ``samvern database
migrate`` ends with making functions, policies, triggers and grants as the files have them
(:mod:`samvern.web.database.recreating`); ``samvern database check`` names each difference, also of
columns, constraints and indexes; and production does not start on another schema.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
SHOWN = 5
LICENCE = "-- SPDX-License-Identifier: EUPL-1.2\n"
CASTS = re.compile(r"::(?:character varying|text)(?:\[\])?")
SIGNS = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|[()]|[^\s()'\"]+")

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
        if self == other or kind == "function":
            return self == other
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


def stopping(differences: Iterable[str]) -> Iterator[str]:
    """The differences that this version cannot work with: an index more is somebody's choice."""
    return (each for each in differences if not each.startswith("not of this version: index "))


def in_short(differences: Sequence[str]) -> str:
    """The first few, and how many more."""
    more = len(differences) - SHOWN
    told = "; ".join(differences[:SHOWN])
    return f"{told}; {more} more, see: samvern database check" if more > 0 else told


def _order(key: Key) -> tuple[int, str, str]:
    of, kind, name = key
    return (*DESCRIBED, *MADE).index(kind), of, name


def _plain(sql: str) -> str:
    """Without casts, and with brackets only where they say what belongs together.

    ``a AND (b OR c)`` and ``(a AND b) OR c`` stay apart, ``((a) AND b)`` and ``a AND b`` do not.
    """
    return _group(iter(SIGNS.findall(CASTS.sub("", sql))))


def _group(signs: Iterator[str]) -> str:
    """What stands until the closing bracket: alternatives, each of conditions, each of words."""
    alternatives: list[list[list[str]]] = [[[]]]
    for sign in signs:
        if sign == ")":
            break
        if sign == "OR":
            alternatives.append([[]])
        elif sign == "AND":
            alternatives[-1].append([])
        else:
            alternatives[-1][-1].append(_group(signs) if sign == "(" else sign)
    conditions = [_joined(" AND ", [" ".join(each) for each in one]) for one in alternatives]
    found = _joined(" OR ", conditions)
    return found if _is_one(found) else f"({found})"


def _joined(word: str, parts: Sequence[str]) -> str:
    """A group that the same word joins stands among the others, as PostgreSQL flattens it."""
    if len(parts) == 1:
        return parts[0]
    return word.join(part[1:-1] if _is_joined_by(word, part) else part for part in parts)


def _is_joined_by(word: str, part: str) -> bool:
    if not (part.startswith("(") and _is_one(part)):
        return False
    there = {sign for depth, sign in _depths(part[1:-1]) if depth == 0}
    return ("OR" if "OR" in there else "AND" if "AND" in there else "") == word.strip()


def _is_one(text: str) -> bool:
    """A single word, or a group in brackets of its own."""
    ends = [at for at, (depth, _) in enumerate(_depths(text)) if depth == 0]
    return ends == [len(SIGNS.findall(text)) - 1]


def _depths(text: str) -> Iterator[tuple[int, str]]:
    """Each sign, and in how many brackets one is after it."""
    depth = 0
    for sign in SIGNS.findall(text):
        depth += (sign == "(") - (sign == ")")
        yield depth, sign
