# SPDX-License-Identifier: EUPL-1.2
"""The settings of the house, with no limit on how much one address may ask."""

from samvern.web.settings import *  # noqa: F403

GUIDE_API_RATE = (1e9, 1e9)  # of builds that counted requests
PUBLIC_RATES = dict.fromkeys(("page", "program", "stranger"), (1e12, 1e12))
