# SPDX-License-Identifier: EUPL-1.2
"""Provisions with the name and address of their law."""

from __future__ import annotations

from dataclasses import dataclass

from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.law.citing import place
from samvern.law.model import Source
from samvern.law.presenting import address


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
class Use:
    """A provision, and the rules that rest on it: (id, name, confidence)."""

    provision: Provision
    rules: list[tuple[str, str, str]]


def provision(source: Source, language: str) -> Provision:
    """A source for a reader of the language."""
    instrument = shelf().pack.book.instruments.get(source.law)
    if instrument is None:
        return Provision(source.law, place(source.at, language), source.url)
    url = source.url or address(instrument.url, source.at)
    return Provision(said(instrument.name, language), place(source.at, language), url)


def by_law(language: str) -> list[tuple[str, list[Use]]]:
    """Every provision some rule rests on, under its law, both in order."""
    uses: dict[Provision, dict[str, tuple[str, str, str]]] = {}
    for rule in shelf().pack.book.rules.values():
        for version in rule.versions:
            for source in version.sources:
                row = (rule.id, said(rule.name, language), version.confidence)
                uses.setdefault(provision(source, language), {})[rule.id] = row
    laws: dict[str, list[Use]] = {}
    for found in sorted(uses):
        laws.setdefault(found.name, []).append(Use(found, list(uses[found].values())))
    return sorted(laws.items(), key=lambda pair: pair[0].casefold())
