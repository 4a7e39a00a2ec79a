# SPDX-License-Identifier: EUPL-1.2
"""Webhooks: an organisation's own systems are told that something happened, and nothing more."""
