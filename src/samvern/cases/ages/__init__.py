# SPDX-License-Identifier: EUPL-1.2
"""How old somebody is, by everybody who told it."""
