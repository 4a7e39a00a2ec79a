# SPDX-License-Identifier: EUPL-1.2
"""Desks, advice and calls of the demonstration: made by its people, once, and findable."""

import pytest

from samvern.demo_data.organisations.desks import write_desks
from samvern.demo_data.organisations.members import write_members
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.scenes.helpline import advise
from samvern.demo_data.stories.build import SEED
from samvern.demo_data.table_files import organisations, table
from samvern.helpline.advice.search import search_advice
from samvern.helpline.anonymity.domain import find_identifiers, find_numbers
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.enquiries.models import Enquiry
from samvern.web.database.roles import OWNER
from support.workspace import Workspace


@pytest.mark.database
def test_the_demonstration_has_desks_advice_and_calls(fresh_workspace: Workspace) -> None:
    everybody = workers(Draws(SEED))
    with fresh_workspace.connect(OWNER) as owner:
        cast = write_members(owner, organisations(), everybody)
        write_desks(owner, cast)
    for _twice in range(2):
        advise(cast, everybody)
    with fresh_workspace.acting("liv") as actor:
        assert Enquiry.objects.count() == len(table("desks")["contacts"])
        assert AdvisoryDesk.objects.count() == len(table("desks")["desks"])
        assert len(search_advice(actor=actor).advice) == len(table("desks")["advice"])
        assert search_advice(actor=actor, text="samtykke barn").advice


def test_no_text_of_the_cast_points_to_anybody() -> None:
    for row in table("desks")["advice"]:
        text = f"{row['title']}\n{row['asked']}\n{row['answered']}"
        assert find_identifiers(text) == [], row["title"]
    for row in table("desks")["contacts"]:
        assert find_numbers(row.get("words", "")) == []
