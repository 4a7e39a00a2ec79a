# SPDX-License-Identifier: EUPL-1.2
"""Provisions with the name and address of their law."""

from __future__ import annotations

from dataclasses import dataclass

from samvern.guide.loaded_pack import loaded_pack
from samvern.law.citations import localized_place
from samvern.law.localization import localized
from samvern.law.model import Source
from samvern.law.serialization import section_url


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """Where it is written: the law's name, the place in it, and an address."""

    name: str
    at: str
    url: str

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is ordered by."""
        return self.name, self.at, self.url


@dataclass(frozen=True, slots=True)
class ProvisionUse:
    """A provision, and the rules that rest on it: (id, name, confidence)."""

    provision: Provision
    rules: list[tuple[str, str, str]]


def provision(source: Source, language: str) -> Provision:
    """A source for a reader of the language."""
    instrument = loaded_pack().pack.ruleset.instruments.get(source.law)
    if instrument is None:
        return Provision(source.law, localized_place(source.at, language), source.url)
    url = source.url or section_url(instrument.url, source.at)
    return Provision(
        localized(instrument.name, language), localized_place(source.at, language), url
    )


def by_law(language: str) -> list[tuple[str, list[ProvisionUse]]]:
    """Every provision some rule rests on, under its law, both in order."""
    uses: dict[Provision, dict[str, tuple[str, str, str]]] = {}
    for rule in loaded_pack().pack.ruleset.rules.values():
        for version in rule.versions:
            for source in version.sources:
                row = (rule.id, localized(rule.name, language), version.confidence)
                uses.setdefault(provision(source, language), {})[rule.id] = row
    laws: dict[str, list[ProvisionUse]] = {}
    for found in sorted(uses):
        laws.setdefault(found.name, []).append(ProvisionUse(found, list(uses[found].values())))
    return sorted(laws.items(), key=lambda pair: pair[0].casefold())
