# SPDX-License-Identifier: EUPL-1.2
"""Proposals in words: what speaks for each, what is to be asked, and what the law says."""

from typing import Any

from django.utils.translation import gettext as _

from samvern.law.births import OLDEST
from samvern.referrals.domain.legal import BOUND, TASK
from samvern.referrals.domain.proposing import Proposal
from samvern.referrals.matching import ASK, NO, YES, Fit, Traits
from samvern.referrals.reasons import SEXES, reason_text
from samvern.referrals.wording import hours_text


def shown(proposal: Proposal, query: str = "") -> dict[str, Any]:
    """One proposal for a template; ``query`` leads on to writing to it."""
    verdict, service, body = proposal.verdict, proposal.service, proposal.organisation
    fit = {
        Fit.FITS: (_("Fits"), "success"),
        Fit.MAY: (_("May fit"), "info"),
        Fit.NOT: (_("Does not fit"), "neutral"),
    }[verdict.fit]
    return {
        "name": service.name if service else body.name,
        "body": body.name if service else _("Has no entry in the directory"),
        "unit": service.unit.name if service and service.unit else "",
        "words": service.words if service else "",
        "phone": service.phone if service else "",
        "phone_hours": service.phone_hours if service else "",
        "fit": fit,
        "bound": {BOUND: _("Bound by law to help"), TASK: _("Has this task in law")}.get(
            verdict.duty, ""
        ),
        "ground": proposal.ground,
        "hours": (hours_text(verdict), "success" if verdict.open_now else "neutral"),
        "yes": [reason_text(r) for r in verdict.reasons if r.says == YES and r.about != "need"],
        "ask": [reason_text(r) for r in verdict.reasons if r.says == ASK],
        "no": [reason_text(r) for r in verdict.reasons if r.says == NO],
        "query": query,
    }


def traits_words(traits: Traits) -> list[str]:
    """What was known when they were compared."""
    found = []
    if traits.sex:
        found.append(str(SEXES.get(traits.sex, traits.sex)))
    if traits.ages:
        found.append(_ages(*traits.ages))
    if traits.children:
        found.append(_("children along: %(count)s") % {"count": traits.children})
    found += [*traits.languages, *filter(None, [traits.place])]
    if traits.wheelchair is not None:
        found.append(_("wheelchair") if traits.wheelchair else _("no wheelchair"))
    return found


def unknown_words(about: list[str]) -> list[str]:
    """What would be worth asking."""
    names = {
        "sex": _("sex"),
        "age": _("age"),
        "children": _("whether children come along"),
        "place": _("where the person is"),
        "access": _("whether a wheelchair is used"),
        "language": _("interpreter"),
    }
    return [names[each] for each in about if each in names]


def _ages(low: int, high: int) -> str:
    if high >= OLDEST:
        return _("%(low)s years or older") % {"low": low} if low else _("age not known")
    if low == high:
        return _("%(age)s years") % {"age": low}
    return _("%(low)s to %(high)s years") % {"low": low, "high": high}
