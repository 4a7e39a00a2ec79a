# SPDX-License-Identifier: EUPL-1.2
"""The end of an organisation: what must be over first, and what ends with it."""

from uuid import UUID

from samvern.web.exceptions import RunningError
from samvern.web.organisations.records import Connection, OrganisationRow, note

RUNNING = {
    "open cases": "SELECT count(*) FROM cases_case "
    "WHERE organisation_id = %(id)s AND state <> 'closed'",
    "closed cases that are kept until they are erased": "SELECT count(*) FROM cases_case "
    "WHERE organisation_id = %(id)s AND state = 'closed' AND erased_at IS NULL",
    "referrals that wait or run": "SELECT count(*) FROM referrals_referral "
    "WHERE %(id)s IN (organisation_id, receiver_id) AND state IN "
    "('sent', 'seen', 'answered_back', 'asked_back', 'accepted', 'arrived', 'never_arrived')",
    "notifications to child welfare that wait or run": "SELECT count(*) FROM referrals_concern "
    "WHERE receiver_id = %(id)s AND state IN ('made', 'confirmed', 'investigating')",
    "rooms that are held or lived in": "SELECT count(*) FROM places_booking "
    "WHERE %(id)s IN (organisation_id, receiver_id) AND state IN ('held', 'booked', 'arrived')",
    "questions to its desks that wait": "SELECT count(*) FROM contacts_question "
    "WHERE receiver_id = %(id)s AND state NOT IN ('closed', 'withdrawn') AND forgotten_at IS NULL",
    "questions it asked that are not forgotten yet": "SELECT count(*) FROM contacts_question "
    "WHERE organisation_id = %(id)s AND forgotten_at IS NULL",
    "enquiries that are not forgotten yet": "SELECT count(*) FROM contacts_contact "
    "WHERE organisation_id = %(id)s AND forgotten_at IS NULL",
    "conferences it is invited to": "SELECT count(*) FROM coordination_seat s "
    "JOIN coordination_conference c ON c.id = s.conference_id WHERE s.receiver_id = %(id)s "
    "AND s.state IN ('invited', 'yes', 'maybe') AND c.state = 'planned'",
    "things it has promised in a plan": "SELECT count(*) FROM coordination_planitem "
    "WHERE receiver_id = %(id)s AND state = 'agreed'",
}
"""What somebody must bring to an end before: it is about people, who would be left alone, or is
kept until a day on which somebody of the organisation must see that it is erased."""

SILENCED = (
    "UPDATE referrals_service SET active = false WHERE organisation_id = %(id)s AND active",
    "UPDATE contacts_desk SET is_open = false WHERE organisation_id = %(id)s AND is_open",
    "UPDATE places_place SET active = false WHERE organisation_id = %(id)s AND active",
)
"""What it offers others, which nobody finds any more."""

SHARES = """UPDATE access_share s SET ended_at = now() FROM cases_case c
    WHERE c.id = s.case_id AND s.organisation_id = %(id)s AND s.ended_at IS NULL
    RETURNING s.id, s.case_id, c.organisation_id, c.owner_id, s.until > now()"""
TELL = """INSERT INTO cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    VALUES (gen_random_uuid(), now(), %s, %s, 'share-ended', %s, %s) ON CONFLICT DO NOTHING"""


def what_runs(connection: Connection, id: UUID) -> list[str]:
    """What keeps an organisation from being closed, each with its number."""
    found = ((what, connection.execute(query, {"id": id}).fetchone()) for what, query in
             RUNNING.items())  # fmt: skip
    return [f"{row[0]} {what}" for what, row in found if row and row[0]]


def close_organisation(connection: Connection, row: OrganisationRow) -> tuple[int, int]:
    """End an organisation; how many memberships and shares ended with it.

    Its row is held first: what others are about to give it waits, and is refused afterwards.

    Raises:
        RunningError: it is closed already, or something of it runs.
    """
    hold = "SELECT active FROM access_organisation WHERE id = %s FOR UPDATE"
    if connection.execute(hold, [row.id]).fetchone() != (True,):
        raise RunningError(f"{row.name} is closed already")
    if running := what_runs(connection, row.id):
        what = "; ".join(running)
        raise RunningError(
            f"{row.name} has {what}. Bring these to an end first; nothing was closed"
        )
    shares = _end_shares(connection, row.id)
    for statement in SILENCED:
        connection.execute(statement, {"id": row.id})
    ended = connection.execute("SELECT gate.close_organisation(%s)", [row.id]).fetchone()
    return (ended[0] if ended else 0), shares


def _end_shares(connection: Connection, id: UUID) -> int:
    """End what others share with it; whoever owns each case is told, and the trail has a line."""
    ended = connection.execute(SHARES, {"id": id}).fetchall()
    for share, case, organisation, case_owner, lasted in ended:
        if lasted:
            note(connection, organisation, "share.end", share, {}, case=case)
            connection.execute(TELL, [case, case_owner, share, f"share-ended:{share}"])
    return sum(lasted for *_ids, lasted in ended)
