# SPDX-License-Identifier: EUPL-1.2
"""Lines of the trail are read in words, in the language of the reader; no code stands there."""

import csv
import io
import re
from typing import Any

import pytest
from django.utils import timezone

from samvern.access.exports import EXPORTS
from samvern.access.unit_of_work import log_act
from samvern.cases.audit.labels import ACT_LABELS
from samvern.cases.timeline.labels import ACTS, CONCEALED
from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TODAY = timezone.localdate().isoformat()
CODE = re.compile(r"\b[a-z]+[._][a-z_.]+\b")
LINES: dict[tuple[str, tuple[tuple[str, Any], ...]], dict[str, tuple[str, str]]] = {
    ("note.write", (("kind", "phone"),)): {
        "nb": ("Et notat ble skrevet", "Telefonsamtale"),
        "nn": ("Eit notat vart skrive", "Telefonsamtale"),
        "en": ("A note was written", "Phone call"),
    },
    ("assistance.record", (("kind", "housing"), ("state", "asked"))): {
        "nb": ("Bistand registrert", "Bedt om, Et trygt sted å bo"),
        "nn": ("Bistand registrert", "Bede om, Ein trygg stad å bu"),
        "en": ("Help recorded", "Asked for, A safe place to live"),
    },
    ("conference.call", (("purpose", "coordination"),)): {
        "nb": ("Et samarbeidsmøte ble innkalt", "Samarbeid om planen"),
        "nn": ("Eit samarbeidsmøte vart kalla inn", "Samarbeid om planen"),
        "en": ("A conference was called", "Working together on the plan"),
    },
    ("share.make", (("basis", "statute"),)): {
        "nb": ("Delt", "En lovbestemmelse"),
        "nn": ("Delt", "Ei lovføresegn"),
        "en": ("Shared", "A provision of law"),
    },
    ("crossing.check", (("kind", "prosecutor"), ("found", "veto"))): {
        "nb": ("Noe ble avklart før en reise til utlandet", "Påtalemyndigheten"),
        "nn": ("Noko vart avklart før ei reise til utlandet", "Påtalemakta"),
        "en": ("Something was settled before a crossing", "Prosecutor"),
    },
    ("login", (("how", "idporten-loa-high"), ("device", "Firefox"))): {
        "nb": ("Innlogget", "Gjennom ID-porten eller Ansattporten, høyt sikkerhetsnivå"),
        "nn": ("Innlogga", "Gjennom ID-porten eller Ansattporten, høgt tryggleiksnivå"),
        "en": ("Signed in", "Through ID-porten or Ansattporten, high level"),
    },
    ("handover.leave", (("cases", 3),)): {
        "nb": ("Ga videre sakene til en som slutter", "3 saker"),
        "nn": ("Gav vidare sakene til ein som sluttar", "3 saker"),
        "en": ("Passed on the cases of somebody who leaves", "3 cases"),
    },
    ("task.reopen", ()): {
        "nb": ("En oppgave ble tatt opp igjen", ""),
        "nn": ("Ei oppgåve vart teken opp att", ""),
        "en": ("A task was taken up again", ""),
    },
    ("note.write", (("kind", "of_old"), ("reason", "hidden_words"))): {
        "nb": ("Et notat ble skrevet", ""),
        "nn": ("Eit notat vart skrive", ""),
        "en": ("A note was written", ""),
    },
    ("of_old.act", (("kind", "phone"),)): {
        "nb": ("Noe annet", ""), "nn": ("Noko anna", ""), "en": ("Something else", ""),
    },
}  # fmt: skip
"""An act and its details, then what it is called and what stands beside it. The last two are of
an older version: a kind, and an act, that nobody writes any more."""


def table(workspace: Workspace, language: str) -> list[tuple[str, str]]:
    """The act and the details of each line of today, the first first."""
    desk = Desk(workspace, "rolf", language)
    answer = desk.see("auditor_csv", f"?since={TODAY}&until={TODAY}")
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    return [(row[4], row[7]) for row in reversed(rows[1:])]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_acts_and_details_are_said_in_words(fresh_workspace: Workspace, language: str) -> None:
    before = len(table(fresh_workspace, language))
    with fresh_workspace.acting("kari"):
        for act, details in LINES:
            log_act(act, **dict(details))
    found = table(fresh_workspace, language)[before:]
    assert found[-len(LINES) :] == [names[language] for names in LINES.values()]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_no_act_is_shown_by_its_code(fresh_workspace: Workspace, language: str) -> None:
    acts = sorted({*ACT_LABELS, *ACTS, *CONCEALED, *EXPORTS})
    with fresh_workspace.acting("kari"):
        for act in acts:
            log_act(act)
    found = table(fresh_workspace, language)[-len(acts) :]
    assert (len(acts) > 300, len(found)) == (True, len(acts))
    assert [cells for cells in found if CODE.search(" ".join(cells)) or cells[1]] == []


NAMES = {
    "nb": [
        "En oppgave ble endret", "Et tiltak ble tatt opp igjen", "En person fikk sin egen sak",
    ],
    "nn": [
        "Ei oppgåve vart endra", "Eit tiltak vart teke opp att", "Ein person fekk si eiga sak",
    ],
    "en": [
        "A task was changed", "An action was taken up again",
        "A person got a case of her or his own",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", NAMES)
def test_the_history_and_who_has_looked_name_the_same(
    fresh_workspace: Workspace, language: str
) -> None:
    own = fresh_workspace.cast.cases["own"]
    with fresh_workspace.acting("kari"):
        for act in ("task.change", "action.reopen", "person.own_case"):
            log_act(act, case=own)
    kari = Desk(fresh_workspace, "kari", language)
    for page, query in (("timeline", "?show=all"), ("looks", "")):
        text = said(kari.see(page, query, case_id=own))
        assert [text.count(name) for name in NAMES[language]] == [1, 1, 1], page
