# SPDX-License-Identifier: EUPL-1.2
"""The first page of a case."""
