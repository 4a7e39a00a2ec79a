# SPDX-License-Identifier: EUPL-1.2
"""Cross-border referrals as they are read: what is settled, what holds them back, what happened."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.cases.core.models import Case
from samvern.identity.sealing import load_keys, open_field
from samvern.referrals.external.choices import CrossBorderKind, ForeignReceiver, TransferGround
from samvern.referrals.external.cross_border.checks import (
    CLEAR,
    OUTCOMES,
    checks_of,
    missing_checks,
    read_check,
    required_checks,
)
from samvern.referrals.external.cross_border.countries import country_name
from samvern.referrals.external.cross_border.models import CrossBorderCheck, CrossBorderReferral
from samvern.referrals.external.cross_border.risks import RISKS
from samvern.referrals.external.timeline import TimelineMove, moves_of
from samvern.referrals.external.workflow import CROSSING

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
class CrossBorderRow:
    """A cross-border referral in a list."""

    row: CrossBorderReferral
    kind: str
    country: str
    receiver: str
    state: str
    colour: str


@dataclass(frozen=True)
class CheckStatus:
    """One thing to settle, as it stands."""

    kind: str
    name: str
    outcome: str
    is_clear: bool
    check: CrossBorderCheck | None
    who: str = ""
    basis: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CrossBorderDetail(CrossBorderRow):
    """A cross-border referral with everything that belongs to it."""

    receiver_kind: str
    transfer: str
    documents: str
    settled: list[CheckStatus]
    earlier: int
    held: list[str]
    moves: list[TimelineMove]


def crossings_of(case: Case) -> list[CrossBorderRow]:
    """The cross-border referrals of a case, the newest first."""
    rows = list(CrossBorderReferral.objects.filter(case_id=case.pk))
    load_keys([case.pk])
    return [CrossBorderRow(*_head(row)) for row in rows]


def read_crossing(row: CrossBorderReferral) -> CrossBorderDetail:
    """One cross-border referral."""
    checks = checks_of(row)
    newest = {check.kind: check for check in checks}
    return CrossBorderDetail(
        *_head(row),
        receiver_kind=str(ForeignReceiver(row.receiver_kind).label),
        transfer=str(TransferGround(row.transfer).label),
        documents=open_field(row, "documents"),
        settled=[_settled(kind, newest.get(kind)) for kind in required_checks(row)],
        earlier=len(checks) - len(newest),
        held=missing_checks(row, checks),
        moves=moves_of(CROSSING, row),
    )


def _head(row: CrossBorderReferral) -> tuple[CrossBorderReferral, str, str, str, str, str]:
    return (
        row,
        str(CrossBorderKind(row.kind).label),
        country_name(row.country),
        open_field(row, "receiver"),
        str(CROSSING.states[row.state]),
        COLOURS[row.state],
    )


def _settled(kind: CrossBorderCheck.Kind, check: CrossBorderCheck | None) -> CheckStatus:
    if check is None:
        return CheckStatus(kind.value, str(kind.label), _("Not done"), False, None)
    words = read_check(check)
    return CheckStatus(
        kind.value,
        str(kind.label),
        str(OUTCOMES[kind].get(check.outcome, check.outcome)),
        check.outcome == CLEAR,
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
