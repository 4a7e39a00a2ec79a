# SPDX-License-Identifier: EUPL-1.2
"""The record of processing as a page."""

from collections.abc import Iterator
from pathlib import Path

from django.utils import translation

from samvern.web.processing_register.register import LEVELS, Register

HEAD = Path(__file__).parent / "head.md"


def write_record(register: Register) -> str:
    """The page, in Markdown."""
    head = HEAD.read_text(encoding="utf-8")
    with translation.override("en"):
        parts = (_levels, _purposes, _tables, _clear)
        lines = [head, *(line for part in parts for line in part(register))]
    return "\n".join(lines) + "\n"


def _levels(register: Register) -> Iterator[str]:
    yield "## Levels\n"
    yield "| level | fields | how it is protected |\n|---|---|---|"
    for level in LEVELS:
        count = sum(
            each == level for columns in register.fields.values() for each in columns.values()
        )
        yield f"| **{level}** | {count} | {register.levels[level]} |"


def _purposes(register: Register) -> Iterator[str]:
    yield "\n## Purposes\n"
    yield "| purpose | about whom | special categories | offences | who receives |"
    yield "|---|---|---|---|---|"
    for told in register.purposes.values():
        special, offences = ("yes" if told.get(name) else "" for name in ("special", "offences"))
        cells = (told["what"], told["who"], special, offences, told["receivers"])
        yield f"| {' | '.join(cells)} |"


def _tables(register: Register) -> Iterator[str]:
    yield "\n## Fields\n"
    yield (
        "Columns ending in `_sealed` hold ciphertext; after each stands what is written there, and"
        " which category of the case is read by those who read it. Other strict ones are explained"
        " below."
    )
    for table in sorted(register.fields):
        told = register.purposes[register.purpose_of[table]]
        yield f"\n### `{table}`\n\n{told['what']}.\n"
        for level in LEVELS:
            names = sorted(name for name, each in register.fields[table].items() if each == level)
            if names:
                told_of = (_column(register, table, name) for name in names)
                yield f"- **{level}**: {', '.join(told_of)}"
    yield "\n## Strict and not ciphertext\n"
    yield from (f"- `{name}`: {words}" for name, words in sorted(register.unsealed.items()))


def _clear(register: Register) -> Iterator[str]:
    yield "\n## Text in clear\n"
    yield (
        "Every column that can hold words and is neither sealed nor one of a few choices; a name"
        " alone is the code of that name in every table.\n"
    )
    for why in dict.fromkeys(register.clear.values()):
        names = sorted(f"`{name}`" for name, told in register.clear.items() if told == why)
        yield f"- {why}: {', '.join(names)}"


def _column(register: Register, table: str, name: str) -> str:
    """A column, and of a sealed one what is declared of it."""
    declared = register.sealed.get(table, {}).get(name)
    if declared is None:
        return f"`{name}`"
    category = f", {declared.category.value}" if declared.category else ""
    return f"`{name}` (“{declared.label}”{category})"
