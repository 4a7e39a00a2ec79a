# SPDX-License-Identifier: EUPL-1.2
"""Signing in through ID-porten, Ansattporten or another OpenID provider of that shape.

Authorisation code flow with PKCE, state, nonce, pushed authorisation request and private_key_jwt
(OpenID Connect Core 1.0; RFC 7636, 9126, 7523; Back-Channel Logout 1.0).
"""
