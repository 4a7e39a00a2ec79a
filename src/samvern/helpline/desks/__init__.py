# SPDX-License-Identifier: EUPL-1.2
"""The advisory desks: who staffs them and what each answers."""
