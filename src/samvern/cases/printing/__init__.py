# SPDX-License-Identifier: EUPL-1.2
"""A case on paper: one page or all of it, screened unless somebody gives a reason."""
