# SPDX-License-Identifier: EUPL-1.2
"""Commands that a page shows, and what it says that they print; an ellipsis stands for anything."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: what follows the fence, and what stands in it."""

    kind: str
    text: str


@dataclass
class Shown:
    """A command of a console block, without ``./samvern``, and the lines it is said to print."""

    command: str
    lines: list[str]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in their order; one in a list is unindented."""
    text = page.read_text(encoding="utf-8")
    found = re.findall(r"^( *)```(\w*)\n(.*?)^\1```$", text, re.M | re.S)
    return [Block(kind, re.sub(f"^{indent}", "", body, flags=re.M)) for indent, kind, body in found]


def shown(block: Block) -> list[Shown]:
    """The commands of a block whose lines begin with ``$``; none of another block."""
    found: list[Shown] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            command = line.removeprefix("$ ").removeprefix("./samvern ").partition("  #")[0]
            found.append(Shown(command.strip(), []))
        elif found and line.strip():
            found[-1].lines.append(line)
    return found


def unsaid(lines: list[str], said: str) -> list[str]:
    """The lines that are not said, each after the one before it, however the words are wrapped."""
    at, missing = 0, []
    for line in lines:
        if match := pattern(line).search(said, at):
            at = match.end()
        else:
            missing.append(line)
    return missing


def pattern(line: str) -> re.Pattern[str]:
    """A line whose ellipses are anything and whose spaces may be line breaks."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in line.split("…"))
    words = r"\s*[^\0]*?\s*".join(parts)
    return re.compile(rf"^\s*{words}\s*$", re.M)
