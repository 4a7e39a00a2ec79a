# SPDX-License-Identifier: EUPL-1.2
"""The organisations of the synthetic people: members, desks, services and places."""
