# SPDX-License-Identifier: EUPL-1.2
"""An organisation's own places and rooms, and their addresses."""
