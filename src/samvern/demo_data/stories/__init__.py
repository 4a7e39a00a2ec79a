# SPDX-License-Identifier: EUPL-1.2
"""The stories of the synthetic people: plain Python, made from a seed."""
