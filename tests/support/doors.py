# SPDX-License-Identifier: EUPL-1.2
"""Every address that stands open to nobody in particular, from the resolver: none is forgotten."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samvern.guide.loaded_pack import loaded_pack

VALUES = {
    "fact": [*loaded_pack().facts],
    "rule": [*loaded_pack().pack.ruleset.rules],
    "step": [step.id for step in loaded_pack().steps],
}
"""What an address of the guide may take."""
QUERIES = ("?status=irregular", "?topic=stay", "?need=housing&words=a")


def patterns(found: Any, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address outside the workspace and the API of organisations, by its name."""
    for pattern in found:
        if str(pattern.pattern).startswith(("workspace", "api/v1")):
            continue
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern.url_patterns, before + space)
        elif pattern.name:
            yield before + pattern.name, pattern


def addresses(each: int) -> dict[str, str]:
    """The addresses, and the name of each; of the values one takes, one of so many is tried."""
    found: dict[str, str] = {}
    for name, pattern in patterns(get_resolver().url_patterns):
        wanted = [*pattern.pattern.converters]
        for value in VALUES[wanted[0]][::each] if wanted else [""]:
            address = reverse(name, kwargs={wanted[0]: value} if wanted else {})
            queries = ("",) if wanted else ("", *QUERIES)
            found |= dict.fromkeys((address + query for query in queries), name)
    return found


def longest() -> dict[str, Any]:
    """Whatever can be said of a person, half of it as what is not."""
    facts: dict[str, Any] = {}
    for fact in loaded_pack().pack.ruleset.facts.values():
        options = [option.id for option in fact.options]
        half = len(options) // 2
        if fact.type == "set":
            facts[fact.id] = {"has": options[:half], "not": options[half:]}
        elif fact.type == "choice":
            facts[fact.id] = {"one_of": options}
    return facts
