# SPDX-License-Identifier: EUPL-1.2
"""The case itself: its rows, who may reach them, who works on it, and the pack in use."""
