# SPDX-License-Identifier: EUPL-1.2
"""One of each thing organisations do together, in the cast's cases, a secret word in each text.

The proofs walk through a workspace in which all of it is going on: Kari has referred, holds a room,
waits, has called a conference and sent a link; a stranger's case has a referral of its own.
"""

from typing import Any

from coordination.helpers import call, seat, share
from helpline.helpers import ask, make_desk
from referrals.external.helpers import grow_up, send_link
from referrals.external.test_child_welfare import notify
from referrals.external.test_cross_border import check, prepare
from samvern.cases.core.models import Case, Person
from samvern.coordination.conferences.minutes import add_item, write_minutes
from samvern.coordination.conferences.models import Conference
from samvern.helpline.safe_contact.domain import ContactRuleText, write_rule
from samvern.places.waiting_list.domain import start_waiting
from samvern.referrals.core.transitions import ask_back, see_referral
from support.canaries import word_for
from support.colleague import Colleague
from support.providing import hold, make_place, needs
from support.referring import refer, step
from support.workspace import Workspace


class Together:
    """Plants, and remembers the words by the place they lie in."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def word(self, place: str) -> str:
        """The secret word of a place such as ``own/letter.content``."""
        self.workspace.cast.canaries[place] = word_for(place)
        return self.workspace.cast.canaries[place]

    def plant(self) -> None:
        """All of it."""
        self.refer()
        self.find_a_place()
        self.meet()
        self.go_outside()
        self.be_reached()

    def refer(self) -> None:
        """From Kari's case to Amina's house, from Amina's to Kari's, and between strangers."""
        space, message = self.workspace, self.word("own/letter.content")
        id = refer(space, message=message)
        step(space, "amina", id, see_referral)
        step(space, "amina", id, ask_back, words=self.word("own/referralstep.words"))
        message = self.word("shared_in/letter.content")
        refer(space, "havn", by="amina", case="shared_in", message=message)
        message = self.word("foreign/letter.content")
        refer(space, "sykehus", by="per", case="foreign", need="health", fields=(), message=message)

    def find_a_place(self) -> None:
        """A room held at Amina's house, and a place in the line."""
        _place, (room,) = make_place(self.workspace, keep=True)
        hold(self.workspace, room, wanted=needs(words=self.word("own/booking.needs")))
        with self.workspace.acting("kari") as actor:
            start_waiting(
                actor=actor,
                case=Case.objects.get(pk=self.workspace.cast.cases["own"]),
                person=Person.objects.get(pk=self.workspace.cast.persons["own"]),
                needs=needs(words=self.word("own/waiting.needs")),
            )

    def meet(self) -> None:
        """A conference at which Amina has a seat, with minutes she may and may not read."""
        share(self.workspace, "krisesenter", categories=["rights", "notes"])
        words = {name: self.word(f"own/conference.{name}") for name in ("agenda", "where", "voice")}
        id = call(self.workspace, agenda=words["agenda"], where=words["where"],
                  voice_words=words["voice"])  # fmt: skip
        (amina,) = seat(self.workspace, id, "amina")
        with self.workspace.acting("kari") as actor:
            row = Conference.objects.get(pk=id)
            what, text = self.word("own/planitem.what"), self.word("own/minutes.text")
            add_item(actor=actor, conference=row, what=what, participant_id=amina)
            write_minutes(actor=actor, conference=row, category="identity", text=text)

    def go_outside(self) -> None:
        """A notification of concern, a way home that is prepared, and a link that is sent."""
        kari = Colleague(self.workspace, "kari", "en")
        notify(kari, "R-CH-NOTIFY-OTHERS", words=self.word("own/concern.words"))
        grow_up(self.workspace)
        prepare(kari)
        check(kari, "wish")
        send_link(self.workspace)

    def be_reached(self) -> None:
        """How the person may be reached, and a question asked because of her."""
        with self.workspace.acting("kari") as actor:
            person = Person.objects.get(pk=self.workspace.cast.persons["own"])
            rule: Any = ContactRuleText(way="message", code_word=self.word("own/contactrule.rule"))
            write_rule(actor=actor, person=person, rule=rule)
        desk = make_desk(self.workspace, "politi", "Gruppe mot menneskehandel")
        with self.workspace.acting("kari"):
            case = Case.objects.get(pk=self.workspace.cast.cases["own"])
        ask(self.workspace, desk, text=self.word("own/question.text").lower(), case=case)
