# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, also with answers of the guide."""
