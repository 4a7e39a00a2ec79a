# SPDX-License-Identifier: EUPL-1.2
"""Judgements of risk and the plan for safety."""
