# SPDX-License-Identifier: EUPL-1.2
"""What search engines may find, and the small files browsers ask for."""

import struct
from urllib.robotparser import RobotFileParser

import pytest

from support.visitor import LANGUAGES, Visitor, text_of

OPEN = (
    "start", "rights", "directory", "calendar", "sources", "method", "privacy", "accessibility",
)  # fmt: skip
SHUT = ("begin", "answer", "end", "ended", "leave")


@pytest.fixture
def rules(anyone: Visitor) -> RobotFileParser:
    response = anyone.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    found = RobotFileParser()
    found.parse(text_of(response).splitlines())
    return found


def test_pages_of_information_may_be_found(anyone: Visitor, rules: RobotFileParser) -> None:
    for name in OPEN:
        assert anyone.see(name).headers["X-Robots-Tag"] == "all", name
        assert rules.can_fetch("*", anyone.address(name)), name
    assert Visitor().get("/").headers["X-Robots-Tag"] == "all"


def test_questions_and_answers_may_not(anyone: Visitor, rules: RobotFileParser) -> None:
    for name in SHUT:
        assert not rules.can_fetch("*", anyone.address(name)), name
    step = anyone.address("step", step="you")
    assert not rules.can_fetch("*", step)
    assert anyone.get(step).headers["X-Robots-Tag"] == "noindex"
    assert anyone.see("answer").headers["X-Robots-Tag"] == "noindex"


def test_her_own_door_may_be_read_but_is_not_listed(
    anyone: Visitor, rules: RobotFileParser
) -> None:
    assert rules.can_fetch("*", anyone.address("door"))
    assert anyone.see("door").headers["X-Robots-Tag"] == "noindex"
    answered = anyone.post(anyone.address("door"), {"residence": "eea"})
    assert answered.headers["X-Robots-Tag"] == "noindex"


def test_a_search_is_nobody_elses(anyone: Visitor) -> None:
    found = anyone.get(f"{anyone.address('directory')}?words=oslo")
    assert found.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workspace_and_programs_never(language: str) -> None:
    rules = RobotFileParser()
    rules.parse(text_of(Visitor().get("/robots.txt")).splitlines())
    for path in (f"/{language}/workspace/", f"/{language}/workspace/cases/", "/api/v1/docs"):
        assert not rules.can_fetch("*", path)


def test_browsers_find_an_icon_at_the_root(visitor: Visitor) -> None:
    response = visitor.get("/favicon.ico")
    icon = b"".join(response)
    assert response.status_code == 200
    assert response.headers["Content-Type"] in ("image/x-icon", "image/vnd.microsoft.icon")
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 3)
    assert "no-store" not in response.headers["Cache-Control"]
