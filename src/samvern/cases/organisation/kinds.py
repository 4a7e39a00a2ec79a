# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of organisation there are: the pack's words for a reader's work, and who coordinates.

The kind decides which secrecy rules a sender has and what a receiver may be told.
"""

from django.utils.translation import gettext as _

from samvern.cases.core.pack import current_pack, localized

COORDINATION = "coordination"
"""The kind of a body that has coordinators: they see the board of its region."""
NOBODY_ELSE = frozenset({"self", "private_person"})
"""Answers of the pack that are people, and no organisation."""


def organisation_kinds() -> dict[str, str]:
    """Every kind an organisation can have, with what it is called in the reader's language."""
    return {key: name for key, name in _names().items() if key not in NOBODY_ELSE}


def kind_name(kind: str) -> str:
    """A kind in words; as it stands when the pack has no word for it."""
    return _names().get(kind, kind)


def _names() -> dict[str, str]:
    fact = current_pack().ruleset.facts.get("profession")
    options = fact.options if fact else ()
    named = {option.id: localized(option.label) for option in options}
    return {**named, COORDINATION: _("Coordinating body")}
