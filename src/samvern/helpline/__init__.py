# SPDX-License-Identifier: EUPL-1.2
"""The helpline and the advisory desks: a contact in seconds, an answer without a name."""
