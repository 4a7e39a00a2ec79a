# SPDX-License-Identifier: EUPL-1.2
"""What every request and response passes through."""
