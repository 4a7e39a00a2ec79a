# SPDX-License-Identifier: EUPL-1.2
"""What is done for each organisation, when, and which data it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from samvern.access.categories import Category


@dataclass(frozen=True)
class Round:
    """A piece of work repeated for each organisation."""

    name: str
    cron: str
    """When, in the time of the server."""
    calls: str
    """The function, ``module:name``; it takes ``actor`` by keyword and may be run again at any
    time: what is done already is not done twice."""
    categories: tuple[Category, ...]

    def is_present(self) -> bool:
        """Whether this installation has the function."""
        module, _, name = self.calls.partition(":")
        return find_spec(module) is not None and hasattr(import_module(module), name)

    def function(self) -> Callable[..., Any]:
        """The function."""
        module, _, name = self.calls.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), name)
        return found


ROUNDS = (
    Round(
        "remind",
        "*/10 * * * *",
        "samvern.cases.domain.deadlines:remind_all",
        (Category.CASE, Category.RIGHTS, Category.PLAN),
    ),
    Round(
        "refer",
        "*/10 * * * *",
        "samvern.referrals.domain.reminding:remind_all",
        (Category.CASE,),
    ),
    Round(
        "recount",
        "7 0,1,23 * * *",  # soon after midnight in Norway, whatever the server's clock
        "samvern.cases.domain.recounting:recount_all",
        (Category.CASE, Category.RIGHTS, Category.ASSESSMENT),
    ),
    Round(
        "links",
        "*/10 * * * *",
        "samvern.referrals.outside.domain.sending:expire_all",
        (Category.CASE,),
    ),
    Round(
        "retain",
        "17 2-5 * * *",
        "samvern.cases.domain.retention:propose_all",
        (Category.CASE, Category.IDENTITY),  # a child's time runs from her birth date
    ),
    Round(
        "remind-questions",
        "3/10 * * * *",
        "samvern.contacts.domain.reminding:remind_all",
        (Category.CASE,),
    ),
    Round(
        "forget-contacts",
        "27 3 * * *",
        "samvern.contacts.domain.forgetting:forget_all",
        (Category.CASE,),
    ),
    Round(
        "scan",
        "* * * * *",
        "samvern.cases.domain.documents:scan_all",
        (Category.CASE, Category.DOCUMENTS),
    ),
    Round("rooms", "* * * * *", "samvern.places.domain.sweeping:sweep_all", (Category.CASE,)),
    Round("letters", "*/5 * * * *", "samvern.coordination.telling.sending:tell_all", ()),
    Round("webhooks", "* * * * *", "samvern.coordination.hooks.sending:deliver_all", ()),
)
BY_NAME = {each.name: each for each in ROUNDS}
