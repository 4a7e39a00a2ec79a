# SPDX-License-Identifier: EUPL-1.2
"""There is one way to write a page with a form: ``samvern.cases.pages.form_page``."""

import ast
from pathlib import Path

from support.typed import ROOT

SOURCE = ROOT / "src" / "samvern"
BENEATH = {"attempt", "show_conflict"}
BY_HAND = {
    # Below the cases, which it may not import; allauth keeps the sign-in between two requests.
    "access/login/sign_in/account_views.py": {"add_app", "add_passkey", "change_password"},
    "access/login/invitations/views.py": {"invitation", "enrol"},
    # The questions are the guide's, whose reader judges them; a form of the source stands beside.
    "cases/facts/views.py": {"facts_step"},
    # A search: what is sent is an answer to show, and two of its buttons hold a room or wait.
    "helpline/guidance/views.py": {"guidance"},
    "places/search/views.py": {"places", "_act"},
    # Whoever opens a link has no account, and so no actor, workspace or draft.
    "referrals/external/link_page/views.py": {"_open", "_answer"},
}
"""The functions that judge a sent form themselves, with the reason why."""


def by_hand(function: ast.AST) -> bool:
    """Whether a function tries to save for itself, or judges a form it made of what was sent."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = {each.id for each in calls if isinstance(each, ast.Name)}
    judges = any(isinstance(each, ast.Attribute) and each.attr == "is_valid" for each in calls)
    sent = "submitted_data" in names or any(
        isinstance(node, ast.Attribute) and node.attr == "POST" for node in ast.walk(function)
    )
    return bool(names & BENEATH) or (judges and sent)


def found_in(module: Path) -> set[str]:
    """The functions of a module that do."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and by_hand(node)}


def test_a_view_judges_no_form_by_hand() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if "views" in path.stem + path.parent.name]
    assert len(modules) > 50
    found = {str(path.relative_to(SOURCE)): found_in(path) for path in modules}
    assert {path: names for path, names in found.items() if names} == BY_HAND


def test_what_is_written_by_hand_is_noticed() -> None:
    written = "def page(request):\n    form = F(request.POST)\n    return form.is_valid()\n"
    tried = "def page(request):\n    return attempt(form, save)\n"
    given = "def page(request):\n    return F(request.GET).is_valid()\n"
    assert [by_hand(ast.parse(each)) for each in (written, tried, given)] == [True, True, False]
