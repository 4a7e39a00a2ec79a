# SPDX-License-Identifier: EUPL-1.2
"""Tables of who may act, and on what."""

from samvern.access.models.grants import Bar, Glass, Share, TeamMember
from samvern.access.models.people import Member, Organisation, Unit, User

__all__ = ["Bar", "Glass", "Member", "Organisation", "Share", "TeamMember", "Unit", "User"]
