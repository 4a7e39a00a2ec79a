# SPDX-License-Identifier: EUPL-1.2
"""Reading rules and the versions of their wording."""

from __future__ import annotations

import itertools
from datetime import date

from samvern.law.expr import Const
from samvern.law.model import ELEMENTS, KINDS, LEVELS, LocalizedText, Rule, Version
from samvern.law.reading.reader import Reader

_FORMS = (
    "any",
    "labour",
    "sexual",
    "begging",
    "crime",
    "domestic",
    "child",
    "war",
    "organ",
    "marriage",
)
_WITH_TEXT = ("right", "duty", "sharing", "referral", "clock", "alert", "offence")
_STRENGTHS = {"duty": ("must", "should", "may", "must_not"), "sharing": ("must", "may", "may_not")}
_ALWAYS = date(1900, 1, 1)


def read_rule(reader: Reader, pack: str) -> Rule:
    """One rule of the pack called ``pack``."""
    id = reader.id()
    reader.label = id or reader.label
    kind = reader.word("kind", KINDS, required=True)
    dated_by = "event" if kind in ("offence", "offence_element") else "question"
    rule = Rule(
        id=id,
        kind=kind,
        name=reader.text("name"),
        dated_by=reader.word("dated_by", ("question", "event"), default=dated_by),
        versions=_versions(reader, kind),
        plain=reader.optional_text("plain"),
        fulfils=reader.words("fulfils"),
        order=int(reader.number("order", 100)),
        urgency=reader.word("urgency", ("now", "today", "soon", "later")),
        actors=reader.words("actors"),
        extra=_extra(reader, kind),
        pack=pack,
        file=reader.home.file,
        line=reader.home.line,
        who=reader.word("who", ("reader",)),
        excludes=reader.words("excludes"),
    )
    reader.finish()
    return rule


def _versions(reader: Reader, kind: str) -> tuple[Version, ...]:
    if "versions" not in reader:
        reader.raw("versions")
        return (_version(reader, reader, kind),)
    versions = []
    for child in reader.children("versions"):
        child.label = reader.label + ".versions"
        versions.append(_version(child, reader, kind))
        child.finish()
    versions.sort(key=lambda version: version.start)
    for earlier, later in itertools.pairwise(versions):
        if earlier.end is None or earlier.end > later.start:
            reader.wrong(
                "versions", f"the one from {earlier.start} overlaps the one from {later.start}"
            )
    return tuple(versions)


def _version(own: Reader, rule: Reader, kind: str) -> Version:
    """A wording; what the version does not set comes from the rule."""

    def side(key: str) -> Reader:
        rule.used.add(key)
        own.used.add(key)
        return own if key in own else rule

    start, end = _window(side("in_force"))
    needs_when = kind not in ("dimension", "clock")
    when = side("when").expression("when", needs_when) or (Const(True), "yes")
    text = side("text").optional_text("text")
    if kind in _WITH_TEXT and text is None:
        own.wrong("text", "is missing")
    starts = side("starts").expression("starts", kind == "clock")
    ends = side("ends").expression("ends", kind == "clock")
    sources = side("sources").sources()
    if not sources and kind not in ("definition", "level"):
        own.wrong("sources", "is missing; name the provision this rests on")
    return Version(
        when=when[0],
        when_text=when[1],
        start=start,
        end=end,
        effect_from=side("effect_from").day("effect_from"),
        known_from=side("known_from").day("known_from"),
        sources=sources,
        confidence=side("confidence").confidence(),
        text=text,
        starts=starts[0] if starts else None,
        ends=ends[0] if ends else None,
    )


def _window(reader: Reader) -> tuple[date, date | None]:
    if "in_force" not in reader:
        return _ALWAYS, None
    window = reader.child("in_force")
    start, end = window.day("from") or _ALWAYS, window.day("until")
    window.finish()
    if end and end <= start:
        reader.wrong("in_force", f"ends {end} before it starts {start}")
    return start, end


def _extra(reader: Reader, kind: str) -> dict[str, object]:
    """The fields only this kind has."""
    if kind == "offence_element":
        return {"element": reader.word("element", ELEMENTS)}
    if kind == "offence":
        return _penalty(reader)
    if kind == "indicator":
        return {
            "weight": reader.word("weight", ("strong", "medium", "weak"), required=True),
            "forms": reader.words("forms", _FORMS) or ("any",),
        }
    if kind == "dimension":
        return {"decision": reader.word("decision", required=True), "indicators": _weights(reader)}
    if kind == "level":
        return {"level": reader.word("level", LEVELS[1:], required=True)}
    if kind == "alert":
        return _alert(reader)
    if kind == "clock":
        return _clock(reader)
    if kind == "definition":
        return _presumed(reader)
    return _social(reader, kind)


def _alert(reader: Reader) -> dict[str, object]:
    extra: dict[str, object] = {
        "severity": reader.word("severity", ("info", "warning", "danger"), "warning")
    }
    if beside := reader.word("beside", ("offences",)):
        extra["beside"] = beside
    return extra


def _clock(reader: Reader) -> dict[str, object]:
    extra: dict[str, object] = {
        "warn": reader.words("warn"),
        "rolls": reader.word("rolls", ("next_working_day", "none"), "none"),
    }
    if lapses := reader.words("lapses"):
        extra["lapses"] = lapses
    if group := reader.word("group"):
        extra["group"] = group
    if after := reader.optional_text("after"):
        extra["after"] = after
    return extra


def _presumed(reader: Reader) -> dict[str, object]:
    """What a definition is taken to be while nothing settles it."""
    if "presumed" not in reader:
        reader.raw("presumed")
        return {}
    child = reader.child("presumed")
    found = {answer: child.expression(answer) for answer in ("yes", "no")}
    child.finish()
    return {"presumed": {answer: pair[0] for answer, pair in found.items() if pair}}


def _social(reader: Reader, kind: str) -> dict[str, object]:
    extra: dict[str, object] = {}
    if kind in ("right", "duty", "clock", "referral", "sharing"):
        extra["topic"] = reader.word("topic")
    if kind in _STRENGTHS:
        extra["strength"] = reader.word("strength", _STRENGTHS[kind], required=True)
    if kind == "sharing":
        extra["to"] = reader.words("to")
        extra["data"] = reader.optional_text("data")
        if by := reader.word("by", ("consent", "no_names")):
            extra["by"] = by
    if kind in ("duty", "referral"):
        extra["own"] = _own(reader)
    if kind == "referral":
        consents = ("required", "adults", "not_required")
        extra["consent"] = reader.word("consent", consents, "required")
    return extra


def _own(reader: Reader) -> dict[str, tuple[LocalizedText | None, LocalizedText]]:
    """Name and text for readers who work where the rule sends others, by their answer."""
    found = {}
    for child in reader.children("own"):
        wording = (child.optional_text("name"), child.text("text"))
        found.update(dict.fromkeys(child.words("for"), wording))
        child.finish()
    return found


def _penalty(reader: Reader) -> dict[str, object]:
    if "penalty" not in reader:
        reader.raw("penalty")
        return {"max_years": None}
    penalty = reader.child("penalty")
    years = penalty.raw("max_years", required=True)
    if isinstance(years, bool) or not isinstance(years, (int, float)):
        penalty.wrong("max_years", f"must be a number of years, not {years!r}")
    penalty.finish()
    return {"max_years": years}


def _weights(reader: Reader) -> dict[str, tuple[str, ...]]:
    child = reader.child("indicators")
    found = {weight: child.words(weight) for weight in ("strong", "medium", "weak")}
    child.finish()
    return found
