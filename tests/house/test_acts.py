# SPDX-License-Identifier: EUPL-1.2
"""Every act and every detail that any code writes in the trail is called something for people.

Both lists are read out of the code and the SQL: a new act without a name fails here.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import polib
from django.urls import get_resolver

from samvern.access.exports import EXPORTS
from samvern.access.login.assurance_levels import LEVELS, SIGN_IN_LABELS
from samvern.access.unit_of_work import REFUSED, SEEN
from samvern.cases.audit.detail_labels import DETAIL_LABELS, DETAIL_LISTS, DETAIL_WORDS, UNSHOWN
from samvern.cases.audit.domain import SHOWN
from samvern.cases.audit.labels import ACT_LABELS, OUTCOME_LABELS, QUOTA_LABELS, UNNAMED
from samvern.cases.timeline.labels import ACTS, CONCEALED
from samvern.web.workflow_docs import find_state_machines
from support.budgets import ROOT

SOURCE = ROOT / "src/samvern"
LOGS = {"log_act", "log_read"}
OWN = {"case", "object", "outcome"}
"""What is a column of its own and no detail."""
THROUGH = {
    "access/unit_of_work.py": set[str](),
    "access/exports.py": {"rows"},
    "access/workflow.py": {"reason"},
}
"""Where an act is passed on, and the details added there: what comes in is read at its callers,
declarations and machines."""
SQL_ACT = re.compile(r"'act',\s*'([\w.]+)'(\s*\|\|\s*\w+)?")
SQL_ANY_ACT = re.compile(r"(?<!->> )'act',")
"""Not where the act of an entry is read, as the chain does for its hash."""
SQL_DETAIL = re.compile(r"'detail',\s*jsonb_build_object\(")
ANSWERS = re.compile(r"IF made NOT IN \(([^)]*)\)")
UNREAD = "write it as a text, or as an entry of a table of the module"


class Detail(NamedTuple):
    """One detail that an act writes."""

    act: str
    name: str


class Module:
    """A file of the code, with what is needed to read its calls."""

    def __init__(self, path: Path) -> None:
        self.name = str(path.relative_to(SOURCE))
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.functions = [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef)]

    def calls(self, names: set[str]) -> list[ast.Call]:
        """The calls of functions with these names."""
        nodes = ast.walk(self.tree)
        return [n for n in nodes if isinstance(n, ast.Call) and called(n) in names]

    def around(self, call: ast.Call) -> ast.FunctionDef:
        """The function a call stands in."""
        return next(f for f in reversed(self.functions) if call in ast.walk(f))

    def values_of(self, table: str) -> list[str]:
        """The texts of a table of the module."""
        return [
            value.value
            for node in self.tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
            if any(isinstance(t, ast.Name) and t.id == table for t in node.targets)
            for value in node.value.values
            if isinstance(value, ast.Constant) and isinstance(value.value, str)
        ]


def called(call: ast.Call) -> str:
    """The name of what a call calls."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@cache
def writers() -> list[tuple[Module, ast.Call]]:
    """Every call that writes to the trail, with the file it stands in."""
    files = [path for path in sorted(SOURCE.rglob("*.py")) if "log_" in path.read_text("utf-8")]
    modules = [module for module in map(Module, files) if module.name not in THROUGH]
    return [(module, call) for module in modules for call in module.calls(LOGS)]


def acts_of(module: Module, act: ast.expr, call: ast.Call) -> list[str]:
    """The acts that an expression can be; none where it is not understood."""
    match act:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*acts_of(module, body, call), *acts_of(module, other, call)]
        case ast.Subscript(value=ast.Name(id=table)):
            return module.values_of(table)
        case ast.Name():
            outer = module.calls({module.around(call).name})
            return [a for each in outer for a in acts_of(module, each.args[0], each)]
    return []


def names_of(module: Module, call: ast.Call) -> Iterator[str]:
    """The details a call writes; "" for some that are not understood."""
    for keyword in call.keywords:
        if keyword.arg:
            yield keyword.arg
        elif isinstance(keyword.value, ast.Name):
            yield from names_passed(module, call, keyword.value.id)
        else:
            yield ""


def names_passed(module: Module, call: ast.Call, passed: str) -> Iterator[str]:
    """The details that come in by the ``**`` of the function around a call."""
    function = module.around(call)
    given = function.args.kwarg
    if not given or given.arg != passed:
        yield ""
        return
    plain = {a.arg for a in (*function.args.args, *function.args.kwonlyargs)}
    for outer in module.calls({function.name}):
        yield from (k.arg or "" for k in outer.keywords if k.arg not in plain)


@cache
def sql() -> list[str]:
    """The text of every SQL file."""
    return [path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.sql"))]


def acts_in_sql(text: str) -> Iterator[tuple[str, str]]:
    """The acts that functions of the database write, each with what follows it."""
    found = list(SQL_ACT.finditer(text))
    starts = [each.start() for each in found]
    for each, end in zip(found, [*starts[1:], len(text)], strict=False):
        act, more = each.groups()
        rest = text[each.end() : end]
        if not more:
            yield act, rest
            continue
        answers = ANSWERS.search(text)
        assert answers, f"{act}{more}: of what? Say it as IF made NOT IN (…)"
        yield from ((f"{act}{answer}", rest) for answer in re.findall(r"'(\w+)'", answers[1]))


def names_in_sql(text: str) -> Iterator[str]:
    """The details of an entry: every first, third, … text of their list."""
    for start in SQL_DETAIL.finditer(text):
        depth, at, parts = 1, start.end(), [""]
        while depth:
            sign = text[at]
            depth += {"(": 1, ")": -1}.get(sign, 0)
            parts = [*parts, ""] if sign == "," and depth == 1 else parts
            parts[-1] += "" if sign == "," and depth == 1 else sign
            at += 1
        yield from (part.strip().strip("'") for part in parts[::2])


def acts_of_machines() -> set[str]:
    """An act for each transition of each thing, by the name of its table."""
    return {
        f"{machine.table.partition('_')[2]}.{transition.name}"
        for machine in find_state_machines()
        for transition in machine.transitions
    }


def exports() -> dict[str, Any]:
    """What can be taken out; each is declared beside its view."""
    assert get_resolver().url_patterns
    return EXPORTS


def details() -> set[Detail]:
    """Every detail that is written, by code or SQL, with its act."""
    written = {
        Detail(act, name)
        for module, call in writers()
        for act in acts_of(module, call.args[0], call)
        for name in {*names_of(module, call)} - OWN
    }
    return written | {
        Detail(act, name)
        for text in sql()
        for act, rest in acts_in_sql(text)
        for name in names_in_sql(rest)
    }


def test_every_act_that_is_written_has_a_name() -> None:
    written = {*acts_of_machines(), *exports()}
    written |= {act for text in sql() for act, _rest in acts_in_sql(text)}
    unread = []
    for module, call in writers():
        found = acts_of(module, call.args[0], call)
        written.update(found)
        unread += [] if found else [f"{module.name}:{call.lineno}"]
    assert unread == [], UNREAD
    assert len(written) > 300
    assert written - {*ACT_LABELS, *ACTS, *CONCEALED, *exports()} == set()


def test_what_changes_a_case_stands_in_its_history_or_is_kept_out_by_name() -> None:
    changes = {
        act
        for module, call in writers()
        if called(call) == "log_act"
        if "case" in (given := {k.arg for k in call.keywords}) and "outcome" not in given
        for act in acts_of(module, call.args[0], call)
    }
    kept_out = {
        "document.scan", "draft.keep", "key.shred", "retention.confirm", "retention.propose",
        "retention.reject",
    }  # fmt: skip
    assert changes - {*ACTS, *CONCEALED} == kept_out


def test_every_act_written_in_sql_is_read() -> None:
    for text in sql():
        assert len(SQL_ACT.findall(text)) == len(SQL_ANY_ACT.findall(text))


def test_an_act_ends_in_one_of_the_ways_that_have_a_name() -> None:
    """A result of the thing itself is a detail: the history shows what was done."""
    names = {"SEEN": SEEN, "REFUSED": REFUSED, "'seen'": SEEN}
    said = {
        ast.unparse(k.value) for _m, call in writers() for k in call.keywords if k.arg == "outcome"
    }
    assert said - {*names} == set()
    assert {*names.values(), "done"} == {*OUTCOME_LABELS}


def test_every_detail_that_is_written_is_shown_by_a_name_or_kept_off_the_pages() -> None:
    written = {each.name for each in details()}.union(*THROUGH.values())
    unread = [
        f"{module.name}:{call.lineno}"
        for module, call in writers() if "" in {*names_of(module, call)}
    ]  # fmt: skip
    assert unread == [], UNREAD
    words = {name for _noun, name in DETAIL_WORDS}
    assert written - {*DETAIL_LABELS, *words, *UNSHOWN} == set()
    assert {*SHOWN} == {*DETAIL_LABELS} | words | {*DETAIL_LISTS}
    assert UNSHOWN & {*SHOWN} == set()


def test_every_code_that_is_shown_is_said_in_words() -> None:
    words = {name for _noun, name in DETAIL_WORDS}
    shown = {(each.act.partition(".")[0], each.name) for each in details() if each.name in words}
    assert shown == {*DETAIL_WORDS}
    assert {*SIGN_IN_LABELS} == {*LEVELS}


def test_each_name_is_said_in_three_languages() -> None:
    tables = (ACT_LABELS, ACTS, CONCEALED, DETAIL_LABELS, QUOTA_LABELS, SIGN_IN_LABELS, exports())
    outcomes = [name for _color, name in OUTCOME_LABELS.values()]
    texts = [UNNAMED, *outcomes, *(text for table in tables for text in table.values())]
    asked = {text._args[0] for text in texts}
    assert len(asked) > 300
    for language in ("nb", "nn"):
        files = SOURCE.glob(f"**/locale/{language}/LC_MESSAGES/django.po")
        there = {e.msgid for f in files for e in polib.pofile(str(f)) if e.translated()}
        assert asked - there == set()
