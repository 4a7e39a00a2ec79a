# SPDX-License-Identifier: EUPL-1.2
"""Samvern: coordinated protection of people presumed to be victims of human trafficking."""

__version__ = "0.2.0"
