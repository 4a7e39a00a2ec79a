# SPDX-License-Identifier: EUPL-1.2
"""Every pack of law that has been in use, kept whole, so that a stored result can be replayed."""
