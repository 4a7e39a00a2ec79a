# SPDX-License-Identifier: EUPL-1.2
"""Files of a case."""
