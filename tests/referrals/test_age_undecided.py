# SPDX-License-Identifier: EUPL-1.2
"""Whose age nobody has decided is a child to the law (ETS 197 art. 10(3)): child welfare may be
told of her without a consent, by a share and by a referral, whatever age was told.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from referrals.external.helpers import grow_up
from samvern.access.models import Share
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import save_facts
from samvern.referrals.core.models import Referral
from support.colleague import Colleague, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
CHILD = "gate:R-SHARE-CHILD"
UNTIL = timedelta(days=30)


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """Does a public task; the person says she is grown up, and nobody has decided."""
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        assert person.age_seen == Person.AgeSeen.UNKNOWN
        save_facts(actor=actor, person=person, answers={"age": 19, "public_task": True})
    return Colleague(fresh_workspace, "kari")


def road(kari: Colleague, page: str) -> tuple[str, dict[str, Any]]:
    """The question part of a page's address, and its form."""
    cast = kari.workspace.cast
    to, who = cast.organisations["barnevern"], cast.persons["own"]
    whole = {"basis": CHILD, "until": (timezone.localdate() + UNTIL).isoformat()}
    if page == "share_new":
        return f"?to={to}", {**whole, "purpose": "child_care", "categories": ["notes"]}
    return f"?need=child&urgency=tonight&person={who}&to={to}", {
        **whole,
        "fields_sent": ["called"],
        "message": "Hun trenger et trygt sted",
    }


@pytest.mark.parametrize("page", ["share_new", "referral_write"])
def test_child_welfare_is_told_of_her_as_of_a_child(kari: Colleague, page: str) -> None:
    query, form = road(kari, page)
    assert f'value="{CHILD}"' in text(kari.see(page, query, case_id="own"))
    assert kari.send(page, form, query, case_id="own").status_code == 302
    with kari.workspace.acting("kari"):
        to = kari.workspace.cast.organisations["barnevern"]
        made = (
            Share.objects.get(organisation_id=to)
            if page == "share_new"
            else Referral.objects.get(receiver_id=to)
        )
    assert made.provision.endswith("(R-SHARE-CHILD)")


@pytest.mark.parametrize("page", ["share_new", "referral_write"])
def test_once_she_is_decided_an_adult_it_is_shut(kari: Colleague, page: str) -> None:
    grow_up(kari.workspace)
    query, form = road(kari, page)
    assert f'value="{CHILD}"' not in text(kari.see(page, query, case_id="own"))
    assert kari.send(page, form, query, case_id="own").status_code == 400


@pytest.mark.parametrize("page", ["share_new", "referral_write"])
def test_to_others_her_word_on_her_age_stands(kari: Colleague, page: str) -> None:
    query, _form = road(kari, page)
    cast = kari.workspace.cast
    elsewhere = query.replace(str(cast.organisations["barnevern"]), str(cast.organisations["nav"]))
    found = text(kari.see(page, elsewhere, case_id="own"))
    assert f'value="{CHILD}"' not in found
