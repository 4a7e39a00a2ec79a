# SPDX-License-Identifier: EUPL-1.2
"""API clients of an organisation: who they are, their tokens, and the API they use."""
