# SPDX-License-Identifier: EUPL-1.2
"""What a pack lays out for the person herself is refused when it does not speak to her."""

from pathlib import Path

import pytest

from samvern.law.errors import PackError
from samvern.law.pack import Pack, read_ruleset
from support.packs import FACTS, MakePack, rule

YOU = "    you: {question: Your stay?, options: {none: No, asylum: I wait, citizen: I am one}}\n"
ASKED = FACTS.replace("  signs:", YOU + "  signs:")
DOOR = """
door:
  asks: [stay]
  given: {adult: yes}
  groups:
    - id: sleep
      name: Sleep
      ask: Ask us
      most: 1
      rights: [{id: one, right: r, if: If, says: You have it}]
"""


def problems(make_pack: MakePack, **files: str) -> list[str]:
    """What is said against a pack, without the file it is said of."""
    try:
        make_pack(rule("age < 18"), **{"facts": ASKED, "door": DOOR, **files})
    except PackError as error:
        return [f"{one.field}: {one.message}" for one in error.problems]
    return []


def test_a_door_is_read(make_pack: MakePack) -> None:
    ruleset = make_pack(rule("age < 18"), facts=ASKED, door=DOOR).ruleset
    assert (ruleset.self_help.asks, dict(ruleset.self_help.given)) == (("stay",), {"adult": "yes"})
    told = ruleset.self_help.groups[0].rights[0]
    assert (told.right, told.provided["nn"], told.says["en"]) == ("r", "If", "You have it")
    you = ruleset.facts["stay"].you
    assert you is not None
    assert (you.question["nb"], you.options["asylum"]["en"]) == ("Your stay?", "I wait")


def test_a_pack_without_a_door_keeps_its_hash(make_pack: MakePack) -> None:
    without = make_pack(rule("age < 18")).ruleset
    assert not without.self_help
    assert without.hash != make_pack(rule("age < 18"), facts=ASKED, door=DOOR).ruleset.hash


@pytest.mark.parametrize(
    ("facts", "door", "said"),
    [
        (FACTS, DOOR, "stay: is asked of the person herself, but has no words for her (you:)"),
        (ASKED, DOOR.replace("[stay]", "[stays]"), "stays: asks: stays is not a fact"),
        (
            ASKED.replace("asylum: I wait, ", ""), DOOR,
            "stay.you.options.asylum: is missing",
        ),
        (ASKED, DOOR.replace("right: r", "right: x"), "one: right: x is not a right"),
        (
            ASKED, DOOR.replace("most: 1", "most: 9"),
            "most: is 9 in all; at most 8 rights are shown",
        ),
        (
            ASKED, DOOR.replace("if: If", "given: {stay: none}, if: If"),
            "one: given: stay is asked on the page; only she can answer it",
        ),
        (
            ASKED, DOOR.replace("if: If", "given: {adult: no}, if: If"),
            "one: given: adult is given for the whole page",
        ),
        (ASKED, DOOR.replace("if: If, ", ""), "door.groups[0].rights[0].if: is missing"),
        (
            ASKED, DOOR.replace(", says: You have it", ""),
            "door.groups[0].rights[0].says: is missing, and r has no plain words",
        ),
    ],
)  # fmt: skip
def test_a_door_that_does_not_speak_to_her_is_refused(
    make_pack: MakePack, facts: str, door: str, said: str
) -> None:
    assert problems(make_pack, facts=facts, door=door) == [said]


def test_a_right_speaks_in_its_own_plain_words_where_the_door_has_none(make_pack: MakePack) -> None:
    door = DOOR.replace(", says: You have it", "")
    ruleset = make_pack(rule("age < 18", plain="Plainly"), facts=ASKED, door=door).ruleset
    assert ruleset.self_help.groups[0].rights[0].says["nn"] == "Plainly"


def translated(make_pack: MakePack, tmp_path: Path, text: str) -> Pack:
    make_pack(rule("age < 18"), facts=ASKED, door=DOOR)
    (tmp_path / "tiny/lang").mkdir(exist_ok=True)
    (tmp_path / "tiny/lang/ar.yaml").write_text(text)
    return Pack(read_ruleset(tmp_path / "tiny"))


def test_a_further_language_may_speak_to_her(make_pack: MakePack, tmp_path: Path) -> None:
    text = (
        "facts: {stay: {question: Q, you: {question: Y, "
        "options: {none: N, asylum: A, citizen: C}}}}\n"
        "door: {sleep: {name: S, ask: K}, one: {if: I, says: G}}\n"
    )
    ruleset = translated(make_pack, tmp_path, text).ruleset
    group = ruleset.self_help.groups[0]
    told = group.rights[0]
    assert [part["ar"] for part in (group.name, group.ask, told.provided, told.says)] == [*"SKIG"]
    you = ruleset.facts["stay"].you
    assert you is not None
    assert (you.question["ar"], you.options["asylum"]["ar"]) == ("Y", "A")


def test_a_further_language_that_asks_others_must_ask_her(
    make_pack: MakePack, tmp_path: Path
) -> None:
    with pytest.raises(PackError) as refused:
        translated(make_pack, tmp_path, "facts: {stay: {question: Q}}\n")
    assert [one.message for one in refused.value.problems] == [
        "you: lacks ar, in which the question to others is written"
    ]
