# SPDX-License-Identifier: EUPL-1.2
"""The organisations of an installation, as whoever answers for it makes and closes them.

Everything is done as samvern_owner, in one transaction, and stands in the organisation's trail.
"""
