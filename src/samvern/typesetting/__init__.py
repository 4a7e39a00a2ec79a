# SPDX-License-Identifier: EUPL-1.2
"""The faces papers are set in, and which letters they have. It knows nobody and no law."""
