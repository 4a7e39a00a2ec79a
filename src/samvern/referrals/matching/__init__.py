# SPDX-License-Identifier: EUPL-1.2
"""Which services fit a person's needs, and why each does or does not."""
