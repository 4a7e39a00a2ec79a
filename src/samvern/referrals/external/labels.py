# SPDX-License-Identifier: EUPL-1.2
"""What notices and acts of the roads outside are called."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access.models import Share
from samvern.referrals.external.child_welfare.choices import ReportMethod
from samvern.referrals.external.cross_border.models import CrossBorderCheck

OUTSIDE = "referral_outside"
NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "sending-opened": (_("A link you sent has been opened"), OUTSIDE),
    "sending-answered": (_("Somebody has answered through a link"), OUTSIDE),
    "sending-locked": (_("A link was locked after five wrong codes"), OUTSIDE),
    "sending-called-back": (_("Something sent was called back: the consent is withdrawn"), OUTSIDE),
    "consent-sending-ended": (
        _("Something sent was called back: its consent no longer holds"),
        OUTSIDE,
    ),
    "consent-sending-urgent": (
        _("A consent no longer holds, but help is under way. Decide if what was sent must end"),
        OUTSIDE,
    ),
}
ACT_LABELS: dict[str, Any] = {
    "sending.list": _("Looked at what was sent outside"),
    "sending.see": _("Looked at something sent outside"),
    "sending.try": _("A wrong code was tried on a link"),
    "concern.list": _("Looked at notifications to child welfare"),
    "concern.see": _("Looked at a notification to child welfare"),
    "crossing.see": _("Looked at a crossing"),
    "unnamed.see": _("Looked at the counts of those who said no"),
}
ACTS: dict[str, Any] = {
    "sending.make": _("Sent to somebody without an account"),
    "sending.open": _("A link was opened"),
    "sending.receive": _("Received by somebody without an account"),
    "sending.ring": _("The receiver asks to be rung"),
    "sending.help": _("The receiver can help"),
    "sending.decline": _("The receiver cannot help"),
    "sending.lock": _("A link was locked after five wrong codes"),
    "sending.call_back": _("Something sent was called back"),
    "sending.expire": _("A link ran out"),
    "concern.make": _("Child welfare was notified"),
    "concern.confirm": _("Child welfare confirmed a notification"),
    "concern.investigate": _("Child welfare investigates"),
    "concern.drop": _("Child welfare closed without measures"),
    "concern.answer": _("Child welfare told what it does"),
    "unnamed.count": _("A no was counted without the person"),
    "crossing.prepare": _("A crossing was prepared"),
    "crossing.check": _("Something was settled before a crossing"),
    "crossing.send": _("A crossing was sent"),
    "crossing.accept": _("A crossing was accepted"),
    "crossing.decline": _("A crossing was declined"),
    "crossing.depart": _("The person left the country"),
    "crossing.miss": _("The person did not arrive in the other country"),
    "crossing.arrive": _("The person arrived in the other country"),
    "crossing.follow": _("Followed up after arrival"),
    "crossing.stop": _("A crossing was stopped"),
}
DETAIL_WORDS: dict[tuple[str, str], Callable[[str], Any]] = {
    ("concern", "how"): dict(ReportMethod.choices).get,
    ("crossing", "kind"): dict(CrossBorderCheck.Kind.choices).get,
    ("sending", "basis"): dict(Share.Basis.choices).get,
}
"""How codes beside an act are said."""
