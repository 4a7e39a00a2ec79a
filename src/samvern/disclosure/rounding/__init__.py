# SPDX-License-Identifier: EUPL-1.2
"""Additive small-count rounding."""

from samvern.disclosure.rounding.measures import Loss, loss
from samvern.disclosure.rounding.rounder import Rounded, round_table

__all__ = ["Loss", "Rounded", "loss", "round_table"]
