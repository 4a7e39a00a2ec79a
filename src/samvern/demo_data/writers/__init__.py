# SPDX-License-Identifier: EUPL-1.2
"""Stories become rows, sealed and written through the walls by those whose cases they are."""
