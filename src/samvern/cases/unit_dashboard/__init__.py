# SPDX-License-Identifier: EUPL-1.2
"""A leader's page."""
