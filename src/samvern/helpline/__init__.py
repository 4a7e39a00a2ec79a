# SPDX-License-Identifier: EUPL-1.2
"""The helpline and the advisory desks: an enquiry in seconds, an answer without a name.

The app label, and so the tables, are still called ``contacts``.
"""
