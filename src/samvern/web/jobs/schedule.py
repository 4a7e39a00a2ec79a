# SPDX-License-Identifier: EUPL-1.2
"""What is done for each organisation, when, and which data it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from samvern.access.categories import Category
from samvern.web.jobs.service_members import acting_as_service


@dataclass(frozen=True)
class ScheduledJob:
    """A piece of work repeated for each organisation."""

    name: str
    cron: str
    """When, in the time of the server."""
    calls: str
    """The function, ``module:name``; it takes ``actor`` by keyword and may be run again at any
    time: what is done already is not done twice."""
    categories: tuple[Category, ...]
    waits: bool = False
    """It waits for other machines: it takes ``acting`` instead, and opens units of work itself, so
    that none is open while it waits."""

    def is_present(self) -> bool:
        """Whether this installation has the function."""
        module, _, name = self.calls.partition(":")
        return find_spec(module) is not None and hasattr(import_module(module), name)

    def function(self) -> Callable[..., Any]:
        """The function."""
        module, _, name = self.calls.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), name)
        return found

    def run(self, service: UUID, **more: Any) -> Any:
        """Do it for the organisation of a service member."""
        categories = [each.value for each in self.categories]
        acting = partial(acting_as_service, service, f"job:{self.name}", categories)
        if self.waits:
            return self.function()(acting=acting, **more)
        with acting() as actor:
            return self.function()(actor=actor, **more)


SCHEDULE = (
    ScheduledJob(
        "remind",
        "*/10 * * * *",
        "samvern.cases.deadlines.reminders:send_reminders",
        (Category.CASE, Category.RIGHTS, Category.PLAN),
        waits=True,
    ),
    ScheduledJob(
        "refer",
        "*/10 * * * *",
        "samvern.referrals.core.reminders:remind_all",
        (Category.CASE,),
    ),
    ScheduledJob(
        "recount",
        "7 0,1,23 * * *",  # soon after midnight in Norway, whatever the server's clock
        "samvern.cases.deadlines.recount:recount_all_deadlines",
        (Category.CASE, Category.RIGHTS, Category.ASSESSMENT),
    ),
    ScheduledJob(
        "links",
        "*/10 * * * *",
        "samvern.referrals.external.delivery.domain:expire_links",
        (Category.CASE,),
    ),
    ScheduledJob(
        "retain",
        "17 2-5 * * *",
        "samvern.cases.retention.domain:run_retention",
        (Category.CASE, Category.IDENTITY),  # a child's time runs from her birth date
    ),
    ScheduledJob(
        "reach-others",
        "4/10 * * * *",
        "samvern.cases.identity_pages.reaching:reach_all",
        (Category.IDENTITY,),
    ),
    ScheduledJob(
        "remind-questions",
        "3/10 * * * *",
        "samvern.helpline.questions.reminders:remind_all",
        (Category.CASE,),
    ),
    ScheduledJob(
        "forget-contacts",
        "27 3 * * *",
        "samvern.helpline.retention:forget_old_words",
        (Category.CASE,),
    ),
    ScheduledJob(
        "scan",
        "* * * * *",
        "samvern.cases.documents.scanning:scan_documents",
        (Category.CASE, Category.DOCUMENTS),
        waits=True,
    ),
    ScheduledJob(
        "remind-bars",
        "14 6 * * *",
        "samvern.cases.team.bars:remind_of_bars",
        (Category.CASE,),
    ),
    ScheduledJob("rooms", "* * * * *", "samvern.places.jobs:run_place_jobs", (Category.CASE,)),
    ScheduledJob(
        "letters",
        "*/5 * * * *",
        "samvern.coordination.email_digests.jobs:send_digests",
        (),
        waits=True,
    ),
    ScheduledJob(
        "webhooks",
        "* * * * *",
        "samvern.coordination.webhooks.delivery:deliver_all",
        (),
        waits=True,
    ),
)
JOB_BY_NAME = {each.name: each for each in SCHEDULE}
