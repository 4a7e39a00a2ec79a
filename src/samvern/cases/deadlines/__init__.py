# SPDX-License-Identifier: EUPL-1.2
"""Deadlines and their reminders."""
