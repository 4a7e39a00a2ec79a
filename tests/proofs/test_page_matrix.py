# SPDX-License-Identifier: EUPL-1.2
"""Each address, each method, each actor, each case: what is answered is what was reviewed.

The addresses come from the resolver, the expectation from ``expected_pages.yaml``. What somebody
may not see is answered, byte for byte, as if it did not exist. Secret words lie in every sealed
field; nobody meets one she may not see, on a page, in a file, in the log or in a letter.
"""

import logging

import pytest
from django.core import mail
from django.test import override_settings

from support.addresses import addresses
from support.expected import ACTORS
from support.walking import METHODS, PAGES, Walk
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]
ALL_CASES = (
    "own", "closed", "held", "protected", "unit", "colleague", "other_unit", "shared_in", "foreign",
)  # fmt: skip
FEW_CASES = ("own", "protected", "shared_in", "foreign")
LETTERS = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")


@pytest.mark.parametrize("actor", ["kari", "amina", "nobody"])
def test_the_pages_answer_as_reviewed(
    workspace: Workspace, actor: str, caplog: pytest.LogCaptureFixture
) -> None:
    check(workspace, actor, ("own", "foreign"), caplog)


@pytest.mark.long
@pytest.mark.parametrize("actor", ACTORS)
def test_every_cell_answers_as_reviewed(
    workspace: Workspace, actor: str, short: bool, caplog: pytest.LogCaptureFixture
) -> None:
    count = check(workspace, actor, FEW_CASES if short else ALL_CASES, caplog)
    assert short or count * len(ACTORS) >= 15_000


def check(
    workspace: Workspace, actor: str, cases: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> int:
    """Compare all cells of an actor; how many there were."""
    caplog.set_level(logging.DEBUG)
    walk = Walk(workspace, actor)
    with LETTERS:
        cells = list(walk.cells(addresses(), cases))
    wrong = [cell for cell in cells if not cell.agrees]
    words = len(walk.secrets.words)
    print(
        f"\n{len(cells)} cells of {actor}, {words} words; {len(wrong)} wrong", *wrong[:30], sep="\n"
    )
    outside = caplog.text + "".join(str(each.message()) for each in getattr(mail, "outbox", []))
    assert [place for place, word in workspace.cast.canaries.items() if word in outside] == []
    assert wrong == []
    return len(cells)


def test_each_address_has_a_reviewed_rule() -> None:
    assert {address.name for address in addresses()} == set(PAGES)


def test_the_proof_reaches_fifteen_thousand_cells() -> None:
    """Counted from the resolver, so that the proof cannot shrink unseen."""
    found = addresses()
    of_case = sum(1 for each in found if each.is_of_case)
    rest = len(found) - of_case
    assert (of_case * len(ALL_CASES) + rest) * len(METHODS) * len(ACTORS) >= 15_000
