# SPDX-License-Identifier: EUPL-1.2
"""Who a person is said to be."""
