# SPDX-License-Identifier: EUPL-1.2
"""Running the tests and checks of a checkout."""
