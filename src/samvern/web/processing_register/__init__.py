# SPDX-License-Identifier: EUPL-1.2
"""The record of processing (GDPR article 30), made from what the program stores."""

from samvern.web.processing_register.page import write_record
from samvern.web.processing_register.register import Register, read_register

__all__ = ["Register", "read_register", "write_record"]
