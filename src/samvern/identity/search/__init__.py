# SPDX-License-Identifier: EUPL-1.2
"""Finding a person."""
