# SPDX-License-Identifier: EUPL-1.2
"""Small packs written for a test, and situations drawn over a whole pack."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from samvern.law import Pack, load_pack
from samvern.law.compiling import compile_ruleset
from samvern.law.expr import names_in
from samvern.law.model import Fact, RuleSet
from samvern.law.pack import read_ruleset

HEAD = """
pack:
  id: tiny
  version: 1
  title: Tiny
  decisions: {two: [{strong: 2}, {strong: 1, any: 3}]}
  holidays: {fixed: [05-17], from_easter: [-3, -2, 0, 1, 39, 49, 50]}
"""
FACTS = """
facts:
  adult: {type: yes_no, label: Adult}
  age: {type: number, min: 0, max: 120, unit: years, label: Age}
  stay:
    type: choice
    label: Stay
    options: {none: None, asylum: Asylum, citizen: Citizen}
  signs: {type: set, label: Signs, options: {a: A, b: B, c: C, d: D}}
  decided_on: {type: date, label: Decided}
"""
INSTRUMENTS = "instruments: {law: {name: The law, url: https://lovdata.no/lov/2000-01-01-1}}\n"

MakePack = Callable[..., Pack]


def rule(body: str, **fields: str) -> str:
    """A `rules:` file with one right called `r`, whose `when` is ``body``."""
    extra = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return (
        "rules:\n  - id: r\n    kind: right\n    name: Right\n    text: Text\n"
        f"    when: {body}\n    sources: [{{law: law, at: § 1}}]\n{extra}"
    )


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Write a pack called tiny from file texts and load it."""

    def make(rules: str, name: str = "tiny", **files: str) -> Pack:
        texts = {"pack": HEAD, "facts": FACTS, "instruments": INSTRUMENTS, "rules": rules} | files
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file, text in texts.items():
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        return Pack(read_ruleset(folder))

    return make


@pytest.fixture(scope="session")
def norway() -> Pack:
    """Norway's pack."""
    return load_pack("norway")


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """Certain values of a fact."""
    options = [option.id for option in fact.options]
    if fact.type == "yes_no":
        return st.booleans()
    if fact.type == "choice":
        return st.sampled_from(options)
    if fact.type == "number":
        return st.integers(max(0, int(max(fact.min, 0))), int(min(fact.max, 120)))
    if fact.type == "date":
        return st.dates(date(1990, 1, 1), date(2030, 1, 1))
    return st.sets(st.sampled_from(options)).map(lambda has: {"only": sorted(has)})


@st.composite
def whole_situations(draw: st.DrawFn, ruleset: RuleSet, most: int = 25) -> dict[str, Any]:
    """Facts of somebody about whom up to ``most`` facts are known for certain.

    Half are drawn from the facts that rules look at most, or most rules would stay untouched.
    """
    hubs = draw(st.lists(st.sampled_from(_hubs(ruleset)), max_size=most // 2))
    others = draw(st.lists(st.sampled_from(sorted(ruleset.facts)), max_size=most // 2))
    names = _compatible(ruleset, {*hubs, *others})
    return {name: draw(values(ruleset.facts[name])) for name in sorted(names)}


def _compatible(ruleset: RuleSet, names: set[str]) -> set[str]:
    """Of facts that imply the same one, at most one: people rarely contradict themselves."""
    kept = set(names)
    for fact in ruleset.facts.values():
        sources = {name for _, expr in fact.implied_by for name in names_in(expr)} & names
        kept -= {fact.id} if sources else set()
        kept -= set(sorted(sources)[1:])
    return kept


_HUBS: dict[str, list[str]] = {}


def _hubs(ruleset: RuleSet) -> list[str]:
    """The thirty facts that most leaves of the pack look at."""
    if ruleset.hash not in _HUBS:
        looks = compile_ruleset(ruleset).leaves_of
        by_looks = sorted(ruleset.facts, key=lambda fact: (-len(looks.get(fact, ())), fact))
        _HUBS[ruleset.hash] = by_looks[:30]
    return _HUBS[ruleset.hash]


@st.composite
def less_known(draw: st.DrawFn, ruleset: RuleSet, facts: dict[str, Any]) -> dict[str, Any]:
    """The same person with some facts forgotten and others known less well."""
    vague: dict[str, Any] = {}
    for name, value in facts.items():
        how = draw(st.sampled_from(["same", "forgotten", "vague"]))
        if how == "same":
            vague[name] = value
        elif how == "vague":
            vague[name] = draw(vaguer(ruleset.facts[name], value))
    return {name: value for name, value in vague.items() if value is not None}


@st.composite
def vaguer(draw: st.DrawFn, fact: Fact, value: Any) -> Any:
    """Something that is true whenever ``value`` is."""
    options = [option.id for option in fact.options]
    if fact.type == "choice":
        return {"one_of": sorted({value, *draw(st.sets(st.sampled_from(options)))})}
    if fact.type == "set":
        lacks = [o for o in options if o not in value["only"]]
        kept = draw(st.sets(st.sampled_from(value["only"]))) if value["only"] else set()
        ruled = draw(st.sets(st.sampled_from(lacks))) if lacks else set()
        return {"has": sorted(kept), "not": sorted(ruled)} if kept or ruled else None
    if fact.type == "number":
        low = max(fact.min, value - draw(st.integers(0, 5)))
        return {"min": low, "max": min(fact.max, value + draw(st.integers(0, 5)))}
    if fact.type == "date":
        return {"min": value} if draw(st.booleans()) else {"max": value}
    return None
