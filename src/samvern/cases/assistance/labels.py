# SPDX-License-Identifier: EUPL-1.2
"""Kinds of help: the pack's rights, and what no law gives a right to."""

from typing import Any

from django.utils.translation import gettext as _

from samvern.cases.core.pack import current_pack, localized, rule_name
from samvern.guide.topics import topic_name

OWN_KINDS = ("housing", "conversation", "material", "company", "interpreter", "transport", "other")


def assistance_choices() -> list[tuple[str, Any]]:
    """Every kind of help, for a form: our own first, then the pack's rights by topic."""
    topics: dict[str, list[tuple[str, str]]] = {}
    rights = (rule for rule in current_pack().ruleset.rules.values() if rule.kind == "right")
    for rule in sorted(rights, key=lambda rule: rule.order):
        topic = topic_name(str(rule.extra.get("topic", "")))
        topics.setdefault(topic, []).append((rule.id, localized(rule.name)))
    own = [(code, own_assistance_name(code)) for code in OWN_KINDS]
    return [(_("Help of our own"), own), *topics.items()]


def assistance_name(code: str) -> str:
    """What a kind of help is called."""
    return own_assistance_name(code) if code in OWN_KINDS else rule_name(code)


def own_assistance_name(code: str) -> str:
    """What help that no law names is called."""
    names = {
        "housing": _("A safe place to live"),
        "conversation": _("Somebody to talk to"),
        "material": _("Food, clothes, money"),
        "company": _("Company to meetings"),
        "interpreter": _("Interpreter"),
        "transport": _("Safe transport"),
        "other": _("Other help"),
    }
    return names[code]
