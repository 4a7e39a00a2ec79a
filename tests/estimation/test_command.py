# SPDX-License-Identifier: EUPL-1.2
"""`samvern estimate` as a user runs it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from samvern.estimation import METHODS
from samvern.estimation.messages import LANGUAGES, load
from samvern.web.commands import cli
from support.lists import FOLDER

KEYS = ["method", "estimate", "interval80", "interval95", "identified", "reason", "seconds"]
APART = "A,B,C,count\n1,0,0,9\n0,1,0,8\n0,0,1,7\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["estimate", *map(str, arguments)])


def test_json_is_one_object_a_method() -> None:
    result = run(FOLDER / "Korea.csv", "--json", "--bootstraps", 40)
    found = json.loads(result.stdout)
    assert [entry["method"] for entry in found] == list(METHODS)
    assert [list(entry) for entry in found] == [KEYS] * len(METHODS)


def test_one_method_in_json() -> None:
    [found] = json.loads(run(FOLDER / "UKdat.csv", "--method", "stepwise", "--json").stdout)
    assert round(found["estimate"]) == 11418
    assert found["identified"] is True


def test_a_table_that_cannot_tell_says_which_lists_and_gives_no_number(tmp_path: Path) -> None:
    (tmp_path / "apart.csv").write_text(APART)
    [found] = json.loads(run(tmp_path / "apart.csv", "--method", "stepwise", "--json").stdout)
    reason = "no person is on two lists: A and B share nobody, and neither do any others"
    assert [found[k] for k in KEYS[:-1]] == ["stepwise", None, None, None, False, reason]
    text = run(tmp_path / "apart.csv").stdout
    assert f"cannot be estimated, because {reason}." in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_in_every_language(lang: str) -> None:
    words = load(lang)
    text = run(FOLDER / "Western.csv", "--bootstraps", 40, "--lang", lang, "--method", "combined")
    for section in ("methods", "assumes", "missed", "dropped", "definition"):
        assert words(f"sections.{section}") in text.stdout.splitlines()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append(dict(attrs))


def test_html_report_has_a_table_a_title_and_a_finding_for_every_plot(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    run(FOLDER / "Korea.csv", "--method", "stepwise", "--report", out, "--lang", "nn")
    page = out.read_text(encoding="utf-8")
    reader = _Reader()
    reader.feed(page)
    count = {tag: reader.tags.count(tag) for tag in ("svg", "desc", "figcaption", "table", "h1")}
    assert count == {"svg": 3, "desc": 3, "figcaption": 3, "table": 3, "h1": 1}
    assert reader.attributes[reader.tags.index("html")] == {"lang": "nn"}
    assert "http" not in re.sub(r"http://www\.w3\.org/2000/svg", "", page)


def test_a_list_name_is_text_and_never_markup(tmp_path: Path) -> None:
    source = tmp_path / "names.csv"
    source.write_text("<b>#A</b>,B&C,D,count\n1,0,0,9\n0,1,0,8\n0,0,1,7\n1,1,0,4\n0,1,1,3\n")
    for name in ("out.html", "out.pdf"):
        result = run(source, "--method", "chao", "--report", tmp_path / name)
        assert result.exit_code == 0
    assert "<b>#A" not in (tmp_path / "out.html").read_text()


def test_pdf_report_is_tagged_and_in_its_language(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    run(FOLDER / "Korea.csv", "--method", "stepwise", "--report", out, "--lang", "nb")
    root = pypdf.PdfReader(out).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nb", True)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_several_files_are_plausible_linkages(tmp_path: Path) -> None:
    text = (FOLDER / "Korea.csv").read_text()
    (tmp_path / "one.csv").write_text(text)
    (tmp_path / "two.csv").write_text(text.replace("1,1,0,54", "1,1,0,50"))
    arguments = (tmp_path / "one.csv", tmp_path / "two.csv", "--method", "independence", "--json")
    [pooled] = json.loads(run(*arguments).stdout)
    each = [json.loads(run(file, *arguments[2:]).stdout)[0]["estimate"] for file in arguments[:2]]
    assert pooled["estimate"] == pytest.approx((each[0] * each[1]) ** 0.5)


def test_check_scores_each_list_as_known_truth() -> None:
    result = run(FOLDER / "UKdat_5.csv", "--check", "--method", "independence", "--json")
    found = json.loads(result.stdout)
    assert [(p["list"], p["truth"]) for p in found] == [
        ("LA", 94),
        ("NG", 567),
        ("PFNCA", 1169),
        ("GO", 807),
        ("GP", 336),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.csv"], "does not exist"),
        (["lists.csv", "--method", "guess"], "'guess' is not one of"),
        (["lists.csv", "--bootstraps", "3"], "3 is not in the range"),
        (["lists.csv", "--report", "out.doc"], "must end in .html or .pdf"),
        (["lists.csv"], "lists.csv, line 2, field 'count': is '-1'"),
    ],
)
def test_bad_input_ends_with_two_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lists.csv").write_text("A,B,count\n1,0,-1\n")
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_interruption_keeps_the_methods_that_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(METHODS, "bic", interrupted)
    result = run(FOLDER / "Korea.csv", "--json", "--bootstraps", 40)
    assert result.exit_code == 130
    assert [entry["method"] for entry in json.loads(result.stdout)] == ["combined", "stepwise"]
    assert result.stderr.strip() == "Stopped: 2 of 8 methods had finished and are shown."
