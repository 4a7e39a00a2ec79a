# SPDX-License-Identifier: EUPL-1.2
"""What an API of the workspace needs: operations, problem details, scopes."""
