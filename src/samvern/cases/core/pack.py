# SPDX-License-Identifier: EUPL-1.2
"""The pack of law in use, read once for each process, and what it calls its rules."""

import re
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samvern.law import Pack, load_pack
from samvern.law.citations import localized_place
from samvern.law.model import LocalizedText, Source

RULE_CODE = re.compile(r" \(([\w.-]+)\)$", re.ASCII)
OWN_CLOCK_NAMES = {"risk-review": _("Judge the risk again")}
"""Clocks that no pack counts."""


@cache
def current_pack() -> Pack:
    """The pack.

    Raises:
        PackError: the pack named in the settings cannot be used.
    """
    return load_pack(settings.GUIDE_PACK)


def _language() -> str:
    return (translation.get_language() or "nb").partition("-")[0]


def localized(text: LocalizedText | None) -> str:
    """A text of the pack in the reader's language, else in bokmål, else in any; "" without one."""
    if not text:
        return ""
    language = _language()
    return text.get(language) or text.get("nb") or next(iter(text.values()))


def strip_rule_code(provision: str) -> str:
    """A provision as people read it: without the pack's own code for its rule, kept behind it."""
    found = RULE_CODE.search(provision)
    is_code = found and (found[1].startswith("R-") or found[1] in current_pack().ruleset.rules)
    return provision[: found.start()] if found and is_code else provision


def rule_name(id: str) -> str:
    """What a rule is called, or a clock of the workspace; its id when nobody knows it any more."""
    rule = current_pack().ruleset.rules.get(id)
    return localized(rule.name) if rule else str(OWN_CLOCK_NAMES.get(id, id))


def rule_provisions(rule_id: str, on: date | None = None) -> str:
    """The provisions a rule rests on, as they were on a day, else as they are; "" without any."""
    rule = current_pack().ruleset.rules.get(rule_id)
    if rule is None:
        return ""
    version = rule.on(on) if on else None
    sources = (version or rule.versions[-1]).sources
    return "; ".join(cite_source(source) for source in sources)


def cite_source(source: Source) -> str:
    """A provision in the reader's language: the name of the law and the place in it."""
    instrument = current_pack().ruleset.instruments.get(source.law)
    name = localized(instrument.name) if instrument else source.law
    return f"{name} {localized_place(source.at, _language())}".strip()
