# SPDX-License-Identifier: EUPL-1.2
"""Tables of who may act, and on what."""

from samvern.access.models.grants import AccessBlock, EmergencyAccess, Share, TeamMember
from samvern.access.models.organisations import Member, Organisation, Unit, User, waits_for_leader

__all__ = [
    "AccessBlock",
    "EmergencyAccess",
    "Member",
    "Organisation",
    "Share",
    "TeamMember",
    "Unit",
    "User",
    "waits_for_leader",
]
