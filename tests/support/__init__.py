# SPDX-License-Identifier: EUPL-1.2
"""What several rooms' tests share."""
