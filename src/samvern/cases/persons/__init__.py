# SPDX-License-Identifier: EUPL-1.2
"""The people of a case."""
