# SPDX-License-Identifier: EUPL-1.2
"""What can be done on the roads outside."""
