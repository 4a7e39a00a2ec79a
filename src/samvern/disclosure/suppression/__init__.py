# SPDX-License-Identifier: EUPL-1.2
"""Primary and secondary cell suppression."""

from samvern.disclosure.suppression.primary import Contributions, Rules, needs
from samvern.disclosure.suppression.secondary import Suppressed, suppress

__all__ = ["Contributions", "Rules", "Suppressed", "needs", "suppress"]
