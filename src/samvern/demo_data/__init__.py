# SPDX-License-Identifier: EUPL-1.2
"""Synthetic people for demonstration and tests, made from a seed. Nobody here exists.

The stories are plain Python and know no database; ``load`` writes them through the same
row security as everybody else's.
"""
