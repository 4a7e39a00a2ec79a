# SPDX-License-Identifier: EUPL-1.2
"""Names, numbers and addresses: the only room that can decrypt."""
