# SPDX-License-Identifier: EUPL-1.2
"""Running the whole of Samvern on one machine: database, web processes, and the end of both."""

from samvern.web.running.demo import run_demo
from samvern.web.running.errors import RunningError

__all__ = ["RunningError", "run_demo"]
