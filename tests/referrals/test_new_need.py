# SPDX-License-Identifier: EUPL-1.2
"""A need written in the pack alone stands in the referral, the directories and the docs."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.test import override_settings

from samvern.access.categories import SHAREABLE
from samvern.cases.consents.choices import Purpose
from samvern.cases.core.pack import current_pack
from samvern.guide.contacts import contacts, day_and_night
from samvern.guide.loaded_pack import loaded_pack
from samvern.law.loading import find_pack
from samvern.law.needs import ANSWERS, FIELDS, PURPOSES
from samvern.referrals.choices import needs
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import CATEGORY_OF, needed_fields
from samvern.referrals.drafts.legal_basis import purpose_of
from support.cli import Run
from support.desks import Desk
from support.visitor import Visitor
from support.workspace import Workspace

ROW = """
  - id: animals
    name: {nb: Hjelp fra veterinær, nn: Hjelp frå veterinær, en: Veterinary help}
    topics: consent_only
    purpose: coordination
    fields:
      contact: {nb: Veterinæren må kunne ringe., nn: Veterinæren må ringe., en: The vet rings.}
      age: {nb: Et barn må ha noen med., nn: Barn må ha nokon med., en: A child brings somebody.}
    answers: [days3, days14]
    offered_by: [crisis_centre]
    in_force: {from: 2020-01-01}
    sources: [{law: gdpr, at: art. 6 nr. 1 bokstav a}]
    confidence: derived
"""
ACTOR = """actors:
  - id: vet
    name: {nb: Dyrehjelpen, nn: Dyrehjelpa, en: Animal help}
    does: {nb: Tar imot dyr., nn: Tek imot dyr., en: Takes in animals.}
    needs: [animals]
    counties: [national]
    confidence: unverified
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Norway's pack with one need and one actor more."""
    for name in ("convention", "norway"):
        shutil.copytree(find_pack(name), tmp_path / name)
    own = tmp_path / "norway"
    with (own / "needs.yaml").open("a", encoding="utf-8") as file:
        file.write(ROW.lstrip("\n"))
    (own / "actors/animals.yaml").write_text(ACTOR, encoding="utf-8")
    return own


@pytest.fixture
def in_use(folder: Path) -> Iterator[None]:
    """The pack with the new need is the one in use."""
    with override_settings(GUIDE_PACK=str(folder)):
        for kept in (current_pack, loaded_pack, contacts, day_and_night):
            kept.cache_clear()
        yield
    for kept in (current_pack, loaded_pack, contacts, day_and_night):
        kept.cache_clear()


def options(page: str, field: str) -> dict[str, str]:
    """What can be chosen in a field, by its code."""
    select = re.search(rf'<select[^>]*name="{field}".*?</select>', page, re.DOTALL)
    assert select, field
    found = re.findall(r'<option value="(\w+)"[^>]*>([^<]*)', select[0])
    return {code: unescape(name).strip() for code, name in found}


@pytest.mark.database
@pytest.mark.usefixtures("in_use")
def test_a_new_need_is_referred_for_and_offered(fresh_workspace: Workspace) -> None:
    where = {"case_id": fresh_workspace.cast.cases["own"]}
    kari, tone = Desk(fresh_workspace, "kari"), Desk(fresh_workspace, "tone")
    asked = kari.read("referral_new", **where)
    assert options(asked, "need")["animals"] == "Hjelp fra veterinær"
    proposed = kari.read("referral_new", "?need=animals&urgency=days3", **where)
    assert "Hvem kan hjelpe: Hjelp fra veterinær" in unescape(proposed)
    refused = kari.see("referral_new", "?need=animals&urgency=tonight", **where)
    assert refused.status_code == 400
    assert "Ingen svarer så raskt på dette. Velg en annen frist." in refused.content.decode()
    directory = kari.read("directory")
    assert options(directory, "need")["animals"] == "Hjelp fra veterinær"
    assert 'value="animals"' not in tone.read("service_new")
    assert "animals" in dict(needs(offered_by="crisis_centre"))
    assert (needed_fields("animals", "ngo"), purpose_of("animals")) == (
        ("age", "contact"), Purpose.COORDINATION,
    )  # fmt: skip


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize(
    ("language", "name", "who"),
    [
        ("nb", "Hjelp fra veterinær", "Dyrehjelpen"),
        ("nn", "Hjelp frå veterinær", "Dyrehjelpa"),
        ("en", "Veterinary help", "Animal help"),
    ],
)
def test_the_guide_finds_who_meets_it(language: str, name: str, who: str) -> None:
    visitor = Visitor(language)
    page = visitor.get(visitor.address("directory") + "?need=animals").content.decode()
    assert options(page, "need")["animals"] == name
    table = visitor.get(visitor.address("directory_csv") + "?need=animals").content.decode()
    assert [row[0] for row in csv.reader(io.StringIO(table), delimiter=";")][1:] == [who]


def test_the_docs_tell_of_it(folder: Path, run: Run) -> None:
    page = run("pack", "needs", str(folder)).out
    _before, found, section = page.partition("## Veterinary help (`animals`)\n")
    assert found
    assert section.splitlines()[1:] == [
        "- In Norwegian: Hjelp fra veterinær (bokmål), Hjelp frå veterinær (nynorsk)",
        "- Ground: consent only",
        "- Purpose: `coordination`",
        "- An answer: within three days, within fourteen days",
        "- Offered by: `crisis_centre`",
        "- In force from 2020-01-01; derived",
        "- Rests on: General Data Protection Regulation (EU) 2016/679 art. 6 no. 1 letter a",
        "",
        "| May go along | Because | To whom |",
        "|---|---|---|",
        "| `contact` | The vet rings. | every receiver |",
        "| `age` | A child brings somebody. | every receiver |",
    ]


def test_a_row_without_its_purpose_is_refused_by_name(folder: Path, run: Run) -> None:
    table = folder / "needs.yaml"
    before, _row, row = table.read_text(encoding="utf-8").partition("  - id: animals\n")
    row = row.replace("    purpose: coordination\n", "")
    table.write_text(f"{before}  - id: animals\n{row}", encoding="utf-8")
    done = run("pack", "check", str(folder), "--no-prove")
    assert done.code == 2
    assert [line.partition(": ")[2] for line in done.err.splitlines()] == [
        "needs.animals.purpose: is missing; say what it is for: " + ", ".join(PURPOSES)
    ]


def test_the_words_of_the_table_are_those_of_the_workspace() -> None:
    assert (tuple(CATEGORY_OF), tuple(Purpose.values)) == (FIELDS, PURPOSES)
    assert tuple(Referral.Urgency.values) == ANSWERS
    assert set(CATEGORY_OF.values()) <= set(SHAREABLE)
