# SPDX-License-Identifier: EUPL-1.2
"""Reading what a pack lays out for the person herself."""

from __future__ import annotations

from samvern.law.model import LocalizedText, Rule
from samvern.law.reading.reader import NOTHING, Reader
from samvern.law.self_help import SelfHelp, SelfHelpGroup, SelfHelpRight


def read_self_help(reader: Reader, rules: dict[str, Rule]) -> SelfHelp:
    """The whole page; what a right does not say itself is said in the plain words of its rule."""
    self_help = SelfHelp(
        asks=reader.words("asks"),
        given=dict(reader.child("given").data) if "given" in reader else {},
        groups=tuple(_group(child, rules) for child in reader.children("groups")),
    )
    reader.used.add("given")
    reader.finish()
    return self_help


def _group(reader: Reader, rules: dict[str, Rule]) -> SelfHelpGroup:
    group = SelfHelpGroup(
        id=reader.id(),
        name=reader.text("name"),
        ask=reader.text("ask"),
        most=int(reader.number("most", 1)),
        rights=tuple(_told(child, rules) for child in reader.children("rights")),
    )
    reader.finish()
    return group


def _told(reader: Reader, rules: dict[str, Rule]) -> SelfHelpRight:
    right = reader.word("right", required=True)
    told = SelfHelpRight(
        id=reader.id(),
        right=right,
        provided=reader.text("if"),
        says=_says(reader, rules.get(right)),
        given=dict(reader.child("given").data) if "given" in reader else {},
    )
    reader.used.add("given")
    reader.finish()
    return told


def _says(reader: Reader, rule: Rule | None) -> LocalizedText:
    own = reader.optional_text("says")
    if own is None and rule and not rule.plain:
        reader.wrong("says", f"is missing, and {rule.id} has no plain words")
    return own or (rule.plain if rule else None) or NOTHING
