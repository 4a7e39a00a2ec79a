# SPDX-License-Identifier: EUPL-1.2
"""What somebody writes freely about a case lies sealed: no column holds the words in clear."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from support.desks import Desk
from support.emptied import all_text
from support.workspace import Workspace

pytestmark = pytest.mark.database
RECIPIENT, LANGUAGE, PROVIDER, OFFICE = (
    f"Kanari{each}" for each in ("mottakerord", "språkord", "hjelperord", "kontorord")
)


@pytest.fixture
def written(fresh_workspace: Workspace) -> Workspace:
    """A case of Kari's in which each line for free words was filled in on its page."""
    desk = Desk(fresh_workspace, "kari")
    case, person = fresh_workspace.cast.cases["own"], str(fresh_workspace.cast.persons["own"])
    now = timezone.localtime()
    consent = {
        "person_id": person, "answer": "yes", "purpose": "protection", "recipient_id": "",
        "recipient_text": RECIPIENT, "categories": ["case"], "language": LANGUAGE,
        "interpreter": "no", "form": "oral", "words": "",
        "given_at": (now - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"), "expires_on": "",
    }  # fmt: skip
    assert desk.send("consent_add", consent, case_id=case).status_code == 302
    help = {
        "person_id": person, "kind": "R-SOC-01", "provider": PROVIDER, "state": "asked",
        "since": now.date().isoformat(), "until": "", "ground": "", "words": "",
    }  # fmt: skip
    assert desk.send("assistance_add", help, case_id=case).status_code == 302
    decision = {
        "authority": "police", "step": "presumed", "decided_by": OFFICE, "ground": "Vedtak",
        "decided_on": now.date().isoformat(),
    }  # fmt: skip
    sent = desk.send("assessment_verify", decision, case_id=case, person_id=person)
    assert sent.status_code == 302
    return fresh_workspace


def change_state(workspace: Workspace) -> None:
    """The help goes on, so that the history keeps what the row was."""
    desk, case = Desk(workspace, "kari"), workspace.cast.cases["own"]
    with workspace.acting("kari"):
        row = Assistance.objects.filter(case_id=case).latest("created_at")
    form = {
        "state": "given", "since": timezone.localdate().isoformat(), "until": "", "ground": "",
        "words": "", "version": str(row.version),
    }  # fmt: skip
    sent = desk.send("assistance_change", form, case_id=case, assistance_id=row.pk)
    assert sent.status_code == 302


def test_no_table_and_no_history_holds_the_words_in_clear(written: Workspace) -> None:
    change_state(written)
    with written.superuser() as connection:
        text = all_text(connection)
    words = (RECIPIENT, LANGUAGE, PROVIDER, OFFICE)
    assert [word for word in words if word in text or word.encode().hex() in text] == []


def test_whoever_works_on_the_case_reads_them_where_they_stood(written: Workspace) -> None:
    desk, case = Desk(written, "kari"), written.cast.cases["own"]
    with written.acting("kari"):
        consent = Consent.objects.filter(case_id=case).latest("created_at").pk
        decision = Assessment.objects.filter(case_id=case).latest("created_at").pk
    pages = {
        "list of consents": (RECIPIENT, desk.read("consents", case_id=case)),
        "consent": (RECIPIENT, desk.read("consent", case_id=case, consent_id=consent)),
        "its language": (LANGUAGE, desk.read("consent", case_id=case, consent_id=consent)),
        "help": (PROVIDER, desk.read("assistance", case_id=case)),
        "waits for others": (PROVIDER, desk.read("home")),
        "assessments": (OFFICE, desk.read("assessments", case_id=case)),
        "assessment": (OFFICE, desk.read("assessment", case_id=case, assessment_id=decision)),
        **{f"timeline, {word}": (word, desk.read("timeline", case_id=case))
           for word in (RECIPIENT, PROVIDER, OFFICE)},
    }  # fmt: skip
    assert [name for name, (word, page) in pages.items() if word not in page] == []
