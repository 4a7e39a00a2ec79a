# SPDX-License-Identifier: EUPL-1.2
"""Two who have never worked on a case together, and so do not see each other in any list."""

import pytest

from support.desks import Desk
from support.referring import consent, refer, words
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_each_reads_what_the_other_has_done(fresh_workspace: Workspace) -> None:
    agreed = consent(fresh_workspace, "havn", by="per", case="foreign")
    id = refer(fresh_workspace, "havn", by="per", case="foreign", consent_id=agreed)
    kari, per = Desk(fresh_workspace, "kari"), Desk(fresh_workspace, "per")
    assert "Sett, ikke besvart" in words(kari.see("referral", referral_id=id))
    kari.send("referral_move", {"words": "Røyker han?"}, referral_id=id, move="ask")
    read = words(per.see("referral", referral_id=id))
    assert "Røyker han?" in read
    assert "Kari Syntetisk" not in read
    per.send("referral_move", {"words": "Aldri."}, referral_id=id, move="answer")
    read = words(kari.see("referral", referral_id=id))
    assert "Aldri." in read and "Kari Syntetisk" in read
    assert "Per Modell" in read, "whoever is asked for help must know whom to ring"
