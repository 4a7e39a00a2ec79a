# SPDX-License-Identifier: EUPL-1.2
"""Guidance during a call: the public guide's questions, answered for an enquiry."""
