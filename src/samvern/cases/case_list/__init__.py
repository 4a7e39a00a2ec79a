# SPDX-License-Identifier: EUPL-1.2
"""Lists of cases and looking for one."""
