# SPDX-License-Identifier: EUPL-1.2
"""How long cases are kept, and their erasure."""
