# SPDX-License-Identifier: EUPL-1.2
"""Case conferences: participants, agenda, agreed minutes and the calendar."""
