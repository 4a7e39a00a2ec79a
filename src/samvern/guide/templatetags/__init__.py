# SPDX-License-Identifier: EUPL-1.2
"""Filters for the guide's templates."""
