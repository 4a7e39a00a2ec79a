# SPDX-License-Identifier: EUPL-1.2
"""Letters that say there are new messages: at once or gathered, and not in quiet hours."""
