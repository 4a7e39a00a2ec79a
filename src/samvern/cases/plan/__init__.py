# SPDX-License-Identifier: EUPL-1.2
"""Goals and the actions towards them."""
