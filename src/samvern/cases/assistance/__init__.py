# SPDX-License-Identifier: EUPL-1.2
"""Help asked for, given, ended and refused."""
