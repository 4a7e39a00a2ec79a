# SPDX-License-Identifier: EUPL-1.2
"""Pages about who a person is (the data lies in samvern.identity)."""
