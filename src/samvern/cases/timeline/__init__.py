# SPDX-License-Identifier: EUPL-1.2
"""Who decided what, when, and on which rule: the trail of a case in words."""

from samvern.cases.timeline.reading import Entry, Timeline, read_timeline

__all__ = ["Entry", "Timeline", "read_timeline"]
