# SPDX-License-Identifier: EUPL-1.2
"""What follows from what is known: the ladder of identification, and rights today and tomorrow.

Pure: no database, no clock.
"""
