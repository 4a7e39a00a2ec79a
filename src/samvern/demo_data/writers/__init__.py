# SPDX-License-Identifier: EUPL-1.2
"""Stories become rows, sealed and written under row security by those whose cases they are."""
