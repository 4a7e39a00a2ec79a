# SPDX-License-Identifier: EUPL-1.2
"""What is taken out as a file: the whole file, the line in the trail, and where it is stopped."""

import re
from typing import Any

import pytest
from django.utils import timezone

from samvern.access.exports import EXPORTS, Export
from samvern.access.quotas import QUOTAS
from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
NOW = timezone.localtime()
TODAY = NOW.date()
MASKS = (
    (r"\b[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}\b", "LINE"),
    (r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b", "DAY"),
    (r"\b\d{1,2} [A-Z]\w+ \d{4} at \d\d:\d\d", "MOMENT"),
)
"""What is made anew in each run: names of lines, days, moments."""
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
CONTACTS = (
    f"Contacts logged in {TODAY.year} by the units you work in or lead, one for each time somebody"
    " got in touch, repeat callers included."
)
QUESTIONS = (
    f"Questions sent in {TODAY.year} that you may see: those your side has asked and those your"
    " desk has received, withdrawn ones included."
)
HELD = "Assistance and protection;Adult;0;;;A time limit of the holder’s own;DAY;;;;;"
BOARD = [
    *[f"LINE;Trygg Eksempelhavn;Koordinering av botilbud;National bodies;{HELD}"] * 5,
    f"LINE;Trygg Eksempelhavn;Hjelpetelefonen;National bodies;{HELD}",
    f"LINE;Eksempelvik krisesenter;Botilbudet;Eksempelvik;{HELD}",
    f"LINE;Eksempelfjord politidistrikt;Gruppe mot menneskehandel;Eksempelfjord;{HELD}",
]
KARI = "MOMENT;Kari Syntetisk;Case worker;Trygg Eksempelhavn"
FILES: dict[str, tuple[str, str, str, str, list[str]]] = {
    "board_csv": (
        "sara", "", "board.export", "export",
        ["Line;Who has the case;Unit;Region;Kind;Age;Weeks held;What waits;Weeks waited;Ends first;"
         "Day or week;Late;Why here;Asked;Answered;Shared with us", *BOARD],
    ),
    "capacity_file": (
        "kari", "", "capacity.export", "export",
        ["Kind of place;Region;A place was held;No place fitted;Put on the waiting list;"
         "The provider said no;Free a day",
         "Child welfare institution;Eksempelvik;0;0;0;0;4.0",
         "Crisis centre;Eksempelvik;0;0;0;0;7.0",
         "Emergency flat;Eksempelvik;0;0;0;0;4.0",
         "Hotel or guest house;Eksempelvik;0;0;0;0;2.0",
         "Safe house;Eksempelby;0;0;0;0;7.0",
         "Safe house;Eksempelvik;0;0;0;0;1.0"],
    ),
    "contacts_figures": (
        "liv", "?format=csv", "contacts.export", "export",
        ["Table;Group;Number;What is counted",
         *[f"By month;{month};0;{CONTACTS}" for month in MONTHS[: TODAY.month]]],
    ),
    "guidance_figures": (
        "kari", "?format=csv", "guidance.export", "export",
        ["Table;Group;Number;What is counted",
         *[f"By month;{month};0;{QUESTIONS}" for month in MONTHS[: TODAY.month]]],
    ),
    "auditor_csv": (
        "rolf", f"?since={TODAY}&until={TODAY}&kind=allowance", "audit.export", "audit.export",
        ["When;Who;Role;Organisation;What;Outcome;Case;Details",
         "MOMENT;Rolf Attrapp;Auditor;Trygg Eksempelhavn;Used up an allowance;Refused;;"
         "The trail as a file"],
    ),
    "looks_csv": (
        "kari", "", "trail.export", "audit.export",
        ["When;Who;Role;Organisation;What;Outcome",
         f"{KARI};Opened the case;Looked at", f"{KARI};A person was added;Done",
         f"{KARI};The case was opened;Done"],
    ),
}  # fmt: skip
"""Each table: who takes it out, what is asked for, the act, the allowance, the lines."""


@pytest.fixture
def opened(fresh_workspace: Workspace) -> Workspace:
    """Every organisation lets the board show its lines."""
    with fresh_workspace.superuser() as db:
        db.execute(
            "INSERT INTO coordination_boardrule "
            "(id, created_at, organisation_id, shows, made_by_id) "
            "SELECT gen_random_uuid(), now(), o.id, 'lines', "
            "(SELECT id FROM access_member LIMIT 1) FROM access_organisation o"
        )
    return fresh_workspace


def allow(workspace: Workspace, quota: str, hourly: int) -> None:
    """Change how often it can be done; a try that was stopped counts."""
    with workspace.superuser() as db:
        db.execute("UPDATE gate.allowance SET hourly = %s WHERE what = %s", [hourly, quota])


def trail(workspace: Workspace, act: str) -> list[tuple[Any, ...]]:
    """Who did it, about which case, how it ended, and what stands beside."""
    with workspace.superuser() as db:
        return db.execute(
            "SELECT l.member_id, l.case_id, l.outcome, d.content FROM audit.line l"
            " JOIN audit.detail d USING (chain, number)"
            " WHERE l.act = %s AND l.chain = l.organisation_id ORDER BY l.at, l.number",
            [act],
        ).fetchall()


def masked(content: bytes) -> str:
    """The file as text, without what is made anew in each run."""
    text = content.decode()
    for what, name in MASKS:
        text = re.sub(what, name, text)
    return text


@pytest.mark.parametrize("page", FILES)
def test_a_file_is_counted_told_of_and_whole(opened: Workspace, page: str) -> None:
    name, query, act, quota, lines = FILES[page]
    where = {"case_id": opened.cast.cases["own"]} if page == "looks_csv" else {}
    desk, member = Desk(opened, name, "en"), opened.cast.members[name]
    allow(opened, quota, 0)
    stopped = desk.see(page, query, **where)
    assert stopped.status_code == 429
    assert "Wait an hour, or talk to your leader if it cannot wait." in said(stopped)
    assert trail(opened, act) == []
    assert trail(opened, "allowance.exceeded") == [(member, None, "refused", {"item": quota})]
    allow(opened, quota, 2)
    answer = desk.see(page, query, **where)
    text, head = masked(answer.content), "\ufeff" + lines[0]
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert sorted(text.split("\r\n")) == sorted([head, *lines[1:], ""])
    assert text.startswith(head) and text.endswith("\r\n")
    told = (member, where.get("case_id"), "done", {"rows": len(lines) - 1})
    assert trail(opened, act) == [told]


def test_a_page_that_is_only_looked_at_is_no_file(workspace: Workspace) -> None:
    for name, page in (("sara", "board"), ("kari", "capacity"), ("liv", "contacts_figures")):
        assert Desk(workspace, name).see(page).status_code == 200
    assert [trail(workspace, act) for act in sorted(EXPORTS)] == [[]] * len(EXPORTS)


def test_ones_own_deadlines_for_a_calendar_and_the_access_log_on_paper(opened: Workspace) -> None:
    kari, member = Desk(opened, "kari", "en"), opened.cast.members["kari"]
    own = opened.cast.cases["own"]
    for page, quota, where in (
        ("deadlines_ics", "export", {}), ("looks_pdf", "print", {"case_id": own}),
    ):  # fmt: skip
        allow(opened, quota, 0)
        assert kari.see(page, **where).status_code == 429
        allow(opened, quota, 2)
        assert kari.see(page, **where).status_code == 200
    assert trail(opened, "deadlines.export") == [(member, None, "done", {"rows": 3})]
    assert trail(opened, "trail.export") == [(member, own, "done", {"rows": 3})]


def test_every_export_of_the_workspace_is_tried_here() -> None:
    tried = {act for _name, _query, act, _quota, _lines in FILES.values()}
    assert set(EXPORTS) == tried | {"deadlines.export"}


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("nb", "Tok ut som fil: Kapasitetskart"), ("nn", "Tok ut som fil: Kapasitetskart"),
        ("en", "Took out as a file: Capacity map"),
    ],
)  # fmt: skip
def test_the_trail_names_what_was_taken_out(
    workspace: Workspace, language: str, named: str
) -> None:
    assert Desk(workspace, "kari", language).see("capacity_file").status_code == 200
    assert named in said(Desk(workspace, "rolf", language).see("auditor"))


@pytest.mark.parametrize(
    ("act", "title", "quota", "told"),
    [
        ("board.export", "Another", "export", "board.export is already called"),
        ("board.fetch", "Board", "export", "an act of taking out ends with .export"),
        ("board.export", "Board", "sweets", "sweets is no allowance"),
    ],
)
def test_a_declaration_that_means_nothing_keeps_the_program_from_starting(
    act: str, title: str, quota: Any, told: str
) -> None:
    assert "sweets" not in QUOTAS
    with pytest.raises(ValueError, match=told):
        Export(act, title, quota)
