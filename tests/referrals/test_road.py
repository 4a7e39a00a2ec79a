# SPDX-License-Identifier: EUPL-1.2
"""A referral from the need to the arrival, through its pages, by both sides."""

import re
from typing import Any

import pytest

from samvern.referrals.models import Referral
from support.desks import Desk
from support.referring import consent, refer, state, told, words
from support.workspace import Workspace

pytestmark = pytest.mark.database


def links(answer: Any) -> list[str]:
    """Where the proposals of a page lead."""
    return [
        each.replace("&amp;", "&")
        for each in re.findall(r'href="[^"]*?/write(\?[^"]*)"', answer.content.decode())
    ]


def test_from_the_need_to_the_arrival(workspace: Workspace) -> None:
    kari, amina = Desk(workspace, "kari"), Desk(workspace, "amina")
    case = workspace.cast.cases["own"]
    consent_id = consent(workspace)
    found = kari.see("referral_new", "?need=housing&urgency=tonight", case_id=case)
    assert "Krisesentertilbud for kvinner" in words(found)
    assert "krisesenterlova" in words(found).lower()
    service = next(link for link in links(found) if "service=" in link)
    page = kari.see("referral_write", service, case_id=case)
    assert page.status_code == 200
    assert workspace.cast.canaries["own/person.initials"] in words(page)
    sent = kari.client.post(
        kari.address("referral_write", case_id=case) + service,
        {
            "fields_": ["called", "age"],
            "message": "Hun trenger et rom i natt.",
            "basis": f"consent:{consent_id}",
            "until": "2099-01-01",
        },
    )
    assert sent.status_code == 400, words(sent)
    assert "høyst ett år" in words(sent)
