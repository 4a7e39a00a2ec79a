# SPDX-License-Identifier: EUPL-1.2
"""Roads out of the ordinary referral: to somebody without an account, for a child, after a no,
across a border.
"""
