# SPDX-License-Identifier: EUPL-1.2
"""Time limits: what the pack counts, what changed, and who is reminded when.

Pure: the moment comes from the caller.
"""
