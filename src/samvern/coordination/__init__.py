# SPDX-License-Identifier: EUPL-1.2
"""What is done together: conferences, the board, API clients, webhooks and e-mail digests."""
