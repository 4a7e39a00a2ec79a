# SPDX-License-Identifier: EUPL-1.2
"""Desks, advice and calls of the demonstration: made by its people, once, and findable."""

import pytest

from samvern.cast.advising import write_desks
from samvern.cast.calling import advise
from samvern.cast.draws import Draws
from samvern.cast.employing import employ
from samvern.cast.reading import bodies, table
from samvern.cast.workforce import workers
from samvern.cast.years import SEED
from samvern.contacts.anonymity import marks, numbers
from samvern.contacts.domain.searching import search_advice
from samvern.contacts.models import Contact, Desk
from samvern.web.database.roles import OWNER
from support.workspace import Workspace


@pytest.mark.database
def test_the_demonstration_has_desks_advice_and_calls(fresh_workspace: Workspace) -> None:
    everybody = workers(Draws(SEED))
    with fresh_workspace.connect(OWNER) as owner:
        cast = employ(owner, bodies(), everybody)
        write_desks(owner, cast)
    for _twice in range(2):
        advise(cast, everybody)
    with fresh_workspace.acting("liv") as actor:
        assert Contact.objects.count() == len(table("desks")["contacts"])
        assert Desk.objects.count() == len(table("desks")["desks"])
        assert len(search_advice(actor=actor).advice) == len(table("desks")["advice"])
        assert search_advice(actor=actor, text="samtykke barn").advice


def test_no_text_of_the_cast_points_to_anybody() -> None:
    for row in table("desks")["advice"]:
        text = f"{row['title']}\n{row['asked']}\n{row['answered']}"
        assert marks(text) == [], row["title"]
    for row in table("desks")["contacts"]:
        assert numbers(row.get("words", "")) == []
