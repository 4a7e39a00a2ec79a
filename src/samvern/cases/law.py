# SPDX-License-Identifier: EUPL-1.2
"""The pack of law in use, read once for each process, and what it calls its rules."""

import re
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samvern.law import Pack, load_pack
from samvern.law.citing import place
from samvern.law.model import Source, Text

CODE = re.compile(r" \(([\w.-]+)\)$", re.ASCII)
OF_OURS = {"risk-review": _("Judge the risk again")}
"""Clocks that no pack counts."""


@cache
def law() -> Pack:
    """The pack.

    Raises:
        PackError: the pack named in the settings cannot be used.
    """
    return load_pack(settings.GUIDE_PACK)


def _language() -> str:
    return (translation.get_language() or "nb").partition("-")[0]


def said(text: Text | None) -> str:
    """A text of the pack in the reader's language, else in bokmål, else in any; "" without one."""
    if not text:
        return ""
    language = _language()
    return text.get(language) or text.get("nb") or next(iter(text.values()))


def without_code(provision: str) -> str:
    """A provision as people read it: without the pack's own code for its rule, kept behind it."""
    found = CODE.search(provision)
    is_code = found and (found[1].startswith("R-") or found[1] in law().book.rules)
    return provision[: found.start()] if found and is_code else provision


def rule_name(id: str) -> str:
    """What a rule is called, or a clock of the workspace; its id when nobody knows it any more."""
    rule = law().book.rules.get(id)
    return said(rule.name) if rule else str(OF_OURS.get(id, id))


def provisions(rule_id: str, on: date | None = None) -> str:
    """The provisions a rule rests on, as they were on a day, else as they are; "" without any."""
    rule = law().book.rules.get(rule_id)
    if rule is None:
        return ""
    version = rule.on(on) if on else None
    sources = (version or rule.versions[-1]).sources
    return "; ".join(cited(source) for source in sources)


def cited(source: Source) -> str:
    """A provision in the reader's language: the name of the law and the place in it."""
    instrument = law().book.instruments.get(source.law)
    name = said(instrument.name) if instrument else source.law
    return f"{name} {place(source.at, _language())}".strip()
