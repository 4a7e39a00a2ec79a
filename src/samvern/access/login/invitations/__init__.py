# SPDX-License-Identifier: EUPL-1.2
"""Letting a colleague in by a link for one use."""
