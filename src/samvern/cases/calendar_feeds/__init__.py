# SPDX-License-Identifier: EUPL-1.2
"""Deadlines for a calendar program."""
