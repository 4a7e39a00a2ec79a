# SPDX-License-Identifier: EUPL-1.2
"""`samvern people`: who is in the demonstration, and how well they fit."""

from datetime import date

from click.testing import CliRunner

from samvern.demo_data.stories.build import stories
from samvern.demo_data.stories.fit import FittedFigure, figures
from samvern.web.commands import cli


def test_the_nine_come_first_and_everybody_is_listed_once() -> None:
    done = CliRunner().invoke(cli, ["people"])
    logins = [line.split()[0] for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    nine = ["kari", "jonas", "liv", "amina", "per", "tone", "rolf", "guro", "stig"]
    assert logins[:9] == nine
    assert len(set(logins)) == len(logins) > 60


def test_each_published_figure_stands_beside_what_was_made() -> None:
    done = CliRunner().invoke(cli, ["people", "--figures", "--today", "2026-11-23"])
    day = date(2026, 11, 23)
    found = figures(stories(day), day)
    assert done.exit_code == 0
    assert [line[:22].rstrip() for line in done.stdout.splitlines()[1:]] == [e.name for e in found]
    assert [each.name for each in found if not each.fits] == []


def test_a_year_that_is_off_by_two_does_not_fit() -> None:
    made = {
        number: FittedFigure("x", (20, 30), "strategy", (25, number)).fits
        for number in range(18, 33)
    }
    assert {number for number, fits in made.items() if not fits} == {18, 32}


def test_a_day_that_is_none_is_said_in_one_line() -> None:
    done = CliRunner().invoke(cli, ["people", "--figures", "--today", "2026-02-30"])
    assert done.exit_code == 2
    assert "2026-02-30" in done.stderr.splitlines()[-1]
