# SPDX-License-Identifier: EUPL-1.2
"""Units and members, kept by an administrator."""
