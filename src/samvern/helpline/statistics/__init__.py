# SPDX-License-Identifier: EUPL-1.2
"""Statistics of the helpline, with small numbers suppressed."""
