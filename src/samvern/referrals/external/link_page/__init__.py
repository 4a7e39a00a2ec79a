# SPDX-License-Identifier: EUPL-1.2
"""The page behind a secret link, where a receiver without an account reads and answers."""
