# SPDX-License-Identifier: EUPL-1.2
"""A malformed pack gets one clear line a problem, with file, line and field."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law import Pack, PackError, load_pack
from samvern.law.pack import read_ruleset
from support.packs import FACTS, HEAD, INSTRUMENTS, MakePack, rule

CIRCLE = """
rules:
  - {id: a, kind: definition, name: A, when: b or adult}
  - {id: b, kind: definition, name: B, when: not c}
  - {id: c, kind: definition, name: C, when: a}
"""


def problems(make: MakePack, rules: str, **files: str) -> list[str]:
    with pytest.raises(PackError) as refused:
        make(rules, **files)
    return [str(problem) for problem in refused.value.problems]


def test_a_circle_is_refused_with_its_path(make_pack: MakePack) -> None:
    found = problems(make_pack, CIRCLE)
    assert found == ["tiny/rules.yaml:3: a: goes in a circle: a → b → c → a"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("kind: right", "kind: wrong", "tiny/rules.yaml:3: r.kind: 'wrong' is not one of"),
        ("name: Right", "nmae: Right", "tiny/rules.yaml:2: r.name: is missing"),
        ("at: § 1", "at: § 1, 2", "a text with a comma needs quotes"),
        ("law: law", "law: other", "sources: other is not in instruments.yaml"),
        ("when: adult", "when: adult or", "tiny/rules.yaml:6: r.when: expected"),
        ("name: Right", "name: {nb: Rett}", "tiny/rules.yaml:4: r.name: lacks nn, en"),
        (
            "name: Right",
            "name: {nb: Rett, nn: Rett, en: Right, or so}",
            "r.name: a text with a comma needs quotes: 'or so' was cut off",
        ),
        (
            "    kind",
            "    in_force: {from: tomorrow}\n    kind",
            "must be a date such as 2026-09-15",
        ),
    ],
)
def test_a_mistake_is_shown_where_it_is(
    make_pack: MakePack, before: str, after: str, expected: str
) -> None:
    found = problems(make_pack, rule("adult").replace(before, after))
    assert any(expected in line for line in found), found


def test_every_problem_is_told_at_once(make_pack: MakePack) -> None:
    broken = rule("adult", order="high", urgency="yesterday").replace("text: Text", "text: 1")
    assert len(problems(make_pack, broken)) == 3


def test_a_pack_that_extends_itself_is_refused(make_pack: MakePack) -> None:
    head = HEAD.replace("version: 1", "version: 1\n  extends: tiny")
    assert "goes in a circle" in problems(make_pack, rule("adult"), pack=head)[0]


def test_no_pack_says_which_there_are() -> None:
    with pytest.raises(PackError, match=r"built in \(convention, norway\)"):
        load_pack("atlantis")


def test_a_pack_may_extend_another_and_write_over_it(make_pack: MakePack) -> None:
    make_pack(
        rule("adult", fulfils="[A.1]") + "articles: [{id: A.1, name: A, text: A}]\n", name="base"
    )
    head = HEAD.replace("version: 1", "version: 1\n  extends: base").replace("id: tiny", "id: tiny")
    own = rule("not adult", fulfils="[A.1]").replace("id: r", "id: own")
    child = make_pack(own, pack=head)
    assert list(child.ruleset.rules) == ["own"]
    assert child.ruleset.chain == ("tiny", "tiny") or child.ruleset.chain[0] == "tiny"


def test_a_further_language_is_a_file_of_translations(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack(rule("adult"))
    (tmp_path / "tiny/lang").mkdir()
    file = tmp_path / "tiny/lang/ar.yaml"
    file.write_text("rules: {r: {name: حق}}\nfacts: {stay: {options: {asylum: لجوء}}}", "utf-8")
    pack = make_pack(rule("adult"))
    told = pack.assess({"adult": True}, asked_on=date(2026, 11, 23)).as_dict("ar", "texts")
    right = told["rights"][0]
    assert (right["name"], right["text"]) == ("حق", "Text")
    assert pack.ruleset.languages == ("nb", "nn", "en", "ar")
    file.write_text("rules: {r: {nmae: x}}", "utf-8")
    assert problems(make_pack, rule("adult")) == [
        "tiny/lang/ar.yaml:1: rules: r.nmae is no text of this pack"
    ]


words = st.sampled_from(
    ["rules:", "  - ", "id: ", "when: ", "kind: right", "{", "}", "[", "]", "adult", "count(", "\n",
     "  ", "and", "2026-01-01", "6 months", "nb: ", "versions:", "in_force: {from: 2026-01-01}",
     "x" * 50, "\u202e", "\x00", "- - -", "null", "1e999", "param.x"]
)  # fmt: skip


@given(texts=st.lists(words, max_size=40).map("".join))
def test_whatever_the_text_a_pack_loads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, texts: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("fuzz")
    parts = {"pack": HEAD, "facts": FACTS, "instruments": INSTRUMENTS}
    for name, text in {**parts, "rules": texts}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    try:
        assert isinstance(Pack(read_ruleset(folder)), Pack)
    except PackError as error:
        assert str(error)
