# SPDX-License-Identifier: EUPL-1.2
"""Questions to an advisory desk, their answers and their time limits."""
