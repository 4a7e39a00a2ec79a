# SPDX-License-Identifier: EUPL-1.2
"""Assessments of identification, added and never overwritten, and the ladder they make."""
