# SPDX-License-Identifier: EUPL-1.2
"""Groups, shown in the reader's language and adding up to what is printed above them."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from samvern.web.commands import cli
from support.lists import FOLDER

ROWS = [line.split(",") for line in (FOLDER / "Korea.csv").read_text().split()[1:]]


def by_sex(folder: Path) -> Path:
    """Korea's table with half of each cell said to be women."""
    path = folder / "groups.csv"
    lines = ["sex,b,c,d,count"]
    for *pattern, count in ROWS:
        women = int(count) // 2
        lines += [",".join(["women", *pattern, str(women)])]
        lines += [",".join(["men", *pattern, str(int(count) - women)])]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "By sex"), ("nb", "Etter kjønn"), ("nn", "Etter kjønn")]
)
def test_printed_groups_add_up_to_the_printed_whole(
    tmp_path: Path, lang: str, heading: str
) -> None:
    arguments = ["estimate", str(by_sex(tmp_path)), "--method", "independence", "--lang", lang]
    lines = CliRunner().invoke(cli, arguments).stdout.splitlines()
    whole = re.findall(r": (\d+) person", lines[2])
    start = lines.index(heading)
    groups = [line.split() for line in lines[start:] if line.strip().startswith(("women", "men"))]
    assert [(g[0], int(g[1])) for g in groups] == [("men", 63), ("women", 60)]
    assert sum(int(g[2]) for g in groups) == int(whole[0])
