# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, the legal hold, and what goes on afterwards."""
