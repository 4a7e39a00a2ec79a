# SPDX-License-Identifier: EUPL-1.2
"""Advice: answers of a desk kept as articles, reviewed and searched."""
