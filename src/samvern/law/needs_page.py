# SPDX-License-Identifier: EUPL-1.2
"""The table of needs as a page: ``docs/needs.md`` is Norway's."""

from __future__ import annotations

from collections.abc import Iterator

from samvern.law.checking_needs import GROUNDING
from samvern.law.citations import localized_place
from samvern.law.localization import localized
from samvern.law.model import RuleSet, Source
from samvern.law.needs import Need

HEAD = """# What somebody can be referred for

Made by `./samvern pack needs {id} --write docs/needs.md`; a test holds it equal to the pack. It is
what `needs.yaml` says: the referral form, the directories and the check of what may go along read
the same table. The rules named as ground have their own dates and sources in the pack.
"""
ANSWERS = {
    "tonight": "within two hours", "days3": "within three days", "days14": "within fourteen days",
}  # fmt: skip


def write_needs(book: RuleSet) -> str:
    """The page of a pack, in English."""
    sections = ("\n".join(_section(book, need)) for need in book.needs.values())
    return "\n".join([HEAD.format(id=book.id), *sections])


def _section(book: RuleSet, need: Need) -> Iterator[str]:
    yield f"## {localized(need.name, 'en')} (`{need.id}`)\n"
    yield f"- In Norwegian: {need.name['nb']} (bokmål), {need.name['nn']} (nynorsk)"
    yield f"- Ground: {_ground(book, need)}"
    yield f"- Purpose: `{need.purpose}`"
    yield f"- An answer: {', '.join(ANSWERS[each] for each in need.answers)}"
    yield f"- Offered by: {', '.join(f'`{kind}`' for kind in need.offered_by) or 'anyone'}"
    until = f" until {need.end}" if need.end else ""
    yield f"- In force from {need.start}{until}; {need.confidence}"
    yield f"- Rests on: {'; '.join(_cited(book, source) for source in need.sources)}\n"
    yield "| May go along | Because | To whom |\n|---|---|---|"
    for name, reason in need.fields.items():
        yield f"| `{name}` | {localized(reason, 'en')} | every receiver |"
    for more in need.also:
        kinds = ", ".join(f"`{kind}`" for kind in more.kinds)
        for name, reason in more.fields.items():
            yield f"| `{name}` | {localized(reason, 'en')} | {kinds} |"
    yield ""


def _ground(book: RuleSet, need: Need) -> str:
    if not need.topics:
        return "consent only"
    topics = (f"`{topic}` ({', '.join(_rules(book, topic))})" for topic in need.topics)
    return "; ".join(topics)


def _rules(book: RuleSet, topic: str) -> Iterator[str]:
    for rule in book.rules.values():
        if rule.kind in GROUNDING and rule.extra.get("topic") == topic:
            yield rule.id


def _cited(book: RuleSet, source: Source) -> str:
    name = localized(book.instruments[source.law].name, "en")
    return f"{name} {localized_place(source.at, 'en')}".strip()
