# SPDX-License-Identifier: EUPL-1.2
"""Why a service fits somebody or does not, in sentences."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from samvern.guide.directory import need_name
from samvern.law.births import OLDEST
from samvern.referrals.choices import SEXES, place_name
from samvern.referrals.matching.domain import (
    ASK,
    NO,
    YES,
    Fit,
    MatchReason,
    PersonTraits,
    ServiceMatch,
)
from samvern.referrals.matching.legal_grounds import BOUND, TASK
from samvern.referrals.matching.proposals import ServiceProposal


def reason_text(reason: MatchReason) -> str:
    """A reason as a sentence."""
    return WORDS[reason.about](reason)


def _need(reason: MatchReason) -> str:
    name = {"need": need_name(reason.detail)}
    if reason.says == NO:
        return _("Does not offer: %(need)s.") % name
    return _("Offers: %(need)s.") % name


def _sex(reason: MatchReason) -> str:
    who = {"who": ", ".join(str(SEXES.get(sex, sex)) for sex in reason.detail)}
    if reason.says == ASK:
        return _("Takes %(who)s. Sex is not known.") % who
    return (_("Takes only %(who)s.") if reason.says == NO else _("Takes %(who)s.")) % who


def _age(reason: MatchReason) -> str:
    low, high = reason.detail
    if high is None:
        ages = _("from %(low)s years") % {"low": low}
    elif low is None:
        ages = _("up to %(high)s years") % {"high": high}
    else:
        ages = _("from %(low)s to %(high)s years") % {"low": low, "high": high}
    if reason.says == ASK:
        return _("Takes people %(ages)s. The age is not sure.") % {"ages": ages}
    text = _("Takes only people %(ages)s.") if reason.says == NO else _("Takes people %(ages)s.")
    return text % {"ages": ages}


def _children(reason: MatchReason) -> str:
    if reason.says == NO:
        return _("Takes nobody with children.")
    if reason.says == ASK and reason.detail is False:
        return _("Takes nobody with children. Ask whether children come along.")
    return _("Ask whether children can come along.") if reason.says == ASK else _("Takes children.")


def _place(reason: MatchReason) -> str:
    places = {"places": ", ".join(place_name(each) for each in reason.detail)}
    if reason.says == ASK:
        return _("Takes people from %(places)s. The place is not known.") % places
    text = _("Takes only people from %(places)s.") if reason.says == NO else _("In %(places)s.")
    return text % places


def _access(reason: MatchReason) -> str:
    if reason.says == NO:
        return _("Cannot be used with a wheelchair.")
    return (
        _("Ask whether a wheelchair is used, and whether it works there.")
        if reason.says == ASK
        else _("Can be used with a wheelchair.")
    )


def _language(reason: MatchReason) -> str:
    spoken = {"languages": ", ".join(reason.detail)}
    if reason.says == ASK:
        return _("They speak %(languages)s. Ask for an interpreter.") % spoken
    return _("They speak %(languages)s.") % spoken


WORDS: dict[str, Callable[[MatchReason], str]] = {
    "need": _need,
    "sex": _sex,
    "age": _age,
    "children": _children,
    "place": _place,
    "access": _access,
    "language": _language,
}


def hours_text(verdict: ServiceMatch) -> str:
    """Whether it is open now."""
    return {True: _("Open now"), False: _("Closed now"), None: _("Hours are not said")}[
        verdict.open_now
    ]


def show_proposal(proposal: ServiceProposal, query: str = "") -> dict[str, Any]:
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


def traits_words(traits: PersonTraits) -> list[str]:
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
