# SPDX-License-Identifier: EUPL-1.2
"""Second factors: codes of an app, passkeys and recovery codes."""
