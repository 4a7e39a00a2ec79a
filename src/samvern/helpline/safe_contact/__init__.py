# SPDX-License-Identifier: EUPL-1.2
"""How a person can safely be reached, and who has looked."""
