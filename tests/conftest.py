# SPDX-License-Identifier: EUPL-1.2
"""Settings every test runs under: test mode, no database unless a test starts its own."""

import os
from collections.abc import Iterator

os.environ["SAMVERN_MODE"] = "test"
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")

import django
import pytest
from hypothesis import settings

django.setup()

CI = os.environ.get("CI") == "true"
SHORT = os.environ.get("SAMVERN_SHORT") == "1"
pytest_plugins = ["support.budgets", "support.packs", "support.site", "support.browser", "support.database"]

settings.register_profile("quick", max_examples=50, deadline=None, derandomize=CI)
settings.register_profile("long", max_examples=50 if SHORT else 1000, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def short() -> bool:
    """Whether long tests should take their short form, as they do in CI."""
    return SHORT


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[pytest.TestReport]:
    """In CI a browser test may not be skipped, and no test without a reason."""
    report: pytest.TestReport = yield
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        bare = reason.removeprefix("Skipped").strip(": ") in ("", "unconditional skip")
        if bare or item.get_closest_marker("browser"):
            report.outcome = "failed"
            report.longrepr = f"skipped in CI: {reason}"
    return report
