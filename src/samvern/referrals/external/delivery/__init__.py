# SPDX-License-Identifier: EUPL-1.2
"""Referrals sent to somebody without an account: by letter, by telephone or by a link."""
