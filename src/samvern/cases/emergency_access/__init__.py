# SPDX-License-Identifier: EUPL-1.2
"""Opening a case in an emergency, and its review."""
