# SPDX-License-Identifier: EUPL-1.2
"""What the room's notices, and the acts in its trail, are called."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access.models import Share
from samvern.referrals.external import labels as external_labels

REFERRAL = "referral"

NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "referral-received": (_("Somebody is referred to you"), REFERRAL),
    "referral-seen": (_("A referral of yours has been opened"), REFERRAL),
    "referral-asked": (_("Somebody asks you about a referral"), REFERRAL),
    "referral-replied": (_("Your question about a referral has been answered"), REFERRAL),
    "referral-accepted": (_("A referral of yours has been accepted"), REFERRAL),
    "referral-declined": (_("A referral of yours has been declined"), REFERRAL),
    "referral-handed-on": (_("Another receiver is suggested for a referral"), REFERRAL),
    "referral-arrived": (_("The person who was referred has arrived"), REFERRAL),
    "referral-missed": (_("The person who was referred never arrived"), REFERRAL),
    "referral-withdrawn": (_("A referral to you has been withdrawn"), REFERRAL),
    "referral-deletion": (_("A referral has ended: delete what you received"), REFERRAL),
    "referral-deleted": (_("A receiver has confirmed deletion"), REFERRAL),
    "referral-closed": (_("A referral has been closed"), REFERRAL),
    "referral-expired": (_("A referral ran out unanswered"), REFERRAL),
    "referral-waits": (_("A referral waits for your answer"), REFERRAL),
    "referral-late": (_("A referral to your unit is overdue"), REFERRAL),
    "referral-no-answer": (_("A referral of yours has not been answered in time"), REFERRAL),
    "referral-question-waits": (_("A question about a referral waits for your answer"), REFERRAL),
    "referral-arrival": (_("Has the person who was referred arrived?"), REFERRAL),
    "referral-deletion-waits": (_("Deletion is still to be confirmed"), REFERRAL),
    "referral-no-arrival": (_("Nobody says whether the person who was referred arrived"), REFERRAL),
    "referral-drags": (_("Questions and answers keep a referral from being answered"), REFERRAL),
    "referral-nobody": (
        _("A referral waits and no coordinator is appointed: call the receiver yourself"),
        REFERRAL,
    ),
    "referral-lost": (_("Somebody was accepted, and nobody says whether she arrived"), "board"),
    "referral-unanswered": (_("A referral has stood unanswered for too long"), "board"),
    **external_labels.NOTICE_KINDS,
}
"""Text, and the page where it is dealt with, by the notice's kind."""
ACT_LABELS: dict[str, Any] = {
    "directory.see": _("Looked in the directory"),
    "referrals.see": _("Looked at the list of referrals"),
    "referral.new": _("Began a referral"),
    "referral.propose": _("Looked for somebody who can help"),
    "referral.write": _("Wrote a referral"),
    "referral.remind": _("Reminded of referrals"),
    "service.add": _("An entry in the directory was added"),
    "service.change": _("An entry in the directory was changed"),
    **external_labels.ACT_LABELS,
}
"""Acts that were looks or lists."""
ACTS: dict[str, Any] = {
    "referral.send": _("Referred"),
    "referral.see": _("A referral was opened"),
    "referral.ask": _("Asked back about a referral"),
    "referral.answer": _("A question about a referral was answered"),
    "referral.accept": _("A referral was accepted"),
    "referral.decline": _("A referral was declined"),
    "referral.hand_on": _("Another receiver was suggested"),
    "referral.withdraw": _("A referral was withdrawn"),
    "referral.recall": _("A referral was withdrawn, deletion asked for"),
    "referral.arrive": _("The person referred arrived"),
    "referral.miss": _("The person referred never arrived"),
    "referral.close": _("A referral was closed"),
    "referral.expire": _("A referral ran out unanswered"),
    "referral.run_out": _("The time of a referral was over"),
    "referral.delete": _("Deletion was confirmed"),
    "referral.cancel": _("A referral ended unopened: the consent was withdrawn"),
    "referral.revoke": _("A referral ended: the consent was withdrawn"),
    "referral.unshare": _("A referral ended: the sharing was ended"),
    "referral.lapse": _("A referral ended unopened: the case was closed"),
    "referral.drop": _("A referral ended unanswered: the case was closed"),
    "referral.conclude": _("A referral was closed with the case"),
    "referral.open_case": _("A case was opened from a referral"),
    **external_labels.ACTS,
}
"""Acts of a case's timeline."""
DETAIL_WORDS: dict[tuple[str, str], Callable[[str], Any]] = {
    ("referral", "basis"): dict(Share.Basis.choices).get,
    **external_labels.DETAIL_WORDS,
}
"""How codes beside an act are said."""
