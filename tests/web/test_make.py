# SPDX-License-Identifier: EUPL-1.2
"""`./samvern manage` and `./samvern make`, and a path after `./samvern test`."""

import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from samvern.web.build.messages import add_missing
from samvern.web.commands import cli
from samvern.web.commands.make import _pages
from samvern.web.testing.groups import choose_group
from support.budgets import ROOT
from support.expectations import level

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
ASKING = '{% load i18n %}{% translate "Help" %}{% blocktranslate count n=1 %}A day{% plural %}Days'
ASKING += '{% endblocktranslate %}{% translate "May" context "month" %}'


def samvern(*words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """A command in a process of its own, as it has Django to itself."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "SAMVERN_MODE")}
    return subprocess.run(
        [sys.executable, "-m", "samvern", *words],
        capture_output=True, text=True, check=False, env=kept | more, cwd=ROOT,
    )  # fmt: skip


def test_a_command_that_reads_the_code_needs_no_database(tmp_path: Path) -> None:
    done = samvern("manage", "--data", str(tmp_path), "check")
    assert (done.returncode, done.stdout) == (
        0, "System check identified no issues (0 silenced).\n"
    )  # fmt: skip


def test_one_that_reads_tables_says_how_to_get_them(tmp_path: Path) -> None:
    done = samvern("manage", "--data", str(tmp_path), "showmigrations")
    told = f"Error: no database in {tmp_path}; set DATABASE_URL, or make one: samvern demo\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_manage_is_not_for_production() -> None:
    given = {"SAMVERN_MODE": "production", "SAMVERN_SECRET_KEY": "x" * 50}
    done = samvern("manage", "flush", "--noinput", **given)
    told = "Error: manage is for development; in production: samvern database migrate\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


@pytest.mark.database
@pytest.mark.long
def test_the_sql_of_a_migration_needs_no_demonstration(tmp_path: Path) -> None:
    done = samvern("manage", "--data", str(tmp_path), "sqlmigrate", "publications", "0001")
    assert (done.returncode, 'CREATE TABLE "publications_publication"' in done.stdout) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_no_migration_is_missing() -> None:
    done = samvern("make", "migrations", "--check")
    assert (done.returncode, done.stdout[:19]) == (0, "No changes detected")


@pytest.mark.long
def test_every_page_made_from_the_code_is_as_it_is_made() -> None:
    """When one is not: ./samvern make docs."""
    made = {page.name: text == page.read_text(encoding="utf-8") for page, text in _pages(cli)}
    assert made == dict.fromkeys(
        ("commands.md", "transitions.md", "processing.md", "proved.md"), True
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A package with a room that has catalogues of its own, and one that has none."""
    for folder in ("locale", "room/locale"):
        for language in ("nb", "nn"):
            path = tmp_path / folder / language / "LC_MESSAGES/django.po"
            path.parent.mkdir(parents=True)
            path.write_text(HEADER)
    for room in ("room", "other"):
        (tmp_path / room / "templates").mkdir(parents=True)
    (tmp_path / "room/templates/page.html").write_text(ASKING)
    (tmp_path / "other/words.py").write_text(
        'from django.utils.translation import gettext as _\n_("Help")\n_("Only here")\n'
    )
    return tmp_path


def test_a_text_goes_where_it_is_asked_for_once(source: Path) -> None:
    places = [source / at / "LC_MESSAGES/django.po" for at in ("locale/nb", "room/locale/nb")]
    assert {path: texts for path, texts in add_missing(source).items() if path in places} == {
        places[0]: ["Only here"], places[1]: ["Help", "A day", "May"],
    }  # fmt: skip
    added = [(e.msgid, e.msgid_plural, e.msgctxt, e.msgstr) for e in polib.pofile(str(places[1]))]
    assert added == [
        ("Help", "", None, ""), ("A day", "Days", None, ""), ("May", "", "month", ""),
    ]  # fmt: skip
    assert add_missing(source) == {}


def test_expectations_follow_the_code_and_keep_what_was_reviewed() -> None:
    before = ["pages:", "  a:b: {methods: [GET]}", "  # why", "  d: {x: 1}", "", "# more", "z:"]
    assert level(before, "pages", ("a:b", "c"), "{roles: []}") == [
        "pages:", "  a:b: {methods: [GET]}", "  # why", "  c: {roles: []}", "", "# more", "z:",
    ]  # fmt: skip
    assert level(before, "pages", ("a:b", "d"), "") == before


def test_a_path_leaves_out_the_long_tests_as_a_group_does() -> None:
    assert choose_group("tests/ops").marker == choose_group("law").marker == "not long"
    assert choose_group("long").marker == "long and not scale"
