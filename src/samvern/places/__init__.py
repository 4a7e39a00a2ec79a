# SPDX-License-Identifier: EUPL-1.2
"""Places to stay: whom they admit, what is free, who has it. An address is in no list."""
