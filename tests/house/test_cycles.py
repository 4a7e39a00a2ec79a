# SPDX-License-Identifier: EUPL-1.2
"""No module imports itself in a circle: not at start, not inside a function, not for types."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
Graph = dict[str, set[str]]


@cache
def modules() -> dict[str, Path]:
    """Every module of ours by its name."""
    found = {}
    for path in sorted((SOURCE / "samvern").rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(base), names=names, level=0):
                below = {f"{base}.{each.name}" for each in names} & modules().keys()
                yield from below
                if len(below) < len(names):
                    yield base


def graph() -> Graph:
    """For each module those it imports."""
    return {
        name: {one for one in imported(path) if one in modules()} - {name}
        for name, path in modules().items()
    }


def circles(edges: Graph) -> set[frozenset[str]]:
    """Groups of names that all lead to each other (Tarjan 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: set[frozenset[str]] = set()

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        stack.append(name)
        for other in edges.get(name, ()):
            if other not in number:
                visit(other)
            if other in stack:
                lowest[name] = min(lowest[name], lowest[other])
        if lowest[name] == number[name]:
            group = frozenset(stack[stack.index(name) :])
            del stack[stack.index(name) :]
            if len(group) > 1:
                found.add(group)

    for name in edges:
        if name not in number:
            visit(name)
    return found


def test_circles_are_found() -> None:
    edges = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set(), "e": {"e", "d"}}
    assert circles(edges) == {frozenset("abc")}


def test_every_module_is_read() -> None:
    edges = graph()
    assert len(edges) > 500
    assert "samvern.law.truth" in edges["samvern.law.pack"]


def test_no_module_leads_back_to_itself() -> None:
    assert circles(graph()) == set()


def test_the_core_of_a_case_knows_none_of_its_nouns() -> None:
    core = {name: used for name, used in graph().items() if name.startswith("samvern.cases.core")}
    below = ("samvern.cases.core", "samvern.access", "samvern.identity", "samvern.law")
    above = {one for used in core.values() for one in used if one.startswith("samvern.cases.")}
    assert len(core) > 5
    assert {one for one in above if not one.startswith(below)} == set()
