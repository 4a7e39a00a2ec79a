# SPDX-License-Identifier: EUPL-1.2
"""What the packs say to people: complete in three languages, cited, and in plain words."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from samvern.law import load_pack
from samvern.law.model import LocalizedText
from samvern.law.serialization import section_url

NORWAY = load_pack("norway")


def texts() -> Iterator[tuple[str, LocalizedText]]:
    ruleset = NORWAY.ruleset
    for rule in ruleset.rules.values():
        yield rule.id, rule.name
        for version in rule.versions:
            yield rule.id, version.text or {}
        yield rule.id, rule.plain or {}
    for fact in ruleset.facts.values():
        yield from ((fact.id, text) for text in (fact.label, fact.question, fact.help or {}))
        yield from ((f"{fact.id}.{option.id}", option.label) for option in fact.options)
    for actor in ruleset.actors.values():
        yield from ((actor.id, text) for text in (actor.name, actor.does, actor.hours or {}))
    for change in ruleset.changes:
        yield from ((change.id, text) for text in (change.name, change.text))


def test_nobody_is_told_vennligst() -> None:
    assert [id for id, text in texts() for said in text.values() if "ennligst" in said] == []


@pytest.mark.parametrize(
    "word", ["ikke", "hjelpe til med å", "noen", "rettigheter", "opplysninger"]
)
def test_nynorsk_is_nynorsk(word: str) -> None:
    found = [id for id, text in texts() if re.search(rf"\b{word}\b", text.get("nn", "").lower())]
    assert found == []


@pytest.mark.parametrize("word", ["ikkje", "nokon", "rettar", "opplysningar", "frå"])
def test_bokmal_is_bokmal(word: str) -> None:
    found = [id for id, text in texts() if re.search(rf"\b{word}\b", text.get("nb", "").lower())]
    assert found == []


def test_every_instrument_has_a_public_address() -> None:
    ruleset = NORWAY.ruleset
    cited = {s.law for rule in ruleset.rules.values() for v in rule.versions for s in v.sources}
    missing = [law for law in cited if urlsplit(ruleset.instruments[law].url).scheme != "https"]
    assert missing == []


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("§ 257 første ledd", "§257"),
        ("§ 108 a", "§108a"),
        ("§ 8-3 andre ledd", "§8-3"),
        ("§§ 4 og 5", ""),
        ("art. 10", ""),
    ],
)
def test_a_source_leads_to_its_section(at: str, expected: str) -> None:
    url = "https://lovdata.no/lov/2005-05-20-28"
    assert section_url(url, at) == (f"{url}/{expected}" if expected else url)


def test_no_rule_claims_to_be_verified_without_a_provision() -> None:
    bare = [
        rule.id
        for rule in NORWAY.ruleset.rules.values()
        for version in rule.versions
        if version.confidence == "verified" and any(not s.at for s in version.sources)
    ]
    assert bare == []
