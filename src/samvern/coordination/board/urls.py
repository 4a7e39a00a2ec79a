# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the coordinator's board."""

from django.urls import path

from samvern.coordination.board.views import (
    board,
    board_answer,
    board_asked,
    board_asked_us,
    board_csv,
    board_nudge,
    board_rule,
)

BOARD_PAGES = [
    path("board/", board, name="board"),
    path("board.csv", board_csv, name="board_csv"),
    path("board/<str:line>", board_nudge, name="board_nudge"),
]

CASE = "cases/<uuid:case_id>/asked"

REMINDER_PAGES = [
    path(f"{CASE}/", board_asked, name="board_asked"),
    path(f"{CASE}/<uuid:nudge_id>", board_answer, name="board_answer"),
    path("asked/", board_asked_us, name="board_asked_us"),
]

RULE_PAGES = [path("board-rule/", board_rule, name="board_rule")]

urlpatterns = [*BOARD_PAGES, *REMINDER_PAGES, *RULE_PAGES]
