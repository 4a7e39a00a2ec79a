# SPDX-License-Identifier: EUPL-1.2
"""From an empty database to a signed-in leader with a case, by the commands an operator has."""

import os
import re
import shlex
import stat
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from samvern.web.database import Server
from samvern.web.database.roles import APP, OWNER
from samvern.web.keyring import Keyring
from support.budgets import ROOT
from support.cli import Done, Run
from support.database import EMPTY
from support.door import Visitor
from support.invitations import PASSWORD, come_in
from support.workspace import close_database, leave_database, use_database
from support.workspace import run as at_server

pytestmark = pytest.mark.database
EXAMPLE = ROOT / "deploy/organisations.example.yaml"
LINK = re.compile(r"http://localhost:8000/nb/workspace/[\w/-]*?/([\w-]{43})$", re.MULTILINE)
HAVN = ("organisation", "add", "--name", "Trygg Eksempelhavn", "--kind", "ngo",
        "--region", "national", "--administrator", "Guro Utkast <guro@eksempel.no>")  # fmt: skip
TWO = ("--owner", "Åse Eier", "--second", "Odd Nummerto")


@pytest.fixture
def empty(migrated: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty installation, of this process and its commands; how a superuser reaches it."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    at_server(migrated, f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {EMPTY}")
    close_database(migrated, name)
    for variable, role in (("DATABASE_URL", APP), ("SAMVERN_OWNER_URL", OWNER)):
        monkeypatch.setenv(variable, migrated.url(role, name))
    before = connections.settings["default"]
    use_database(migrated.url(APP, name))
    yield migrated.url("postgres", name)
    leave_database()
    connections.settings["default"] = before
    at_server(migrated, f"DROP DATABASE {name} WITH (FORCE)")


def ask(url: str, query: str, *values: Any) -> list[Any]:
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(query.encode(), list(values)).fetchall()


def trail(url: str) -> list[tuple[str, str, str]]:
    """What the trails say: whose, by whom, what."""
    return ask(
        url,
        "SELECT coalesce(o.name, '?'), l.role, l.act FROM audit.line l "
        "LEFT JOIN access_organisation o ON o.id = l.chain ORDER BY l.at, l.number",
    )


def link_in(done: Done) -> str:
    assert done.code == 0, done.err
    found = LINK.findall(done.out)
    assert len(found) == 1, done.out
    return str(found[0])


def invite_from(admin: Visitor, **values: str) -> str:
    """A link from an administrator's page."""
    page = admin.send("workspace:colleague_invite", {"email": "", "unit_id": "", **values})
    found = re.search(r"/([\w-]{43})<", page.content.decode())
    assert found, page.status_code
    return found[1]


def test_from_an_empty_database_to_a_leader_with_a_case(empty: str, run: Run) -> None:
    done = run(*HAVN, "--unit", "Hjelpetelefonen", "--actor", "rosa")
    admin = come_in(link_in(done))
    assert admin.is_in()
    page = admin.see("workspace:administrator").content.decode()
    assert "Trygg Eksempelhavn" in page and "Hjelpetelefonen" in page
    unit = str(ask(empty, "SELECT id FROM access_unit")[0][0])
    leader = come_in(
        invite_from(admin, name="Tone Skisse", login="tone", role="leader", unit_id=unit)
    )
    assert leader.see("workspace:cases").status_code == 404
    assert run("organisation", "waiting").out.endswith("  Tone Skisse, Trygg Eksempelhavn\n")
    waiting = run("organisation", "waiting").out.split()[0]
    assert run("organisation", "confirm", waiting, *TWO).out == "confirmed\n"
    opened = leader.send("workspace:open_case", {"kind": "assistance", "circle": "unit"})
    assert opened.status_code == 302, opened.content.decode()[:300]
    assert leader.get(opened.headers["Location"]).status_code == 200
    assert ask(empty, "SELECT o.name, c.state FROM cases_case c "
               "JOIN access_organisation o ON o.id = c.organisation_id") == [
        ("Trygg Eksempelhavn", "open")
    ]  # fmt: skip
    ours = ("Trygg Eksempelhavn", "operator")
    assert trail(empty)[:3] == [
        (*ours, "organisation.add"), (*ours, "unit.add"), (*ours, "member.invite"),
    ]  # fmt: skip
    assert (*ours, "member.confirm_first") in trail(empty)


def test_a_link_is_good_once_and_never_shown_again(empty: str, run: Run) -> None:
    link = link_in(run(*HAVN))
    assert link not in run("organisation", "list").out
    kept = ask(empty, "SELECT encode(key, 'hex') FROM gate.invitation")
    assert kept and link not in str(kept)
    assert come_in(link).is_in()
    assert Visitor().see("login_invitation", link=link).status_code == 404


def test_closed_it_lets_nobody_in_by_password_or_link(empty: str, run: Run) -> None:
    admin = come_in(link_in(run(*HAVN)))
    waits = link_in(run("organisation", "invite", "Trygg Eksempelhavn", "Ada Prøve <ada>"))
    said = run("organisation", "close", "Trygg Eksempelhavn", stdin="n\n")
    assert (said.code, admin.is_in()) == (130, True)
    done = run("organisation", "close", "Trygg Eksempelhavn", stdin="y\n")
    assert (done.code, "is closed: 2 memberships and 0 shares ended" in done.out) == (0, True)
    assert not admin.is_in()
    assert Visitor().see("login_invitation", link=waits).status_code == 404
    later = Visitor()
    later.say_password("guro@eksempel.no", PASSWORD)
    assert not later.is_in()
    again = run(*HAVN[:-1], "Ny <ny>")
    assert "is called Trygg Eksempelhavn, which is closed" in again.err


def test_who_has_not_come_in_gets_a_new_link_and_so_does_who_lost_her_phone(
    empty: str, run: Run
) -> None:
    first = link_in(run(*HAVN))
    assert "guro@eksempel.no, administrator, has not come in" in run("organisation", "list").out
    second = link_in(run("organisation", "invite", "trygg  eksempelhavn", "guro@eksempel.no"))
    assert Visitor().see("login_invitation", link=first).status_code == 404
    admin = come_in(second)
    assert admin.is_in()
    assert "has not come in" not in run("organisation", "list").out
    third = link_in(run("organisation", "invite", "Trygg Eksempelhavn", "guro@eksempel.no"))
    assert come_in(third).is_in()
    assert not admin.is_in(), "what she had before ends"
    acts = [act for _whose, _role, act in trail(empty) if act.startswith("member.")]
    assert acts == ["member.invite", "member.renew", "member.renew"]


def test_a_body_that_coordinates_has_coordinators_and_no_other_has(empty: str, run: Run) -> None:
    refused = run(*HAVN, "--coordinator", "Sara Mønster <sara>")
    assert (refused.code, "only an organisation of kind coordination" in refused.err) == (2, True)
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]
    done = run(
        "organisation", "add", "--name", "Eksempel nasjonal koordinering", "--kind",
        "coordination", "--region", "national", "--administrator", "Anna Utkast <anna>",
        "--coordinator", "Sara Mønster <sara>",
    )  # fmt: skip
    links = LINK.findall(done.out)
    assert (done.code, len(links)) == (0, 2), done.err
    sara = come_in(links[1])
    assert sara.see("workspace:board").status_code == 200
    assert ask(empty, "SELECT gate.has_coordinator()") == [(True,)]


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--kind", "polis", "police (Police)"),
        ("--kind", "private_person", "ngo (Voluntary organisation)"),
        ("--region", "Vestlandet", "national (the whole country)"),
        ("--region", "Vestlandet", "Vestland"),
        ("--actor", "rosaa", "rosa"),
        ("--name", "  ", "1 to 120 signs"),
        ("--administrator", "guro@eksempel.no", 'write "Name <login>"'),
        ("--administrator", "Guro <gürö>", "letters from a to z"),
    ],
)
def test_a_wrong_value_says_which_there_are_and_makes_nothing(
    empty: str, run: Run, option: str, value: str, says: str
) -> None:
    words = dict(zip(HAVN[2::2], HAVN[3::2], strict=True)) | {option: value}
    done = run("organisation", "add", *[each for pair in words.items() for each in pair])
    assert (done.code, says in done.err) == (2, True), done.err
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]


def test_no_two_are_called_the_same_and_a_new_region_is_meant(empty: str, run: Run) -> None:
    link_in(run(*HAVN))
    again = [*HAVN[:3], "TRYGG  EKSEMPELHAVN", *HAVN[4:-1], "Ny <ny>"]
    assert "another organisation is called Trygg Eksempelhavn" in run(*again).err
    other = [*HAVN[:3], "Fyret", *HAVN[4:7], "Eksempelby", "--administrator"]
    assert run(*other, "Ny <ny>").code == 2
    link_in(run(*other, "Ny <ny>", "--new-region"))
    changed = run("organisation", "change", "Fyret", "--name", "Eksempelfyret")
    assert (changed.code, changed.out) == (0, "Eksempelfyret (Eksempelby)\n")
    twice = [*HAVN[:3], "Vågen", *HAVN[4:], "--administrator", HAVN[-1].replace("guro", "bo")]
    twice[twice.index(HAVN[-1])] = twice[-1]
    assert "somebody of the organisation has it already" in run(*twice).err
    assert "somebody else signs in by it" in run(
        *HAVN[:3], "Tredje", *HAVN[4:-1], "Ny <ny>"
    ).err  # fmt: skip


@pytest.mark.parametrize("role", [APP, "samvern_backup"])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT gate.invite_at_server('', gen_random_uuid(), 'a', 'A', '', 'administrator')",
        "SELECT gate.close_organisation(gen_random_uuid())",
        "SELECT gate.keepers()",
        "INSERT INTO access_organisation (id, created_at, name, kind, actor_code, region, active,"
        " synthetic) VALUES (gen_random_uuid(), now(), 'x', 'ngo', '', '', true, false)",
        "UPDATE access_organisation SET active = false",
    ],
)
def test_nobody_but_the_owner_can(empty: str, migrated: Server, role: str, statement: str) -> None:
    url = migrated.url(role, empty.rpartition("/")[2].partition("?")[0])
    with psycopg.connect(url) as connection, pytest.raises(psycopg.Error) as refused:
        connection.execute(statement.encode())
    assert refused.value.sqlstate in {"42501", "25006"}


def test_a_whole_country_is_set_up_from_the_example_and_again_is_nothing(
    empty: str, run: Run, tmp_path: Path
) -> None:
    counts = "SELECT (SELECT count(*) FROM access_organisation), (SELECT count(*) FROM access_unit)"
    dry = run("setup", str(EXAMPLE), "--dry-run")
    assert (dry.code, LINK.findall(dry.out)) == (0, []), dry.err
    assert ask(empty, counts) == [(0, 0)]
    assert trail(empty) == []
    kept = tmp_path / "links.tsv"
    done = run("setup", str(EXAMPLE), "--links", str(kept))
    assert (done.code, LINK.findall(done.out)) == (0, []), done.err
    assert ask(empty, counts) == [(18, 25)]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    rows = [line.split("\t") for line in kept.read_text("utf-8").splitlines()]
    assert len(rows) == 19
    assert [row[:4] for row in rows if row[3] == "coordinator"] == [
        ["Eksempel nasjonal koordinering", "Sara Mønster", "sara.monster@koordinering.example",
         "coordinator"],
    ]  # fmt: skip
    assert come_in(rows[0][4].rpartition("/")[2]).is_in()
    before = trail(empty)
    again = run("setup", str(EXAMPLE))
    assert (again.code, again.out) == (0, f"Nothing to do: everything in {EXAMPLE.name} is there\n")
    assert trail(empty) == before


def test_every_kind_there_is_can_be_set_up() -> None:
    from django.utils import translation

    from samvern.cases.organisation.kinds import organisation_kinds

    with translation.override("nb"):
        kinds = organisation_kinds()
    assert set(re.findall(r"kind: (\w+)", EXAMPLE.read_text("utf-8"))) == set(kinds)


def test_what_is_new_in_the_file_is_added_and_what_is_gone_stays(
    empty: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "land.yaml"
    one = "organisations:\n  - name: Fyret\n    kind: ngo\n    region: Oslo\n    administrators:\n"
    file.write_text(f"{one}      - {{name: Ada Prøve, login: ada}}\n", "utf-8")
    link_in(run("setup", str(file)))
    file.write_text(
        one.replace("Oslo", "Agder")
        + "      - {name: Bo Prøve, login: bo}\n    units: [Botilbudet]\n", "utf-8"
    )  # fmt: skip
    done = run("setup", str(file))
    link_in(done)
    assert done.out.splitlines()[:3] == [
        "Fyret: changed (Agder)", "Fyret: unit Botilbudet", "Fyret: administrator bo",
    ]  # fmt: skip
    assert ask(empty, "SELECT login FROM access_user ORDER BY login") == [("ada",), ("bo",)]


WRONG = """\
organisations:
  - name: Fyret
    kind: polis
    region: Vestlandet
    administrators:
      - {name: Ada Prøve, login: ådå}
  - nmae: Vågen
    kind: ngo
    region: Oslo
    coordinators: [{name: Bo, login: bo}]
  - name: fyret
    kind: 7
    region: Oslo
    units: [Nord, nord]
    administrators: Guro
"""


def test_every_fault_is_told_with_its_line_and_nothing_is_done(
    empty: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "land.yaml"
    file.write_text(WRONG, "utf-8")
    done = run("setup", str(file))
    assert done.code == 2
    told = [line.partition(" ")[::2] for line in done.err.splitlines()[:-1]]
    assert [(int(place.split(":")[1]), words.partition(":")[0]) for place, words in told] == [
        (3, "kind"), (4, "region"), (6, "login"), (7, "administrators"), (7, "name"), (7, "nmae"),
        (10, "coordinators"), (11, "administrators"), (11, "name"), (12, "kind"), (14, "units"),
        (15, "administrators"),
    ]  # fmt: skip
    assert done.err.splitlines()[-1] == "12 to mend; nothing was done"
    assert "police (Police)" in done.err
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]


def test_a_fault_of_the_database_undoes_all_of_it(empty: str, run: Run, tmp_path: Path) -> None:
    link_in(run(*HAVN))
    file = tmp_path / "land.yaml"
    row = "  - {{name: {}, kind: {}, region: Oslo, administrators: [{{name: Ada, login: {}}}]}}\n"
    file.write_text(
        "organisations:\n" + row.format("Fyret", "ngo", "ada")
        + row.format("Trygg Eksempelhavn", "police", "per")
        + row.format("Vågen", "ngo", "guro@eksempel.no"), "utf-8"
    )  # fmt: skip
    kept = tmp_path / "links"
    done = run("setup", str(file), "--links", str(kept))
    assert done.code == 2
    lines = done.err.splitlines()
    assert lines[0].startswith("land.yaml:3: kind: 'police': it is ngo in the database")
    assert lines[1].startswith("land.yaml:4: login: 'guro@eksempel.no': somebody else")
    assert (lines[2:], kept.exists()) == (["2 to mend; nothing was done"], False)
    assert ask(empty, "SELECT name FROM access_organisation") == [("Trygg Eksempelhavn",)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("organisations:\n  - name: [", "land.yaml:3: is not valid YAML"),
        ("organisations: &a []\n", "land.yaml:1: anchors and aliases are not allowed"),
        ("- Fyret\n", "land.yaml:1: must be a mapping"),
        ("organisations: []\n", "land.yaml:1: organisations: none is named"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_line(
    empty: str, run: Run, tmp_path: Path, text: str, says: str
) -> None:
    file = tmp_path / "land.yaml"
    file.write_text(text, "utf-8")
    done = run("setup", str(file))
    assert (done.code, says in done.err, "Traceback" in done.err) == (2, True, False), done.err


def test_two_who_set_up_at_once_make_everything_once(
    empty: str, migrated: Server, tmp_path: Path
) -> None:
    words = [sys.executable, "-W", "ignore", "-m", "samvern", "setup", str(EXAMPLE)]
    pair = [
        subprocess.Popen(words, env=os.environ.copy(), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = sorted((each.communicate()[0] for each in pair), key=len)
    assert [each.returncode for each in pair] == [0, 0]
    assert said[0] == f"Nothing to do: everything in {EXAMPLE.name} is there\n"
    assert len(LINK.findall(said[1])) == 19
    assert ask(empty, "SELECT count(*), count(DISTINCT name) FROM access_organisation") == [
        (18, 18)
    ]


def test_a_file_of_links_is_never_written_over(empty: str, run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "links"
    kept.write_text("mine")
    done = run("setup", str(EXAMPLE), "--links", str(kept))
    assert (done.code, kept.read_text()) == (2, "mine")
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]


def test_a_file_of_links_is_not_made_elsewhere_by_a_link_to_nothing(
    empty: str, run: Run, tmp_path: Path
) -> None:
    kept, elsewhere = tmp_path / "links", tmp_path / "elsewhere"
    kept.symlink_to(elsewhere)
    done = run("setup", str(EXAMPLE), "--links", str(kept))
    assert (done.code, elsewhere.exists()) == (2, False)
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]


def test_production_prints_its_own_address(empty: str, migrated: Server, tmp_path: Path) -> None:
    keys = tmp_path / "keys.json"
    Keyring.make("production", date(2026, 11, 24))[0].write(keys)
    name = empty.rpartition("/")[2].partition("?")[0]
    given = {
        "SAMVERN_MODE": "production",
        "SAMVERN_SECRET_KEY": "Zr5Yw0q3VxT8nLk2PjH6sDf9aGb4eCm7uRi1oQtWyXzNvBpS-_kM",
        "SAMVERN_HOSTS": "sak.eksempel.no",
        "SAMVERN_GATE_KEY": "Z2F0ZS1vZi10aGUtdGVzdHMtMzItYnl0ZXMtbG9uZyE",
        "SAMVERN_KEYS": str(keys),
        "DATABASE_URL": migrated.url(APP, name),
        "SAMVERN_OWNER_URL": migrated.url(OWNER, name),
    }
    kept = {each: os.environ[each] for each in ("PATH", "PYTHONPATH") if each in os.environ}
    words = [sys.executable, "-W", "ignore", "-m", "samvern", *HAVN]
    ended = subprocess.run(
        words, env={**kept, **given}, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    shown = r"^    https://sak\.eksempel\.no/nb/workspace/\S+$"
    assert len(re.findall(shown, ended.stdout, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "SAMVERN_OWNER_URL is not set"),
        ("app", "SAMVERN_OWNER_URL connects as samvern_app; it must be samvern_owner"),
        ("wrong", "SAMVERN_OWNER_URL leads nowhere"),
    ],
)
def test_no_other_role_does_it_and_the_reason_is_one_line(
    empty: str, run: Run, monkeypatch: pytest.MonkeyPatch, url: str, says: str
) -> None:
    found = {
        "": "",
        "app": os.environ["DATABASE_URL"],
        "wrong": "postgresql://nobody@127.0.0.1:1/x",
    }
    monkeypatch.setenv("SAMVERN_OWNER_URL", found[url])
    done = run(*HAVN)
    assert (done.code, says in done.err, done.err.count("\n")) == (2, True, 1), done.err
    assert ask(empty, "SELECT count(*) FROM access_organisation") == [(0,)]


def test_the_steps_of_the_page_work_as_they_are_printed(
    empty: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs/operations.md").read_text("utf-8")
    part = page[page.index("**The first organisation**") : page.index("## Upgrade")]
    lines = re.findall(r"^ +\./samvern ([^\n]+)$", part, re.MULTILINE)
    steps = [shlex.split(line, comments=True) for line in lines if "…" not in line]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "organisations.yaml").write_bytes(
        EXAMPLE.read_bytes().replace(b"Eksempelvik krisesenter", b"Eksempelvik botilbud")
    )
    done = [run(*step, stdin="y\n") for step in steps]
    assert [step[:2] for step in steps] == [
        ["organisation", "add"], ["setup", "organisations.yaml"], ["setup", "organisations.yaml"],
        ["organisation", "list"], ["organisation", "invite"], ["organisation", "close"],
    ]  # fmt: skip
    assert [(each.code, each.err) for each in done] == [(0, "")] * 6
    counts = "SELECT count(*), count(*) FILTER (WHERE active) FROM access_organisation"
    assert ask(empty, counts) == [(19, 18)]
