# SPDX-License-Identifier: EUPL-1.2
"""Fixed words of the answer: levels, elements, confidence, urgency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, wraps
from math import isinf
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samvern.law.births import FUTURE, OLD, BirthError
from samvern.law.situation import read_span


def _kept(name: Callable[[str], str]) -> Callable[[str], str]:
    """``name``, looked up once in each language: for the few codes that a pack has."""

    @lru_cache(maxsize=256)
    def found(code: str, language: str | None) -> str:
        return name(code)

    @wraps(name)
    def known(code: str) -> str:
        return found(code, get_language())

    return known


@_kept
def value_name(value: str) -> str:
    """A truth value."""
    return {"yes": _("Yes"), "no": _("No"), "unknown": _("Not known")}[value]


@_kept
def answer_name(value: str) -> str:
    """A truth value as the answer to whether somebody has a right."""
    return {"yes": _("Yes"), "no": _("No"), "unknown": _("It depends")}[value]


CONFIDENCES = ("verified", "derived", "unverified")


@_kept
def level_name(level: str) -> str:
    """A level, in a few words."""
    return {
        "info": _("No signs yet"),
        "concern": _("Reason for concern"),
        "reasonable_grounds": _("Reasonable grounds"),
        "strong": _("Strong signs"),
    }[level]


@_kept
def level_text(level: str) -> str:
    """What a level means for the reader. Never a probability."""
    return {
        "info": _(
            "Nothing you have answered is a sign of human trafficking so far. That does not rule "
            "it out: you may still have a duty to act, and you can come back when you know more."
        ),
        "concern": _(
            "There are signs, but not yet enough for reasonable grounds. Give the person "
            "safety and time, "
            "and find out more without pressing."
        ),
        "reasonable_grounds": _(
            "There is reason to believe the person is a victim. That is enough: help and "
            "rights start now, "
            "without proof and whatever the police decide."
        ),
        "strong": _(
            "The signs are many and clear. Help and rights start now. Whether somebody is "
            "guilty is for the "
            "police and the courts to decide."
        ),
    }[level]


@_kept
def element_name(element: str) -> str:
    """A legal element, as a question a lay reader understands."""
    return {
        "conduct": _("What somebody does to the person"),
        "means": _("How the person is made to go along"),
        "purpose": _("What the person is used for"),
        "minor": _("Under 18, or treated as under 18"),
    }[element]


@_kept
def confidence_name(confidence: str) -> str:
    """How sure it is that the rule is what the law says."""
    return {
        "verified": _("Confirmed"),
        "derived": _("Derived"),
        "unverified": _("Not confirmed by a lawyer"),
    }[confidence]


@_kept
def contact_confidence_name(confidence: str) -> str:
    """How sure it is that a number is right."""
    return _("Confirmed") if confidence == "verified" else _("Check that this is right")


def birth_words(error: BirthError) -> str:
    """Why a day of birth cannot be right, and what to do."""
    texts = {
        FUTURE: _(
            "Born %(day)s: this is in the future, and nobody is born in the future. Correct the "
            "day, or leave it empty if you do not know it."
        ),
        OLD: _(
            "Born %(day)s: the person would be more than 120 years old. Correct the year, or leave "
            "it empty if you do not know it."
        ),
    }
    return texts[error.problem] % {"day": span(read_span(error.field, error.value))}


@_kept
def strength_name(strength: str) -> str:
    """How binding a duty is."""
    # With a context, as Django has a month called May.
    names = {
        "must": pgettext("duty", "Must"),
        "should": pgettext("duty", "Should"),
        "may": pgettext("duty", "May"),
        "must_not": pgettext("duty", "Must not"),
    }
    return names.get(strength, "")


@_kept
def sharing_name(strength: str) -> str:
    """Whether something must, may or may not be told."""
    names = {
        "must": _("Must tell"),
        "may": _("May tell"),
        "may_not": _("May not tell"),
        "depends": _("Depends on"),
    }
    return names.get(strength, "")


@_kept
def consent_name(consent: str) -> str:
    """Whether the person must agree first."""
    names = {
        "required": _("Only if the person agrees"),
        "adults": _("An adult must agree; for a child you need not wait"),
        "not_required": _("Also without consent"),
    }
    return names.get(consent, "")


def day(value: str | date) -> str:
    """A date as people write it: 29. november 2026, or 29 November 2026."""
    return date_format(date.fromisoformat(value) if isinstance(value, str) else value, _("j F Y"))


def span(bounds: tuple[float, float]) -> str:
    """A day known exactly, or the days it lies between; bounds are ordinals."""
    low, high = bounds
    if low == high:
        return day(date.fromordinal(int(low)))
    if isinf(low) and isinf(high):
        return _("date not known")
    if isinf(low):
        return _("at the latest %(day)s") % {"day": day(date.fromordinal(int(high)))}
    if isinf(high):
        return _("at the earliest %(day)s") % {"day": day(date.fromordinal(int(low)))}
    ends = {"first": day(date.fromordinal(int(low))), "last": day(date.fromordinal(int(high)))}
    return _("between %(first)s and %(last)s") % ends


def read_and_asked(read_on: date | None, asked_on: date) -> str:
    """Which law this is: the day it was read, and the day it was applied to."""
    days = {"read": day(read_on) if read_on else "", "asked": day(asked_on)}
    if not read_on:
        return _("The rules, applied to today, %(asked)s.") % days
    return _("The rules as we read them on %(read)s, applied to today, %(asked)s.") % days


def about_pack(pack: Mapping[str, Any]) -> str:
    """Which law was asked, so that the answer can be found again."""
    text = _("Pack %(id)s, version %(version)s, fingerprint %(hash)s. Nothing was stored.")
    return text % {"id": pack["id"], "version": pack["version"], "hash": str(pack["hash"])[:12]}
