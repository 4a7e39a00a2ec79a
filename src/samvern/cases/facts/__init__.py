# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person, and what the pack answers on it."""
