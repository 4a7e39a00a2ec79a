# SPDX-License-Identifier: EUPL-1.2
"""The lists of referrals sent and received."""
