# SPDX-License-Identifier: EUPL-1.2
"""What needs, fields, reasons and people's traits are called."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.cases.law import law, said
from samvern.guide.directory import need_name
from samvern.law.model import Source
from samvern.referrals.matching import ASK, NATIONAL, NO, Reason, Verdict

SEXES: dict[str, Any] = {"female": lazy("women"), "male": lazy("men"), "other": lazy("others")}
FIELDS: dict[str, Any] = {
    "called": lazy("What to call her or him"),
    "name": lazy("Name"),
    "sex": lazy("Sex"),
    "age": lazy("Age group"),
    "children": lazy("Children who come along"),
    "languages": lazy("Languages"),
    "interpreter": lazy("Interpreter"),
    "nationality": lazy("Nationality"),
    "risks": lazy("Safety to have in mind"),
    "contact": lazy("Safe way to make contact"),
    "health": lazy("Health needs"),
    "stay": lazy("Stay in Norway"),
}
DAYS = (
    lazy("Monday"),
    lazy("Tuesday"),
    lazy("Wednesday"),
    lazy("Thursday"),
    lazy("Friday"),
    lazy("Saturday"),
    lazy("Sunday"),
)


def needs() -> list[tuple[str, str]]:
    """Every need somebody in the pack's directory meets, with its name."""
    present = {need for actor in law().book.actors.values() for need in actor.needs}
    return sorted(((need, need_name(need)) for need in present), key=lambda pair: pair[1])


def field_name(code: str) -> str:
    """What a field is called."""
    return str(FIELDS.get(code, code))


def place_name(place: str) -> str:
    """A place, or the whole country."""
    return _("The whole country") if place == NATIONAL else place


def source_names(sources: tuple[Source, ...]) -> str:
    """Provisions in words."""
    named = law().book.instruments
    return "; ".join(
        f"{said(named[each.law].name) if each.law in named else each.law} {each.at}".strip()
        for each in sources
    )


def reason_text(reason: Reason) -> str:
    """A reason as a sentence."""
    return WORDS[reason.about](reason)


def hours_text(verdict: Verdict) -> str:
    """Whether it is open now."""
    return {True: _("Open now"), False: _("Closed now"), None: _("Hours are not said")}[
        verdict.open_now
    ]


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
