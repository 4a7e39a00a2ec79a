# SPDX-License-Identifier: EUPL-1.2
"""What somebody is still writing."""
