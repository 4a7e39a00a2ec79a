# SPDX-License-Identifier: EUPL-1.2
"""What the room's notices, and the acts in its trail, are called."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.cases.consents.choices import Purpose

NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "conference-invited": (_("You are invited to a case conference"), "conferences"),
    "conference-moved": (_("A case conference has got another time"), "conferences"),
    "conference-cancelled": (_("A case conference is cancelled"), "conferences"),
    "conference-minutes": (_("The minutes of a case conference are ready"), "conferences"),
    "conference-answered": (_("Somebody has answered your invitation"), "conferences"),
    "coordinator-asks": (_("A coordinator asks about a case"), "board_asked"),
    "coordinator-asks-you": (_("A coordinator asks what you keep waiting"), "board_asked_us"),
}
"""Text, and the page where it is dealt with, by the notice's kind."""
ACT_LABELS: dict[str, Any] = {
    "conferences.see": _("Looked at the conferences of a case"),
    "conference.see": _("Read a conference"),
    "conference.candidates": _("Looked at who can be invited"),
    "board.see": _("Looked at the coordinators’ board"),
    "board.line": _("Looked at one line of the board"),
    "board.nudge": _("Asked about one line of the board"),
    "board.rule.see": _("Looked at what the board shows"),
    "board.rule": _("Decided what the board shows"),
    "nudge.see": _("Looked at what a coordinator asks"),
}
"""Acts that were looks or lists."""
ACTS: dict[str, Any] = {
    "conference.call": _("A conference was called"),
    "conference.move": _("A conference got another time"),
    "conference.hold": _("A conference was held"),
    "conference.close": _("The minutes were closed"),
    "conference.reopen": _("The minutes were opened again"),
    "conference.cancel": _("A conference was cancelled"),
    "seat.give": _("Somebody was invited"),
    "seat.rest": _("An invitation rests on another share"),
    "seat.accept": _("Somebody said yes to an invitation"),
    "seat.doubt": _("Somebody said perhaps to an invitation"),
    "seat.decline": _("Somebody said no to an invitation"),
    "seat.ask": _("Somebody was asked again"),
    "seat.withdraw": _("An invitation was taken back"),
    "seat.came": _("Somebody was there"),
    "seat.missed": _("Somebody was not there"),
    "planitem.add": _("Something was agreed at a conference"),
    "planitem.finish": _("Something agreed was done"),
    "planitem.resume": _("Something agreed was taken up again"),
    "planitem.drop": _("Something agreed was dropped"),
    "minutes.write": _("Minutes were written"),
    "minutes.answer": _("Minutes were answered"),
    "nudge.answer": _("A coordinator was answered"),
}
"""Acts of a case's timeline."""
DETAIL_WORDS: dict[tuple[str, str], Callable[[str], Any]] = {
    ("conference", "purpose"): dict(Purpose.choices).get,
}
"""How codes beside an act are said."""
