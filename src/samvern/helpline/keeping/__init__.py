# SPDX-License-Identifier: EUPL-1.2
"""How long an organisation keeps words that stand outside a case: half a year, or shorter."""
