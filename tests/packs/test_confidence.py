# SPDX-License-Identifier: EUPL-1.2
"""``pack fidelity`` counts each rule with a source once, by its least sure wording."""

from pathlib import Path

from samvern.law import load_pack
from samvern.law.confidence import confidence_table
from support.cli import Run
from support.packs import MakePack, rule

DOC = Path(__file__).parents[2] / "docs/fidelity.md"
MORE = """
  - {id: s, kind: right, name: S, text: T, when: adult, confidence: derived,
     sources: [{law: law, at: § 1}]}
  - {id: d, kind: duty, strength: must, name: D, text: T, when: adult, confidence: verified,
     sources: [{law: law, at: § 1}]}
  - {id: t, kind: definition, name: T, when: adult}
"""


def test_the_table_counts_every_rule_that_cites_something(run: Run) -> None:
    rows = [line.split("|") for line in run("pack", "fidelity").out.splitlines() if "|" in line]
    counted = {row[1].strip(): [int(cell.split()[0]) for cell in row[2:5]] for row in rows[2:]}
    rules = [
        r for r in load_pack("norway").ruleset.rules.values() if any(v.sources for v in r.versions)
    ]
    total = counted.pop("all")
    assert sum(total) == len(rules)
    assert [sum(column) for column in zip(*counted.values(), strict=True)] == total
    least = sum(any(v.confidence == "unverified" for v in rule.versions) for rule in rules)
    assert total[2] == least


def test_the_page_names_the_command_and_says_who_has_confirmed_nothing() -> None:
    text = " ".join(DOC.read_text(encoding="utf-8").split())
    assert "./samvern pack fidelity" in text
    assert "No jurist, no authority and no helper has confirmed the pack." in text
    for file in ("tests/data/threshold/people.yaml", "tests/data/threshold/holdout.yaml"):
        assert file in text and (DOC.parents[1] / file).exists()


def test_the_table_has_a_row_for_each_kind_and_one_for_all(make_pack: MakePack) -> None:
    ruleset = make_pack(rule("adult") + MORE).ruleset
    assert confidence_table(ruleset).splitlines() == [
        "| kind of rule | verified | derived | unverified |",
        "|---|---:|---:|---:|",
        "| right | 0 (0%) | 1 (50%) | 1 (50%) |",
        "| duty | 1 (100%) | 0 (0%) | 0 (0%) |",
        "| all | 1 (33%) | 1 (33%) | 1 (33%) |",
    ]
