# SPDX-License-Identifier: EUPL-1.2
"""Running the whole of Samvern on one machine: database, web processes, and the end of both."""

from samvern.web.exceptions import RunningError
from samvern.web.running.demo import run_demo

__all__ = ["RunningError", "run_demo"]
