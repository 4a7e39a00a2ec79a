# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing what others use. Imports the law kernel and nothing else of ours.

`sheets` (tables in CSV and XLSX) imports nothing of ours, so that the analytic rooms can use it.
"""
