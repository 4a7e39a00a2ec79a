# SPDX-License-Identifier: EUPL-1.2
"""Sharing a case with another organisation, and on which grounds."""
