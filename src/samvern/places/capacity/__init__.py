# SPDX-License-Identifier: EUPL-1.2
"""Capacity: how many places are taken and free, month by month, and its table as CSV."""
