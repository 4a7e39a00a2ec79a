# SPDX-License-Identifier: EUPL-1.2
"""Pages of conferences, their minutes and their participants."""
