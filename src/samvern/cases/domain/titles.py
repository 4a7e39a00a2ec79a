# SPDX-License-Identifier: EUPL-1.2
"""What things of a case are called when they are listed."""
