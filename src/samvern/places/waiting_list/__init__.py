# SPDX-License-Identifier: EUPL-1.2
"""The waiting list for places, and what becomes free for those on it."""
