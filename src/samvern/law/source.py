# SPDX-License-Identifier: EUPL-1.2
"""Where something stands: a provision of an instrument."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A provision: ``law`` is a key of the pack's instruments."""

    law: str
    at: str
    url: str = ""
