# SPDX-License-Identifier: EUPL-1.2
"""The settings of the house, with no limit on how often a program may ask."""

from samvern.web.settings import *  # noqa: F403

GUIDE_API_RATE = (1e9, 1e9)
