# SPDX-License-Identifier: EUPL-1.2
"""The twenty rules in four engines; each answers one person and, where it can, a batch."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import _rules

Single = Callable[[dict[str, Any]], dict[str, bool]]
Batch = Callable[[dict[str, Any], int], dict[str, Any]]
TODAY = date(2026, 11, 23)


def pack_of(rules: dict[str, str]) -> Any:
    """The rules loaded as a pack."""
    from samvern.law.pack import Pack, read_ruleset

    with tempfile.TemporaryDirectory() as folder:
        for name, text in _rules.pack_files(rules).items():
            (Path(folder) / f"{name}.yaml").write_text(text)
        return Pack(read_ruleset(Path(folder)))


def samvern() -> tuple[Single, Batch]:
    """Ours."""
    from samvern.law import Truth
    from samvern.law.batch import assess_columns

    pack = pack_of(_rules.RULES)

    def single(facts: dict[str, Any]) -> dict[str, bool]:
        result = pack.assess(facts, asked_on=TODAY)
        return {id: result.value(id) is Truth.YES for id in _rules.RULES}

    def batch(columns: dict[str, Any], count: int) -> dict[str, Any]:
        found = assess_columns(pack, columns, count, asked_on=TODAY)
        return {id: found.holds(id) for id in _rules.RULES}

    return single, batch


def openfisca() -> tuple[Single, Batch]:
    """OpenFisca-core: a variable a rule, formulas over NumPy arrays."""
    from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables

    entity = entities.build_entity("person", "persons", "", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([entity])
    kinds = dict.fromkeys(_rules.FLAGS, bool) | {"age": float, "stay": int}

    def declare(name: str, kind: type, formula: Any = None) -> None:
        body: dict[str, Any] = {
            "value_type": kind, "entity": entity, "label": name,
            "definition_period": periods.DateUnit.MONTH,
        }  # fmt: skip
        if formula:
            body["formula"] = formula
        system.add_variable(type(name, (variables.Variable,), body))

    for name, kind in kinds.items():
        declare(name, kind)

    def formula_of(tree: Any) -> Any:
        return lambda persons, period: _rules.arrays(tree, lambda name: persons(name, period))

    for name, tree in _rules.trees(_rules.RULES).items():
        declare(name, bool, formula_of(tree))

    def batch(columns: dict[str, Any], count: int) -> dict[str, Any]:
        simulation = simulations.SimulationBuilder().build_default_simulation(system, count)
        for name in kinds:
            simulation.set_input(name, "2026-11", columns[name])
        return {id: simulation.calculate(id, "2026-11") for id in _rules.RULES}

    def single(facts: dict[str, Any]) -> dict[str, bool]:
        import numpy as np

        columns = {k: np.array([v]) for k, v in facts.items() if k != "stay"}
        columns["stay"] = np.array([_rules.STAYS.index(facts["stay"])])
        return {id: bool(found[0]) for id, found in batch(columns, 1).items()}

    return single, batch


def json_logic() -> tuple[Single, None]:
    """json-logic-qubit: one JSON tree a rule."""
    from json_logic import jsonLogic

    trees: dict[str, Any] = {}
    for name, tree in _rules.trees(_rules.RULES).items():
        trees[name] = _rules.json_logic(tree, trees)

    def single(facts: dict[str, Any]) -> dict[str, bool]:
        return {id: bool(jsonLogic(tree, facts)) for id, tree in trees.items()}

    return single, None


def dmn() -> tuple[Single, None]:
    """SpiffWorkflow's DMN engine: one decision table a rule, each output an input of the next."""
    from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
    from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
    from SpiffWorkflow.dmn.specs.model import (
        DecisionTable,
        Input,
        InputEntry,
        Output,
        OutputEntry,
        Rule,
    )  # fmt: skip

    engine = PythonScriptEngine()
    tables = {}
    for name, tree in _rules.trees(_rules.RULES).items():
        table = DecisionTable(name, name, "UNIQUE")
        given = Input("in", name, name, _rules.python(tree), "boolean")
        told = Output("out", name, name, "boolean")
        table.inputs.append(given)
        table.outputs.append(told)
        for answer in (True, False):
            rule = Rule(str(answer))
            entry = InputEntry(str(answer), given)
            entry.lhs.append(str(answer))
            rule.inputEntries.append(entry)
            out = OutputEntry(str(answer), told)
            out.text = out.parsedRef = str(answer)
            rule.outputEntries.append(out)
            table.rules.append(rule)
        tables[name] = DMNEngine(table)

    def single(facts: dict[str, Any]) -> dict[str, bool]:
        task = SimpleNamespace(data=dict(facts), workflow=SimpleNamespace(script_engine=engine))
        for name, table in tables.items():
            task.data[name] = bool(table.decide(task)[0].id == "True")
        return {id: task.data[id] for id in _rules.RULES}

    return single, None


ENGINES: dict[str, Callable[[], tuple[Single, Batch | None]]] = {
    "samvern": samvern, "openfisca-core": openfisca, "json-logic-qubit": json_logic,
    "SpiffWorkflow DMN": dmn,
}  # fmt: skip
