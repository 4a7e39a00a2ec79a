# SPDX-License-Identifier: EUPL-1.2
"""Who works on a case, who sees it, who never may."""
