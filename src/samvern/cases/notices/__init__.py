# SPDX-License-Identifier: EUPL-1.2
"""What members are told inside the system."""
