# SPDX-License-Identifier: EUPL-1.2
"""A page of a case, and the one way in which a page with a form is written."""
