# SPDX-License-Identifier: EUPL-1.2
"""A case worker's first page, and the inbox."""
