# SPDX-License-Identifier: EUPL-1.2
"""The tables of 0.2.0 by noun, for the migration of that name. Frozen."""
