# SPDX-License-Identifier: EUPL-1.2
"""The pages of signing in, of proving it again, and of one's own sign-in."""
