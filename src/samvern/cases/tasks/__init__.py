# SPDX-License-Identifier: EUPL-1.2
"""What somebody is to do in a case."""
