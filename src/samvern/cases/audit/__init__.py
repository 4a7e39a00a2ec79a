# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what, and whether the trail is whole."""
