# SPDX-License-Identifier: EUPL-1.2
"""The walls of the room, as texts of policies."""

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    ORGANISATION,
    ROLE,
    own_case_condition,
    works_with_category,
)

CASEWORK = works_with_category(Category.CASE)
SEATED = "(SELECT gate.seated())::uuid[]"
MY_SEATS = "(SELECT gate.my_seats())::uuid[]"
SECTIONS = "(SELECT gate.sections())::text[]"


def at_table(table: str, conference: str = "conference_id") -> str:
    """The owner's team, and whoever holds a seat."""
    return f"{CASEWORK} AND ({own_case_condition(table)} OR {table}.{conference} = ANY ({SEATED}))"


def in_section(table: str, category: str, more: str = "") -> str:
    """The owner's team, and seats to which a category is shared; ``more`` opens single rows."""
    section = f"{table}.conference_id || '/' || {category} = ANY ({SECTIONS})"
    return f"{CASEWORK} AND ({own_case_condition(table)} OR {section}{more})"


def through(table: str, parent: str, key: str = "of_id") -> str:
    """Whoever sees what the row is about: the wall of that table decides."""
    return f"{CASEWORK} AND {table}.{key} IN (SELECT p.id FROM public.{parent} p)"  # noqa: S608


def called(table: str, first: str = "") -> str:
    """Written by somebody who has the case in hand, in her own name, in its first state."""
    begins = f" AND organisation_id = {ORGANISATION} AND state = '{first}'" if first else ""
    return (
        f"{CASEWORK} AND created_by_id = {MEMBER}{begins} "
        f"AND (SELECT gate.case_in_hand({table}.case_id))"
    )


ASKED_OF_US = (
    f"{CASEWORK} AND receiver_id = {ORGANISATION} "
    f"AND coordination_nudge.case_id <> ALL ({BLOCKED_CASE_IDS}) "
    f"AND (to_holder AND {own_case_condition('coordination_nudge')} "
    f"OR NOT to_holder AND {ROLE} = 'leader')"
)
