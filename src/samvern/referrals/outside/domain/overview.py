# SPDX-License-Identifier: EUPL-1.2
"""Crossings as they are read: what is settled, what holds them back, and what happened."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.cases.models import Case
from samvern.identity.domain.sealing import open_keys, unseal
from samvern.referrals.outside.countries import country_name
from samvern.referrals.outside.course import CROSSING
from samvern.referrals.outside.domain import checking as domain
from samvern.referrals.outside.domain import holding
from samvern.referrals.outside.domain.reading import Move, moves_of
from samvern.referrals.outside.domain.risks import RISKS
from samvern.referrals.outside.lists import Abroad, CrossingKind, Transfer
from samvern.referrals.outside.models import Crossing, CrossingCheck

COLOURS = {
    "prepared": "info",
    "sent": "info",
    "accepted": "success",
    "declined": "neutral",
    "travelled": "warning",
    "missing": "danger",
    "arrived": "success",
    "followed": "success",
    "stopped": "neutral",
}
ANSWERS = {"yes": lazy("Yes"), "no": lazy("No"), "unknown": lazy("Don’t know")}


@dataclass(frozen=True)
class Head:
    """A crossing in a list."""

    row: Crossing
    kind: str
    country: str
    receiver: str
    state: str
    colour: str


@dataclass(frozen=True)
class Settled:
    """One thing to settle, as it stands."""

    kind: str
    name: str
    outcome: str
    is_clear: bool
    check: CrossingCheck | None
    who: str = ""
    basis: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Whole(Head):
    """A crossing with everything that belongs to it."""

    receiver_kind: str
    transfer: str
    documents: str
    settled: list[Settled]
    earlier: int
    held: list[str]
    moves: list[Move]


def crossings_of(case: Case) -> list[Head]:
    """The crossings of a case, the newest first."""
    rows = list(Crossing.objects.filter(case_id=case.pk))
    open_keys([case.pk])
    return [Head(*_head(row)) for row in rows]


def read_crossing(row: Crossing) -> Whole:
    """One crossing."""
    checks = domain.checks_of(row)
    newest = {check.kind: check for check in checks}
    return Whole(
        *_head(row),
        receiver_kind=str(Abroad(row.receiver_kind).label),
        transfer=str(Transfer(row.transfer).label),
        documents=unseal(row.case_id, "crossing.documents", row.pk, row.documents_sealed),
        settled=[_settled(kind, newest.get(kind)) for kind in holding.must_be_settled(row)],
        earlier=len(checks) - len(newest),
        held=holding.held_back_by(row, checks),
        moves=moves_of(CROSSING, row, row.case_id),
    )


def _head(row: Crossing) -> tuple[Crossing, str, str, str, str, str]:
    return (
        row,
        str(CrossingKind(row.kind).label),
        country_name(row.country),
        unseal(row.case_id, "crossing.receiver", row.pk, row.receiver_sealed),
        str(CROSSING.states[row.state]),
        COLOURS[row.state],
    )


def _settled(kind: CrossingCheck.Kind, check: CrossingCheck | None) -> Settled:
    if check is None:
        return Settled(kind.value, str(kind.label), _("Not done"), False, None)
    words = domain.read_check(check)
    return Settled(
        kind.value,
        str(kind.label),
        str(domain.OUTCOMES[kind].get(check.outcome, check.outcome)),
        check.outcome == domain.CLEAR,
        check,
        str(words.get("who", "")),
        str(words.get("basis") or words.get("why") or ""),
        tuple(_answers(words)),
    )


def _answers(words: dict[str, Any]) -> list[tuple[str, str]]:
    asked = [
        (str(text), str(ANSWERS.get(words[code], words[code])))
        for code, text in RISKS.items()
        if code in words
    ]
    if words.get("language"):
        told = _("with an interpreter") if words.get("interpreter") else _("without an interpreter")
        asked.append((_("Language of the talk"), f"{words['language']}, {told}"))
    return asked
