# SPDX-License-Identifier: EUPL-1.2
"""Reports to the child welfare service, and what it replied."""
