# SPDX-License-Identifier: EUPL-1.2
"""On the narrowest phone every number in the band can be read whole, and pressed."""

import pytest

from samvern.cases.core.models import Person
from samvern.cases.facts.domain import save_facts
from support.ages import forget_ages
from support.tabs import Enter, enter
from support.workspace import Workspace

__all__ = ["enter"]
pytestmark = [pytest.mark.database, pytest.mark.browser]
CUT = """
    () => [...document.querySelectorAll('.band a, .band summary')].filter(a => {
        const here = a.getBoundingClientRect()
        const band = a.closest('.band').getBoundingClientRect()
        return here.right > band.right || here.left < band.left
    }).map(a => a.innerText)
"""


@pytest.mark.parametrize("width", [320, 360])
def test_no_number_is_cut_off(fresh_workspace: Workspace, enter: Enter, width: int) -> None:
    forget_ages(fresh_workspace)
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers={"in_danger": True})
    kari = enter("kari", width=width)
    kari.open("case", case_id=fresh_workspace.cast.cases["own"])
    numbers = kari.page.locator(".band a[href='tel:116111']")
    assert numbers.count() > 0
    assert kari.page.evaluate(CUT) == []
