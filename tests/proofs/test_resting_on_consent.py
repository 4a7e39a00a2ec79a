# SPDX-License-Identifier: EUPL-1.2
"""What rests on a consent never outlives it, whoever commits first, on every road there is.

Two transactions of the application's role: one gives something on a consent, the other takes the
consent back. The later one waits, and nothing is left open whatever the order was.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection as ours
from django.utils import timezone

from referrals.external.helpers import agree as agree_outside
from referrals.external.helpers import form as link_form
from referrals.external.helpers import grow_up, query
from referrals.external.test_cross_border import prepare
from support.colleague import Colleague, mistakes
from support.in_turn import Statement, Two
from support.referring import consent
from support.workspace import Workspace

pytestmark = pytest.mark.database
LOST = "SV410"
NO_MORE = "The consent no longer applies. Choose another basis."
WITHDRAW = """
    UPDATE cases_consent SET withdrawn_at = now(), withdrawn_by_id = %s WHERE id = %s
"""
SHARE = """
    INSERT INTO access_share (id, created_at, case_id, organisation_id, categories, purpose, basis,
        provision, consent_id, since, until, created_by_id)
    VALUES (gen_random_uuid(), now(), %s, %s, %s, 'housing', 'consent', '', %s, now(),
        now() + %s::interval, %s)
"""
OUTSIDE = """
    INSERT INTO referrals_sending (id, created_at, state, state_since, organisation_id,
        created_by_id, case_id, person_id, way, kind, need, purpose, fields, basis, provision,
        consent_id, language, receiver_sealed, expires_at)
    VALUES (%s, now(), 'waiting', now(), %s, %s, %s, %s, 'link', 'lawyer', 'legal', 'legal_aid',
        '{languages}', 'consent', '', %s, 'nb', 'x', now() + %s::interval)
"""
CROSSING = """
    INSERT INTO referrals_crossing (id, created_at, state, state_since, organisation_id,
        created_by_id, case_id, person_id, kind, country, receiver_kind, receiver_sealed,
        consent_id, transfer)
    VALUES (gen_random_uuid(), now(), 'prepared', now(), %s, %s, %s, %s, 'assisted_return', 'RO',
        'iom', 'x', %s, 'eea')
"""
RESTING = """
    SELECT (SELECT count(*) FROM access_share WHERE consent_id = %(id)s AND ended_at IS NULL)
        + (SELECT count(*) FROM referrals_sending WHERE consent_id = %(id)s
            AND state IN ('waiting', 'opened', 'received', 'ring', 'can_help'))
        + (SELECT count(*) FROM referrals_crossing WHERE consent_id = %(id)s
            AND state = 'prepared')
"""
NAMES_A_CONSENT = """
    SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'gate')
    WHERE a.attname ~ 'consent' AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped
        AND c.relkind IN ('r', 'p')
"""
GUARDED = """
    SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname IN ('a_b_consent', 'a_may_refer') AND t.tgenabled = 'O'
        AND t.tgtype & 7 = 7
"""


def share(workspace: Workspace, on: UUID, *, to: str = "krisesenter", what: Any = ("case", "plan"),
          lasts: str = "1 day", **_other: Any) -> Statement:  # fmt: skip
    cast = workspace.cast
    receiver, member = cast.organisations[to], cast.members["kari"]
    return SHARE, [cast.cases["own"], receiver, list(what), on, lasts, member]


def link(workspace: Workspace, on: UUID, *, lasts: str = "1 hour", id: UUID | None = None,
         **_other: Any) -> Statement:  # fmt: skip
    cast = workspace.cast
    house, member = cast.organisations["havn"], cast.members["kari"]
    case, person = cast.cases["own"], cast.persons["own"]
    return OUTSIDE, [id or uuid4(), house, member, case, person, on, lasts]


def crossing(workspace: Workspace, on: UUID, **_other: Any) -> Statement:
    cast = workspace.cast
    house, member = cast.organisations["havn"], cast.members["kari"]
    return CROSSING, [house, member, cast.cases["own"], cast.persons["own"], on]


Road = Callable[..., Statement]
ROADS: dict[str, tuple[Road, Callable[..., UUID]]] = {
    "share": (share, consent),
    "link": (link, agree_outside),
    "crossing": (crossing, agree_outside),
}


def withdrawal(workspace: Workspace, of: UUID) -> Statement:
    return WITHDRAW, [workspace.cast.members["kari"], of]


def resting(workspace: Workspace, on: UUID) -> int:
    """How much is open on a consent."""
    with workspace.superuser() as behind:
        row: Any = behind.execute(RESTING, {"id": on}).fetchone()
        return int(row[0])


def as_kari(workspace: Workspace, statement: Statement) -> str:
    """What the database answers to one statement of hers."""
    with workspace.connect() as app, app.transaction():
        app.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token("kari")])
        try:
            return f"{app.execute(*statement).rowcount}"
        except psycopg.DatabaseError as error:
            return str(error.sqlstate)


@pytest.mark.parametrize("withdrawn_first", [True, False])
@pytest.mark.parametrize("road", ROADS)
def test_either_order_leaves_nothing_open(
    fresh_workspace: Workspace, road: str, withdrawn_first: bool
) -> None:
    grow_up(fresh_workspace)
    make, agree = ROADS[road]
    agreed = agree(fresh_workspace)
    giving, taking = make(fresh_workspace, agreed), withdrawal(fresh_workspace, agreed)
    acts = (taking, giving) if withdrawn_first else (giving, taking)
    met = Two(fresh_workspace, "kari", "kari").race(*acts)
    assert (met, resting(fresh_workspace, agreed)) == (LOST if withdrawn_first else "yes", 0)


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("lost", ["refused", "withdrawn", "run out", "another's"])
def test_nothing_rests_on_what_does_not_hold(
    fresh_workspace: Workspace, road: str, lost: str
) -> None:
    make, agree = ROADS[road]
    agreed = agree(fresh_workspace)
    change = {
        "refused": "refused = true",
        "withdrawn": "withdrawn_at = now()",
        "run out": "expires_on = current_date - 2",
        "another's": "case_id = (SELECT id FROM cases_case WHERE id <> case_id LIMIT 1)",
    }[lost]
    with fresh_workspace.superuser() as behind:
        behind.execute(f"UPDATE cases_consent SET {change} WHERE id = %s", [agreed])
    assert as_kari(fresh_workspace, make(fresh_workspace, agreed)) == LOST
    assert as_kari(fresh_workspace, make(fresh_workspace, uuid4())) == LOST
    assert resting(fresh_workspace, agreed) == 0


@pytest.mark.parametrize(
    "wider", [{"to": "politi"}, {"what": ("case", "notes")}, {"lasts": "30 days"}]
)
def test_a_share_goes_no_further_than_its_consent(
    fresh_workspace: Workspace, wider: dict[str, Any]
) -> None:
    agreed = consent(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE cases_consent SET expires_on = current_date + 9 WHERE id = %s",
                       [agreed])  # fmt: skip
    assert as_kari(fresh_workspace, share(fresh_workspace, agreed, **wider)) == LOST
    assert as_kari(fresh_workspace, share(fresh_workspace, agreed)) == "1"


def test_a_link_ends_no_later_than_its_consent(fresh_workspace: Workspace) -> None:
    agreed = agree_outside(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE cases_consent SET expires_on = current_date + 2 WHERE id = %s",
                       [agreed])  # fmt: skip
    assert as_kari(fresh_workspace, link(fresh_workspace, agreed, lasts="5 days")) == LOST
    assert as_kari(fresh_workspace, link(fresh_workspace, agreed)) == "1"


REVIVED = "UPDATE access_share SET {change} WHERE consent_id = %s"


@pytest.mark.parametrize(
    "change",
    ["ended_at = NULL, ended_by_id = NULL", "until = now() + interval '300 days', ended_at = NULL"],
)
def test_an_ended_share_does_not_come_back_without_its_consent(
    fresh_workspace: Workspace, change: str
) -> None:
    agreed = consent(fresh_workspace)
    as_kari(fresh_workspace, share(fresh_workspace, agreed))
    assert as_kari(fresh_workspace, withdrawal(fresh_workspace, agreed)) == "1"
    back = (REVIVED.format(change=change), [agreed])
    assert as_kari(fresh_workspace, back) == LOST
    assert resting(fresh_workspace, agreed) == 0


@pytest.mark.parametrize(
    "change",
    [
        "categories = '{case,notes}'",
        "until = now() + interval '30 days'",
        "organisation_id = (SELECT o.id FROM access_organisation o WHERE o.id <> organisation_id "
        "LIMIT 1)",
        "consent_id = gen_random_uuid()",
        "consent_id = NULL",
    ],
)
def test_a_share_is_not_widened_beyond_its_consent(fresh_workspace: Workspace, change: str) -> None:
    agreed = consent(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE cases_consent SET expires_on = current_date + 9 WHERE id = %s",
                       [agreed])  # fmt: skip
    as_kari(fresh_workspace, share(fresh_workspace, agreed))
    assert as_kari(fresh_workspace, (REVIVED.format(change=change), [agreed])) == LOST


def test_a_share_that_is_changed_while_its_consent_is_taken_back_waits_for_nobody(
    fresh_workspace: Workspace,
) -> None:
    """Whoever changes a share holds it, and whoever takes the consent back waits for it: a share
    that waited for the consent would close a ring."""
    agreed = consent(fresh_workspace)
    as_kari(fresh_workspace, share(fresh_workspace, agreed))
    longer = (REVIVED.format(change="until = until + interval '1 day'"), [agreed])
    with fresh_workspace.connect() as other, other.transaction():
        other.execute("SELECT set_config('samvern.token', %s, true)",
                      [fresh_workspace.token("kari")])  # fmt: skip
        other.execute("SELECT id FROM cases_consent WHERE id = %s FOR UPDATE", [agreed])
        assert as_kari(fresh_workspace, longer) == LOST
    # The consent would carry it: how long a share lasts is fixed, whatever it rests on.
    assert as_kari(fresh_workspace, longer) == "42501"


def test_each_table_that_names_a_consent_is_guarded(workspace: Workspace) -> None:
    """Whoever adds a road adds its guard."""
    with workspace.superuser() as behind:
        names = {row[0] for row in behind.execute(NAMES_A_CONSENT).fetchall()}
        guarded = {row[0] for row in behind.execute(GUARDED).fetchall()}
    roads = {"access_share", "referrals_sending", "referrals_crossing", "referrals_referral"}
    assert (names, guarded) == (roads, roads)


def press_share(kari: Colleague, on: UUID) -> Any:
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    form = {"until": until, "categories": ["plan"], "basis": f"consent:{on}"}
    receiver = kari.workspace.cast.organisations["krisesenter"]
    return kari.send("share_new", form, query=f"?to={receiver}", case_id="own")


def press_link(kari: Colleague, on: UUID) -> Any:
    data = link_form(f"consent:{on}")
    return kari.send("referral_send", data, query(kari.workspace), case_id="own")


PRESSED = {
    "share": (press_share, consent),
    "link": (press_link, agree_outside),
    "crossing": (lambda kari, on: prepare(kari, consent_id=str(on)), agree_outside),
}


@pytest.mark.parametrize("road", PRESSED)
def test_the_form_says_so_when_it_was_taken_back_while_it_was_sent(
    fresh_workspace: Workspace, road: str
) -> None:
    grow_up(fresh_workspace)
    press, agree = PRESSED[road]
    agreed = agree(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari", "en")

    def send() -> Any:
        try:
            return press(kari, agreed)
        finally:
            ours.close()

    with Two(fresh_workspace, "kari", "kari") as two:
        answer = two.meanwhile(withdrawal(fresh_workspace, agreed), send)
    assert (answer.status_code, mistakes(answer)) == (400, [NO_MORE])
    assert resting(fresh_workspace, agreed) == 0
