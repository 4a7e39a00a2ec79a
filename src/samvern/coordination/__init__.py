# SPDX-License-Identifier: EUPL-1.2
"""What is done together: case conferences, the coordinator's board, API clients and webhooks."""
