# SPDX-License-Identifier: EUPL-1.2
"""Settings, addresses, layout and the command line: the only room that knows all the others."""
