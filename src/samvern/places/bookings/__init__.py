# SPDX-License-Identifier: EUPL-1.2
"""Bookings: asking for a room, the answer, moving in and moving out."""
