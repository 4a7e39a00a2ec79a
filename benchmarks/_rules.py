# SPDX-License-Identifier: EUPL-1.2
"""Twenty rules in one small language, written out for four engines.

They are the shape of real ones: three elements, an offence, levels, residence and rights, each
resting on facts and on earlier rules. Every fact is known, since the other engines have no unknown.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from samvern.law.expr import All, Compare, Const, Expr, In, Name, Not, parse
from samvern.law.expr import Any as Or

FLAGS = ("force", "threat", "abuse", "recruits", "houses", "exploits", "sex", "work", "begging",
         "organ", "accepts", "danger", "buyer", "presumed")  # fmt: skip
STAYS = ("irregular", "asylum", "reflection", "limited", "eea", "norwegian")
RULES: dict[str, str] = {
    "minor": "age < 18",
    "means": "force or threat or abuse",
    "conduct": "recruits or houses or exploits",
    "purpose": "sex or work or begging or organ",
    "offence": "conduct and purpose and (means or minor) and not buyer",
    "fallback": "purpose and not means and not minor",
    "concern": "means or conduct or purpose",
    "grounds": "purpose and (means or minor)",
    "strong": "offence and (force or minor)",
    "victim": "presumed or grounds",
    "foreign": "stay in {irregular, asylum, reflection, limited, eea}",
    "insecure": "stay in {irregular, asylum}",
    "reflection_right": "victim and foreign and accepts",
    "social": "stay in {reflection, limited, norwegian} or (stay = eea and victim)",
    "health": "stay in {asylum, norwegian} or minor",
    "emergency": "danger or not health",
    "counsel": "victim",
    "notify": "minor and purpose",
    "avert": "notify and danger",
    "housing": "victim and accepts and not notify",
}


def people(count: int, seed: int = 1) -> dict[str, np.ndarray[Any, Any]]:
    """``count`` made-up people: flags 0/1, ages, and the number of their stay."""
    random = np.random.default_rng(seed)
    columns: dict[str, np.ndarray[Any, Any]] = {flag: random.random(count) < 0.3 for flag in FLAGS}
    columns["age"] = random.integers(0, 80, count).astype(float)
    columns["stay"] = random.integers(0, len(STAYS), count)
    return columns


def person(columns: dict[str, np.ndarray[Any, Any]], row: int) -> dict[str, Any]:
    """One of them, with plain values."""
    found: dict[str, Any] = {flag: bool(columns[flag][row]) for flag in FLAGS}
    return found | {"age": float(columns["age"][row]), "stay": STAYS[columns["stay"][row]]}


def pack_files(rules: dict[str, str]) -> dict[str, str]:
    """The rules as a pack of ours."""
    flags = "".join(f"  {flag}: {{type: yes_no, label: {flag}}}\n" for flag in FLAGS)
    stays = ", ".join(f"{stay}: {stay}" for stay in STAYS)
    facts = (
        f"facts:\n{flags}  age: {{type: number, label: age}}\n"
        f"  stay: {{type: choice, label: stay, options: {{{stays}}}}}\n"
    )
    body = "".join(
        f"  - {{id: {id}, kind: definition, name: {id}, when: '{when}'}}\n"
        for id, when in rules.items()
    )
    return {"pack": "pack: {id: bench, version: 1, title: Bench}\n", "facts": facts,
            "rules": f"rules:\n{body}"}  # fmt: skip


def json_logic(expr: Expr, rules: dict[str, Any]) -> Any:
    """The same expression for a JSON-logic engine, earlier rules written in."""
    match expr:
        case Name(name):
            return rules.get(name, {"var": name})
        case Not(item):
            return {"!": [json_logic(item, rules)]}
        case All(items):
            return {"and": [json_logic(item, rules) for item in items]}
        case Or(items):
            return {"or": [json_logic(item, rules) for item in items]}
        case In(name, options):
            return {"in": [{"var": name}, list(options)]}
        case Compare(op, Name(name), Const(value)):
            return {{"=": "=="}.get(op, op): [{"var": name}, value]}
        case Compare("=", Name(name), Name(option)):
            return {"==": [{"var": name}, option]}
    raise ValueError(expr)


def python(expr: Expr) -> str:
    """The same expression in Python's words, which SpiffWorkflow's DMN tables take."""
    match expr:
        case Name(name):
            return name
        case Not(item):
            return f"(not {python(item)})"
        case All(items):
            return "(" + " and ".join(map(python, items)) + ")"
        case Or(items):
            return "(" + " or ".join(map(python, items)) + ")"
        case In(name, options):
            return f"({name} in {list(options)!r})"
        case Compare(op, Name(name), Const(value)):
            return f"({name} {op} {value})"
        case Compare("=", Name(name), Name(option)):
            return f"({name} == {option!r})"
    raise ValueError(expr)


def arrays(expr: Expr, value: Any) -> Any:
    """The same expression over NumPy arrays; ``value(name)`` gives a column."""
    match expr:
        case Name(name):
            return value(name)
        case Not(item):
            return ~arrays(item, value)
        case All(items):
            return np.logical_and.reduce([arrays(item, value) for item in items])
        case Or(items):
            return np.logical_or.reduce([arrays(item, value) for item in items])
        case In(name, options):
            return np.isin(value(name), [STAYS.index(option) for option in options])
        case Compare("<", Name(name), Const(limit)):
            return value(name) < limit
        case Compare("=", Name(name), Name(option)):
            return value(name) == STAYS.index(option)
    raise ValueError(expr)


def trees(rules: dict[str, str]) -> dict[str, Expr]:
    """The rules parsed."""
    return {id: parse(when) for id, when in rules.items()}


def many(count: int) -> dict[str, str]:
    """``count`` rules for the growth table: the twenty over and over, each resting on the last."""
    found: dict[str, str] = {}
    names = list(RULES)
    for number in range(count):
        name, turn = names[number % 20], number // 20
        when = RULES[name]
        if turn:
            when = f"({when}) or {name}_{turn - 1 if turn > 1 else 0}"
        found[f"{name}_{turn}" if turn else f"{name}_0"] = _renamed(when, turn)
    return found


def _renamed(when: str, turn: int) -> str:
    import re

    known = "|".join(RULES)
    return re.sub(rf"\b({known})\b(?!_)", lambda found: f"{found[1]}_{turn}", when)
