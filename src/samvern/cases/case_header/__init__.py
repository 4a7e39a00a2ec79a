# SPDX-License-Identifier: EUPL-1.2
"""What stands above every page of a case."""
