# SPDX-License-Identifier: EUPL-1.2
"""Why a service fits somebody or does not, in sentences."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.guide.directory import need_name
from samvern.referrals.matching import ASK, NO, Reason
from samvern.referrals.wording import place_name

SEXES: dict[str, Any] = {"female": lazy("women"), "male": lazy("men"), "other": lazy("others")}


def reason_text(reason: Reason) -> str:
    """A reason as a sentence."""
    return WORDS[reason.about](reason)


def _need(reason: Reason) -> str:
    name = {"need": need_name(reason.detail)}
    if reason.says == NO:
        return _("Does not offer: %(need)s.") % name
    return _("Offers: %(need)s.") % name


def _sex(reason: Reason) -> str:
    who = {"who": ", ".join(str(SEXES.get(sex, sex)) for sex in reason.detail)}
    if reason.says == ASK:
        return _("Takes %(who)s. Sex is not known.") % who
    return (_("Takes only %(who)s.") if reason.says == NO else _("Takes %(who)s.")) % who


def _age(reason: Reason) -> str:
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


def _children(reason: Reason) -> str:
    if reason.says == NO:
        return _("Takes nobody with children.")
    if reason.says == ASK and reason.detail is False:
        return _("Takes nobody with children. Ask whether children come along.")
    return _("Ask whether children can come along.") if reason.says == ASK else _("Takes children.")


def _place(reason: Reason) -> str:
    places = {"places": ", ".join(place_name(each) for each in reason.detail)}
    if reason.says == ASK:
        return _("Takes people from %(places)s. The place is not known.") % places
    text = _("Takes only people from %(places)s.") if reason.says == NO else _("In %(places)s.")
    return text % places


def _access(reason: Reason) -> str:
    if reason.says == NO:
        return _("Cannot be used with a wheelchair.")
    return (
        _("Ask whether a wheelchair is used, and whether it works there.")
        if reason.says == ASK
        else _("Can be used with a wheelchair.")
    )


def _language(reason: Reason) -> str:
    spoken = {"languages": ", ".join(reason.detail)}
    if reason.says == ASK:
        return _("They speak %(languages)s. Ask for an interpreter.") % spoken
    return _("They speak %(languages)s.") % spoken


WORDS: dict[str, Callable[[Reason], str]] = {
    "need": _need,
    "sex": _sex,
    "age": _age,
    "children": _children,
    "place": _place,
    "access": _access,
    "language": _language,
}
