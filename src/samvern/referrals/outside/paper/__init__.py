# SPDX-License-Identifier: EUPL-1.2
"""A referral on paper."""
