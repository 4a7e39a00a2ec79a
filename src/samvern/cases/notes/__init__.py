# SPDX-License-Identifier: EUPL-1.2
"""Notes of a case."""
