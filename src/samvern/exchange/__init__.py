# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing what others use. Imports the law kernel and nothing else of ours."""
