# SPDX-License-Identifier: EUPL-1.2
"""The workspace: one case, the people in it, and what is done for them."""
