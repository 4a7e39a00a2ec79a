# SPDX-License-Identifier: EUPL-1.2
"""Searching for a place: the form, the page and the API."""
