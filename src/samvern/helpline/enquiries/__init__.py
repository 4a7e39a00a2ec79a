# SPDX-License-Identifier: EUPL-1.2
"""Enquiries: who rang or wrote, what was asked, calling back, and opening a case."""
