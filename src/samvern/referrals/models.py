# SPDX-License-Identifier: EUPL-1.2
"""The directory, the referral with its steps, what was sent with it, and a case opened from it."""

from samvern.referrals.external import models as _outside  # noqa: E402, F401 (tables of its own)
