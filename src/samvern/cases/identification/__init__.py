# SPDX-License-Identifier: EUPL-1.2
"""The ladder of identification, for each authority."""
