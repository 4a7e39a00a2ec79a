# SPDX-License-Identifier: EUPL-1.2
"""Programs of an organisation: who they are, their tokens, and the API they use."""
