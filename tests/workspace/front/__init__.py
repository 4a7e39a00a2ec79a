# SPDX-License-Identifier: EUPL-1.2
"""The shell and components of the workspace, on pages made for tests alone."""
