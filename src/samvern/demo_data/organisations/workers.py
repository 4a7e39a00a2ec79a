# SPDX-License-Identifier: EUPL-1.2
"""Those who work in the organisations: the nine of every test, and the colleagues around them."""

from collections.abc import Iterator

from samvern.demo_data.model import DemoWorker
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import organisations, table, test_workers


def workers(draws: Draws) -> list[DemoWorker]:
    """Everybody: in each unit case workers and a leader, in each body an auditor and an
    administrator. The nine come first and fill their places.
    """
    return [*test_workers(), *_others(draws)]


def _others(draws: Draws) -> Iterator[DemoWorker]:
    names = _names(draws)
    taken = {worker.login for worker in test_workers()}
    each_unit = table("organisations")["workers_each_unit"]
    for body in organisations().values():
        places = [(unit, "case_worker") for unit in body.units for _ in range(each_unit)]
        places += [(unit, "leader") for unit in body.units]
        for unit, role in [*places, (None, "auditor"), (None, "administrator")]:
            if _is_filled(body.code, unit, role):
                continue
            name = next(names)
            login = f"{name.split()[0].lower()}.{body.code}"
            while login in taken:
                login += "2"
            taken.add(login)
            yield DemoWorker(login, name, body.code, unit, role)


def _is_filled(body: str, unit: str | None, role: str) -> bool:
    """Whether one of the nine has the place: single places only, units have room for more."""
    return role != "case_worker" and any(
        (worker.body, worker.unit, worker.role) == (body, unit, role) for worker in test_workers()
    )


def _names(draws: Draws) -> Iterator[str]:
    """Given names with surnames of things."""
    names = table("names")
    first, last = list(names["member_first"]), list(names["member_last"])
    draws.named("members").shuffle(first)
    draws.named("surnames").shuffle(last)
    for place in range(len(first) * len(last)):
        round_, at = divmod(place, len(first))
        yield f"{first[at]} {last[(place + round_) % len(last)]}"
