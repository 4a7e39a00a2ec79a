# SPDX-License-Identifier: EUPL-1.2
"""The directory: the services that receive referrals, and what each needs to know."""
