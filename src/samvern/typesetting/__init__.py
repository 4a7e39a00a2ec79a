# SPDX-License-Identifier: EUPL-1.2
"""How texts come onto paper: the faces of the scripts, and the one way through them. It knows
nobody and no law.
"""

from samvern.typesetting.setting import typeset

__all__ = ["typeset"]
