# SPDX-License-Identifier: EUPL-1.2
"""Who decided what, when, and on which rule: the trail of a case in words."""

from samvern.cases.timeline.domain import Timeline, TimelineEntry, read_timeline

__all__ = ["Timeline", "TimelineEntry", "read_timeline"]
