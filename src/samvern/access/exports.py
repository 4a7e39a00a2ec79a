# SPDX-License-Identifier: EUPL-1.2
"""Rows taken out of the workspace as a file: counted, written in the trail, and named, in one way.

A table (CSV) is one declaration and one call in its view::

    BOARD_FILE = Export("board.export", _("Board"))
    return export_csv(BOARD_FILE, "board", head, lambda: rows)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpResponse

from samvern.access.quotas import QUOTAS, Quota, consume_quota
from samvern.access.unit_of_work import log_act
from samvern.common.downloads import csv_response

Row = Sequence[object]
R = TypeVar("R")
EXPORTS: dict[str, Any] = {}
"""Of each act of taking out, what was taken out; the trail names it so."""


@dataclass(frozen=True)
class Export:
    """Something that can be taken out as a file.

    ``act``: what the trail keeps, ``board.export``. ``title``: what the page it is taken from is
    called. ``quota``: the allowance it uses; the common one unless it has its own.

    Raises:
        ValueError: the act is not ``….export``, means something else, or nobody has the allowance.
    """

    act: str
    title: Any
    quota: Quota = "export"

    def __post_init__(self) -> None:
        if self.quota not in QUOTAS:
            raise ValueError(f"{self.quota} is no allowance; they are in samvern.access.quotas")
        if not self.act.endswith(".export"):
            raise ValueError(f"{self.act}: an act of taking out ends with .export")
        if EXPORTS.setdefault(self.act, self.title) is not self.title:
            raise ValueError(f"{self.act} is already called {EXPORTS[self.act]}")


def export_csv(
    export: Export,
    name: str,
    head: Row,
    rows: Callable[[], Iterable[Row]],
    *,
    case: UUID | None = None,
) -> HttpResponse:
    """The rows as ``samvern-<name>.csv``. A name is our own word or a reference, never a person's.

    Raises:
        RateLimited: the allowance is used up; nothing was read.
    """
    return csv_response(f"samvern-{name}", head, take_out(export, rows, case=case))


def take_out(
    export: Export, rows: Callable[[], Iterable[R]], *, case: UUID | None = None
) -> list[R]:
    """The rows for a file of another kind: read within the allowance, and counted in the trail.

    Of one case the same counts once an hour.

    Raises:
        RateLimited: the allowance is used up; nothing was read.
    """
    consume_quota(export.quota, about=case)
    found = list(rows())
    log_act(export.act, case=case, rows=len(found))
    return found
