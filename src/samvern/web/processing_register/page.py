# SPDX-License-Identifier: EUPL-1.2
"""The record of processing as a page."""

from collections.abc import Iterator
from pathlib import Path

from samvern.web.processing_register.register import LEVELS, Register

HEAD = Path(__file__).parent / "head.md"


def write_record(register: Register) -> str:
    """The page, in Markdown."""
    head = HEAD.read_text(encoding="utf-8")
    return "\n".join([head, *_levels(register), *_purposes(register), *_tables(register)]) + "\n"


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
    yield "Columns ending in `_sealed` hold ciphertext; other strict ones are explained below."
    for table in sorted(register.fields):
        told = register.purposes[register.purpose_of[table]]
        yield f"\n### `{table}`\n\n{told['what']}.\n"
        for level in LEVELS:
            names = sorted(name for name, each in register.fields[table].items() if each == level)
            if names:
                yield f"- **{level}**: {', '.join(f'`{name}`' for name in names)}"
    yield "\n## Strict and not ciphertext\n"
    yield from (f"- `{name}`: {words}" for name, words in sorted(register.unsealed.items()))
