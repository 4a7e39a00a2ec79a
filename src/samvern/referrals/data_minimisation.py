# SPDX-License-Identifier: EUPL-1.2
"""Which data a receiver needs to answer a referral: for each need as little as will do.

The pack's table of needs lists them, each with its reason. The list is closed. A sender may leave
something out; nobody can add to it. A protected address is no field at all.
"""

from collections.abc import Iterable

from samvern.access.categories import Category
from samvern.cases.core.pack import current_pack

CALLED, NAME, SEX, AGE, CHILDREN = "called", "name", "sex", "age", "children"
LANGUAGES, INTERPRETER, NATIONALITY = "languages", "interpreter", "nationality"
RISKS, CONTACT, HEALTH, STAY = "risks", "contact", "health", "stay"

CATEGORY_OF = {
    CALLED: Category.CASE,
    NAME: Category.IDENTITY,
    SEX: Category.IDENTITY,
    AGE: Category.CASE,
    CHILDREN: Category.CASE,
    LANGUAGES: Category.IDENTITY,
    INTERPRETER: Category.RIGHTS,
    NATIONALITY: Category.IDENTITY,
    RISKS: Category.PLAN,
    CONTACT: Category.IDENTITY,
    HEALTH: Category.RIGHTS,
    STAY: Category.RIGHTS,
}
"""Every field, in the order it is shown, with what a consent must cover for it to be sent."""
NEVER: dict[str, tuple[str, ...]] = {
    "police": (HEALTH, STAY),
    "immigration": (HEALTH,),
    "reception": (HEALTH,),
    "labour_inspection": (HEALTH, STAY, NATIONALITY),
}
"""What one kind of receiver is never sent, whatever the need; no pack can widen it."""


def needed_fields(need: str, kind: str) -> tuple[str, ...]:
    """The fields a kind of receiver needs for a need, in the order they are shown."""
    row = current_pack().ruleset.needs.get(need)
    wanted = {*(row.fields_for(kind) if row else ())} - {*NEVER.get(kind, ())}
    if NAME in wanted:
        wanted -= {CALLED}
    return tuple(code for code in CATEGORY_OF if code in wanted)


def fields_covered_by(codes: Iterable[str], categories: Iterable[str]) -> list[str]:
    """Those of the fields that a consent to these categories covers; that there is a case, always.

    Without any consent nothing is covered: ``categories`` is then empty.
    """
    open_ = {*categories}
    return [code for code in codes if open_ and CATEGORY_OF[code] in {*open_, Category.CASE}]


def of_identity(codes: tuple[str, ...]) -> bool:
    """Whether some of the fields open who the person is."""
    return any(CATEGORY_OF[code] == Category.IDENTITY for code in codes)
