# SPDX-License-Identifier: EUPL-1.2
"""In CI nothing is skipped in silence."""

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skip in CI that gives no reason, and any skip of a browser test."""
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        bare = reason.removeprefix("Skipped").strip(": ") in ("", "unconditional skip")
        if bare or item.get_closest_marker("browser"):
            report.outcome = "failed"
            report.longrepr = f"skipped in CI: {reason}"
    return report
