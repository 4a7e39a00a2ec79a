# SPDX-License-Identifier: EUPL-1.2
"""Keep the reviewed files of tests/proofs level with the code: ``./samvern make expectations``.

A new address or table is added as open to nobody: a person says who may, and the proofs are red
until then. What somebody has reviewed is never changed; what no longer exists is taken out.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.apps import apps

from support import expected
from support.addresses import addresses
from support.walking import FILE as PAGES

ADDRESS = "{methods: [GET], roles: []}"
TABLE = "{category: case, verbs: []}"
ENTRY = re.compile(r"  ([\w:.-]+): ")


def level(lines: Sequence[str], title: str, names: Iterable[str], entry: str) -> list[str]:
    """The lines with an entry below ``title`` for each name, and for no other."""
    start = lines.index(f"{title}:") + 1
    end = next((n for n, x in enumerate(lines) if n >= start and x[:1].isalpha()), len(lines))
    while end > start and not lines[end - 1].startswith("  "):
        end -= 1  # what stands before the next title belongs to it
    wanted = set(names)
    named = [(match[1] if (match := ENTRY.match(x)) else "", x) for x in lines[start:end]]
    kept = [(name, line) for name, line in named if not name or name in wanted]
    for name in sorted(wanted - {name for name, _ in named}):
        later = (n for n, (other, _) in enumerate(kept) if other > name)
        kept.insert(next(later, len(kept)), (name, f"  {name}: {entry}"))
    return [*lines[:start], *(line for _, line in kept), *lines[end:]]


def tables() -> set[str]:
    """The tables of a case that the matrix of statements covers."""
    found = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.attname == "case_id" for field in model._meta.concrete_fields)
    }
    together = {table for table in found if table.startswith(expected.TOGETHER)}
    return {"cases_case", *found} - together - expected.ELSEWHERE


def write(file: Path, title: str, names: Iterable[str], entry: str) -> None:
    """Bring one part of a file level and say what to review."""
    before = file.read_text(encoding="utf-8").splitlines()
    after = level(before, title, names, entry)
    for line in after:
        if line not in before:
            print(f"{file.name}: say who may, and let somebody else review it:{line}")
    for line in before:
        if line not in after:
            print(f"{file.name}: no longer there, taken out:{line}")
    if after == before:
        print(f"{file.name}: level with the code ({title})")
    file.write_text("\n".join(after) + "\n", encoding="utf-8")


def main() -> None:
    """Bring both files level."""
    write(PAGES, "pages", (each.name for each in addresses()), ADDRESS)
    write(expected.FILE, "tables", tables(), TABLE)


if __name__ == "__main__":
    main()
