# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board: cases that wait too long, and reminders sent to those who have them."""
