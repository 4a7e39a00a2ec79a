# SPDX-License-Identifier: EUPL-1.2
"""A case from one owner to another."""
