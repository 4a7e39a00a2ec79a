# SPDX-License-Identifier: EUPL-1.2
"""Signing in: password and second factor, passkey, or an identity provider; and for how long."""
