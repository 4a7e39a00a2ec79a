# SPDX-License-Identifier: EUPL-1.2
"""Places to stay: who is admitted, what is free, who has it until when. An address is in no list."""
