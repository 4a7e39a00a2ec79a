# SPDX-License-Identifier: EUPL-1.2
"""Which places admit a person, and how well each fits: the rules, the points and the search."""
