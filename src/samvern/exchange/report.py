# SPDX-License-Identifier: EUPL-1.2
"""Results as text, table and CSV for the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from samvern.common.csv_cells import safe_cell
from samvern.common.translations import gettext_noop, translate
from samvern.exchange.people import UnreadRow
from samvern.law import Result, Truth
from samvern.law.citations import localized_place
from samvern.law.known_by import known_by
from samvern.law.localization import localized
from samvern.law.model import ELEMENTS, Rule
from samvern.law.own_tasks import actors_of, name_of
from samvern.law.time_limits import advice, headline, time_limits

Named = tuple[str, Result]

_WORDS = {
    "level": {
        "info": gettext_noop("no signs"),
        "concern": gettext_noop("concern"),
        "reasonable_grounds": gettext_noop("reasonable grounds"),
        "strong": gettext_noop("strong signs"),
    },
    "value": {
        "yes": gettext_noop("yes"),
        "no": gettext_noop("no"),
        "unknown": gettext_noop("unknown"),
    },
    "heading": {
        "signs": gettext_noop("How strong the signs are"),
        "alerts": gettext_noop("Important"),
        "now": gettext_noop("Do this, in this order"),
        "offences": gettext_noop("Offences this may be"),
        "rights": gettext_noop("Rights today"),
        "sharing": gettext_noop("Secrecy"),
        "clocks": gettext_noop("Time limits"),
        "ask": gettext_noop("Ask this next"),
        "unread": gettext_noop("Not read"),
    },
    "confidence": {
        "verified": "",
        "derived": gettext_noop(" [derived]"),
        "unverified": gettext_noop(" [not confirmed by a jurist]"),
    },
}


def report_word(group: str, key: str, lang: str) -> str:
    """One of the report's own words."""
    return translate("exchange", _WORDS[group][key], lang)


def as_text(name: str, result: Result, lang: str) -> str:
    """One person's answer, short enough to read aloud."""
    lines = [f"== {name} ==" if name else ""]
    lines += [
        f"{report_word('heading', 'signs', lang)}: {report_word('level', result.level, lang)}"
    ]
    lines += [f"  {_element(result, id, value, lang)}" for id, value in result.elements.items()]
    lines += _section(result, "alerts", ("alert",), lang)
    lines += _section(result, "now", ("duty", "referral"), lang)
    lines += _section(result, "offences", ("offence",), lang)
    lines += _section(result, "rights", ("right",), lang)
    lines += _section(result, "sharing", ("sharing",), lang)
    lines += _clocks(result, lang)
    lines += _questions(result, lang)
    return "\n".join(lines).strip() + "\n"


def _element(result: Result, id: str, value: Truth, lang: str) -> str:
    ways = ", ".join(localized(option.label, lang) for option in known_by(result, id))
    name = localized(result.ruleset.rules[id].name, lang)
    told = f"{name}: {report_word('value', value.value, lang)}"
    return f"{told} ({ways})" if ways else told


def _section(result: Result, heading: str, kinds: tuple[str, ...], lang: str) -> list[str]:
    rules = [r for r in result.of_kind(*kinds) if result.value(r.id) is Truth.YES]
    if not rules:
        return []
    rules.sort(key=lambda rule: rule.order)
    return [
        "",
        report_word("heading", heading, lang),
        *(_line(result, rule, lang) for rule in rules),
    ]


def _line(result: Result, rule: Rule, lang: str) -> str:
    version = result.version(rule)
    cited = "; ".join(
        f"{localized(result.ruleset.instruments[s.law].name, lang)} {localized_place(s.at, lang)}"
        for s in version.sources[:2]
    )
    phones = [
        result.ruleset.actors[id] for id in actors_of(result, rule) if id in result.ruleset.actors
    ]
    call = "".join(
        f"\n    {localized(actor.name, lang)} {actor.phone}" for actor in phones if actor.phone
    )
    mark = report_word("confidence", version.confidence, lang)
    return f"  - {localized(name_of(result, rule), lang)} ({cited}){mark}{call}"


def _clocks(result: Result, lang: str) -> list[str]:
    lines = []
    for limit in time_limits(result):
        lines.append(f"  - {headline(limit, lang)}: {localized(limit.rule.name, lang)}")
        note = advice(limit, result, lang)
        lines += [f"    {note}"] if note else []
    return ["", report_word("heading", "clocks", lang), *lines] if lines else []


def _questions(result: Result, lang: str) -> list[str]:
    facts = [result.ruleset.facts[name] for name, _ in result.next_questions[:3]]
    lines = [f"  - {localized(fact.question, lang)}" for fact in facts]
    return ["", report_word("heading", "ask", lang), *lines] if lines else []


TABLE_HELD = 500
"""Lines of a table that are held until its columns have their widths."""


def as_table(people: Iterable[Named], lang: str) -> Iterator[str]:
    """Many people, a line each: name, the four elements, the level.

    The columns are as wide as the first lines need; of a longer list the rest follows as it comes,
    and a longer name there moves its own line only.
    """
    rows = chain(
        [["", *ELEMENTS, report_word("heading", "signs", lang)]],
        (_cells(name, result, lang) for name, result in people),
    )
    held = list(islice(rows, TABLE_HELD))
    widths = [max(len(row[n]) for row in held) for n in range(len(held[0]))]
    for row in chain(held, rows):
        line = "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True))
        yield line.rstrip() + "\n"


def _cells(name: str, result: Result, lang: str) -> list[str]:
    elements = result.elements
    values = [report_word("value", elements.get(id, Truth.UNKNOWN).value, lang) for id in ELEMENTS]
    return [name, *values, report_word("level", result.level, lang)]


_CSV_KINDS = ("offence", "right", "duty", "sharing", "referral", "alert")


def as_csv(people: Iterable[Named]) -> Iterator[str]:
    """A row a person; rules of a kind that are yes, joined by ``;`` as ids."""
    yield _csv_line(
        ["id", "level", *ELEMENTS, *(f"{kind}s" for kind in _CSV_KINDS), "pack", "hash"]
    )
    for name, result in people:
        elements = [result.elements.get(id, Truth.UNKNOWN).value for id in ELEMENTS]
        kinds = [";".join(_yes(result, kind)) for kind in _CSV_KINDS]
        stamp = (result.ruleset.version, result.ruleset.hash)
        yield _csv_line([safe_cell(name), result.level, *elements, *kinds, *stamp])


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _yes(result: Result, kind: str) -> list[str]:
    return [rule.id for rule in result.of_kind(kind) if result.value(rule.id) is Truth.YES]


def unread_text(unread: Sequence[UnreadRow], lang: str) -> str:
    """What could not be read, a line each."""
    lines = [f"  {one.row}{': ' + one.field if one.field else ''}: {one.reason}" for one in unread]
    return "\n".join([f"{report_word('heading', 'unread', lang)}:", *lines]) if lines else ""


def unread_rows(unread: Sequence[UnreadRow]) -> list[dict[str, Any]]:
    """What could not be read, as the JSON contract has it."""
    return [{"row": one.row, "field": one.field, "reason": one.reason} for one in unread]
