# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack prove``: what does not hold is told as a person; what holds is counted."""

import json
import re
from pathlib import Path

import pytest

from samvern.law.loading import overlay
from samvern.law.pack import Pack
from samvern.law.proving.markdown_page import BEGIN, END, proof_page
from samvern.law.proving.proof import prove
from support.cli import Done, Run
from support.packs import HEAD, MakePack, rule

ROOT = Path(__file__).parents[2]
PACK = HEAD.replace("  version: 1", "  version: 1\n  prove: {from: 2026-07-02, until: 2030-12-31}")
FACTS = """
facts:
  adult: {type: yes_no, label: {nb: Voksen, nn: Vaksen, en: Adult}}
  signs: {type: set, label: {nb: Tegn, nn: Teikn, en: Signs}, options: {a: A, b: B}}
  moved_on: {type: date, label: {nb: Flyttet, nn: Flytta, en: Moved}}
"""
BROKEN = """
properties:
  - id: p
    name: {nb: Rett bare for voksne, nn: Rett berre for vaksne, en: A right for adults only}
    never: r and not adult
"""
KEPT = BROKEN.replace("never: r and not adult", "never: r and not r")
WHEN = "adult or (signs.a and not signs.b and moved_on <= asked_on)"
ENGLISH = """\
p: A right for adults only
  does not hold: A right for adults only
    For somebody of whom this is known:
      Adult: no
      Signs: A and none of the others
      Moved: 2 July 2026
      Asked: 2 July 2026
    → Right (r): yes
"""
BOKMAAL = """\
p: Rett bare for voksne
  gjelder ikke: Rett bare for voksne
    For den som det er kjent om:
      Voksen: nei
      Tegn: A og ingen av de andre
      Flyttet: 2.7.2026
      Spurt: 2.7.2026
    → Right (r): ja
"""
NYNORSK = """\
p: Rett berre for vaksne
  gjeld ikkje: Rett berre for vaksne
    For den som det er kjent om:
      Vaksen: nei
      Teikn: A og ingen av dei andre
      Flytta: 2.7.2026
      Spurt: 2.7.2026
    → Right (r): ja
"""


@pytest.fixture
def folder(make_pack: MakePack, tmp_path: Path) -> Path:
    make_pack(rule(WHEN), pack=PACK, facts=FACTS, properties=BROKEN)
    return tmp_path / "tiny"


def proved(run: Run, folder: Path, *more: str) -> Done:
    return run("pack", "prove", str(folder), *more)


@pytest.mark.parametrize(("lang", "told"), [("en", ENGLISH), ("nb", BOKMAAL), ("nn", NYNORSK)])
def test_what_breaks_a_promise_is_told_as_a_person(
    run: Run, folder: Path, lang: str, told: str
) -> None:
    done = proved(run, folder, "--lang", lang, "--property", "p")
    assert (done.code, done.err) == (1, "")
    lines, last = done.out[: len(told)], done.out[len(told) :]
    assert lines == told
    assert last.startswith("tiny: 0 of 1 properties hold for everybody (1 claims), 1 do not hold;")


def test_as_json_it_can_be_asked_again(run: Run, folder: Path) -> None:
    done = proved(run, folder, "--json")
    found = json.loads(done.out)
    (property,) = found["properties"]
    (counter,) = property["counter_examples"]
    assert (done.code, found["well"], property["state"]) == (1, False, "broken")
    assert counter["situation"] == {
        "facts": {
            "adult": False,
            "moved_on": "2026-07-02",
            "signs": {"has": ["a"], "not": ["b"]},
        },
        "asked_on": "2026-07-02",
        "event_on": None,
    }


def test_out_of_time_nothing_is_proved(run: Run, folder: Path) -> None:
    done = proved(run, folder, "--time", "0")
    assert done.code == 1
    assert done.out.startswith(
        "p: A right for adults only\n  not proved: out of time\nnot proved: out of time\n"
        "tiny: 0 of 1 properties hold for everybody (1 claims), 1 are not proved;"
    )


def test_what_is_not_there_cannot_be_proved(run: Run, folder: Path, tmp_path: Path) -> None:
    assert proved(run, folder, "--property", "q").code == 2
    assert proved(run, tmp_path / "nowhere").code == 2


def test_a_promise_that_mixes_sorts_is_told_where(
    run: Run, make_pack: MakePack, tmp_path: Path
) -> None:
    mixed = BROKEN.replace("r and not adult", "adult = moved_on")
    make_pack(rule(WHEN), "mixed", pack=PACK, facts=FACTS, properties=mixed)
    done = proved(run, tmp_path / "mixed")
    assert (done.code, done.out) == (2, "")
    assert done.err == "properties: p: adult is not a number or a date\n"


def test_the_page_is_written_only_when_all_of_it_holds(
    run: Run, make_pack: MakePack, tmp_path: Path
) -> None:
    file, reasons = tmp_path / "proved.md", ""
    for name, code in (("idle", 1), ("meant", 0)):
        more = {"reasons": reasons} if reasons else {}
        ruleset = make_pack(
            rule("adult and signs"), name, pack=PACK, facts=FACTS, properties=KEPT, **more
        ).ruleset
        done = proved(run, tmp_path / name, "--write", str(file))
        assert (done.code, file.exists()) == (code, not code)
        reasons = "on_purpose: [{finding: changes_nothing, of: [moved_on], reason: Kept}]\n"
    assert file.read_text() == proof_page(ruleset, file.as_posix())


def test_what_is_written_by_hand_beside_the_marks_stands(
    run: Run, make_pack: MakePack, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    ruleset = make_pack(
        rule("adult and signs"), "meant", pack=PACK, facts=FACTS, properties=KEPT,
        reasons="on_purpose: [{finding: changes_nothing, of: [moved_on], reason: Kept}]\n",
    ).ruleset  # fmt: skip
    made = re.sub("^#", "##", proof_page(ruleset, page.as_posix()), flags=re.MULTILINE).strip()
    page.write_text(f"# By hand\n\nBefore.\n{BEGIN}\nold\n{END}\nAfter.\n", encoding="utf-8")
    for _ in range(2):
        assert proved(run, tmp_path / "meant", "--write", str(page)).code == 0
        said = f"# By hand\n\nBefore.\n{BEGIN}\n\n{made}\n\n{END}\nAfter.\n"
        assert page.read_text(encoding="utf-8") == said


def test_check_proves_what_is_promised_unless_told_not_to(run: Run, folder: Path) -> None:
    assert run("pack", "check", str(folder)).code == 1
    assert run("pack", "check", str(folder), "--no-prove").code == 0


@pytest.mark.long
@pytest.mark.parametrize("pack", ["norway", "convention"])
def test_the_packs_keep_what_they_promise(run: Run, pack: str) -> None:
    done = run("pack", "check", pack)
    assert (done.code, done.err) == (0, "")
    proved = re.search(rf"{pack}: (\d+) of (\d+) properties hold for everybody", done.out)
    assert proved
    assert proved[1] == proved[2]


def test_the_gravest_promises_are_kept(norway: Pack) -> None:
    promises = ["avert-or-no-duty", "not-ones-own-agency", "permit-rights-end"]
    assert [v.holds for v in prove(norway.ruleset, only=promises).verdicts] == [True] * 3


def test_norway_promises_enough(norway: Pack) -> None:
    assert len(norway.ruleset.declared.properties) >= 150


def test_the_page_in_the_documents_is_what_the_pack_promises(norway: Pack) -> None:
    page = (ROOT / "docs/proofs.md").read_text(encoding="utf-8")
    assert page == proof_page(norway.ruleset, written=page)
    assert page.count(BEGIN) == page.count(END) == 1


def test_a_contradiction_put_into_the_law_of_norway_is_found(norway: Pack, tmp_path: Path) -> None:
    reform = tmp_path / "reform.yaml"
    reform.write_text(
        "rules:\n  - id: R-AVERT-NOT\n    kind: alert\n    name: No duty\n    text: No duty\n"
        "    when: purpose and minor\n    sources: [{law: straffeloven, at: § 196}]\n"
    )
    verdict = prove(overlay(norway.ruleset, reform), only=["avert-or-no-duty"]).verdicts[0]
    assert verdict.counters[0].rules == {"R-AVERT-01": "yes", "R-AVERT-NOT": "yes"}
