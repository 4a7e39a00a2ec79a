# SPDX-License-Identifier: EUPL-1.2
"""What programs get about conferences and the board."""
