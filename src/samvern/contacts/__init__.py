# SPDX-License-Identifier: EUPL-1.2
"""The helpline and the advisory desks: a contact logged in seconds, a question answered without a name."""
