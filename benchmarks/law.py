# SPDX-License-Identifier: EUPL-1.2
"""The law kernel: one person, a million people, beside three other rule engines, and as it grows.

Every engine runs in a process of its own and first has to give the same answers as ours.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import _engines
import _rules

VERSIONS = {"openfisca-core": "openfisca-core", "json-logic-qubit": "json-logic-qubit",
            "SpiffWorkflow DMN": "spiffworkflow"}  # fmt: skip
SAMPLE, MANY, ROUNDS = 500, 1_000_000, 5


def times(run: Callable[[], object], rounds: int) -> list[float]:
    """Seconds of each round, shortest first."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return sorted(found)


def megabytes() -> float:
    """The most memory this process has used."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str) -> dict[str, Any]:
    """One engine, in this process."""
    single, batch = _engines.ENGINES[name]()
    columns = _rules.people(SAMPLE)
    everyone = [_rules.person(columns, row) for row in range(SAMPLE)]
    told = [single(facts) for facts in everyone]
    answers = [sum(one[id] << n for n, id in enumerate(_rules.RULES)) for one in told]
    alone = [seconds for facts in everyone for seconds in times(lambda f=facts: single(f), 1)]
    found: dict[str, Any] = {"single": statistics.median(alone), "answers": answers}
    if batch:
        crowd, before = _rules.people(MANY), megabytes()
        found["batch"] = statistics.median(times(lambda: batch(crowd, MANY), ROUNDS))
        found["memory"] = megabytes() - before
    return found


def compare() -> None:
    """The table of engines."""
    found = {}
    for name in _engines.ENGINES:
        command = [sys.executable, __file__, "--engine", name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[name] = json.loads(done.stdout)
    ours = found["samvern"]
    print("| engine | one person, twenty rules | ratio | a million people | ratio | memory added |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, one in found.items():
        assert one["answers"] == ours["answers"], f"{name} answers otherwise"
        label = f"{name} {version(VERSIONS[name])}" if name in VERSIONS else name
        row = [label, f"{one['single'] * 1e6:,.0f} µs", f"{one['single'] / ours['single']:.1f}"]
        row += ["-"] * 3
        if "batch" in one:
            ratio = one["batch"] / ours["batch"]
            row[3:] = [f"{one['batch'] * 1e3:,.0f} ms", f"{ratio:.1f}", f"{one['memory']:,.0f} MB"]
        print(f"| {' | '.join(row)} |")


def whole_pack() -> None:
    """The Norwegian pack: an assessment, its explanation, and its JSON."""
    from samvern.law import Truth, load_pack

    start = time.perf_counter()
    pack = load_pack("norway")
    size = f"{len(pack.ruleset.rules)} rules, {len(pack.program.nodes)} nodes"
    print(f"\nNorway's pack ({size}) loads in "
          f"{time.perf_counter() - start:.2f} s.\n")  # fmt: skip
    cases = pack.ruleset.cases

    def assess(case: Any) -> Any:
        return pack.assess(case.facts, asked_on=case.asked_on, event_on=case.event_on)

    def explain(case: Any) -> None:
        result = assess(case)
        for id in pack.ruleset.rules:
            result.why(id), result.rests_on(id), result.missing(id)
        _ = result.next_questions

    def told(case: Any) -> None:
        result = assess(case)
        for id in pack.ruleset.rules:
            if result.value(id) is Truth.YES:
                result.why(id), result.rests_on(id)

    rows = {
        "assessment": assess,
        "assessment and the proof of everything that is a yes": told,
        "assessment, proof and gaps of every rule, next questions": explain,
        "the whole answer with texts and smallest changes": lambda c: assess(c).as_dict(
            "nb", ("texts", "changes")
        ),
    }
    print(f"| each of the {len(cases)} example cases | median | 95th percentile |")
    print("|---|---:|---:|")
    for label, run in rows.items():
        found = sorted(t for case in cases for t in times(lambda c=case, r=run: r(c), 1))
        print(f"| {label} | {statistics.median(found) * 1e3:.2f} ms | "
              f"{found[int(len(found) * 0.95)] * 1e3:.2f} ms |")  # fmt: skip


def growth() -> None:
    """More rules, more people."""
    from samvern.law.batch import assess_columns

    def run(pack: Any, crowd: Any, count: int) -> Any:
        return assess_columns(pack, crowd, count, asked_on=_engines.TODAY)

    print("\n| rules | one person | a million people |")
    print("|---:|---:|---:|")
    crowd = _rules.people(MANY)
    someone = _rules.person(crowd, 0)
    for count in (10, 100, 1000):
        pack = _engines.pack_of(_rules.many(count))
        one = times(lambda p=pack: p.assess(someone, asked_on=_engines.TODAY), 200)[100]
        all_ = times(lambda p=pack: run(p, crowd, MANY), 3)[1]
        print(f"| {count:,} | {one * 1e6:,.0f} µs | {all_ * 1e3:,.0f} ms |")
    print("\n| people | twenty rules | a person |")
    print("|---:|---:|---:|")
    pack = _engines.pack_of(_rules.RULES)
    for exponent in range(3, 8):
        count = 10**exponent
        crowd = _rules.people(count)
        seconds = times(lambda c=crowd, n=count: run(pack, c, n), 3)[1]
        print(f"| {count:,} | {seconds * 1e3:,.1f} ms | {seconds / count * 1e9:,.0f} ns |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        compare()
        whole_pack()
        growth()
