# SPDX-License-Identifier: EUPL-1.2
"""Sending something outside from the cast's cases, and opening it as whoever got it."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.identity.claims.domain import ClaimInput, record_claim
from samvern.identity.models import Claim
from samvern.identity.sealing import set_sealed
from samvern.referrals.external.delivery.models import ExternalReferral
from support.colleague import Colleague
from support.workspace import Workspace

LINK = re.compile(r"\?l=([0-9A-Z]+)")
CODE = re.compile(r"<strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>")
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
ALL = ("case", "identity", "rights", "plan")


@dataclass(frozen=True)
class Got:
    """What the sender was shown once."""

    secret: str
    code: str
    id: UUID


def speak(workspace: Workspace, member: str = "kari", case: str = "own") -> None:
    """Write down which language the person of a case speaks, if nobody has."""
    with workspace.acting(member) as actor:
        person = Person.objects.get(pk=workspace.cast.persons[case])
        if not Claim.objects.filter(person_id=person.pk, kind=Claim.Kind.LANGUAGE).exists():
            said_now = ClaimInput(Claim.Kind.LANGUAGE, "Rumensk", "person", "certain")
            record_claim(actor=actor, person=person, said=said_now)


def agree(workspace: Workspace, *, member: str = "kari", case: str = "own", **values: Any) -> UUID:
    """The person of a case agrees that somebody without an account may know."""
    speak(workspace, member, case)
    with workspace.acting(member) as actor:
        row = Consent(
            id=uuid4(),
            case_id=workspace.cast.cases[case],
            person_id=workspace.cast.persons[case],
            created_by_id=actor.member_id,
            purpose=values.pop("purpose", "legal_aid"),
            categories=list(values.pop("categories", ALL)),
            given_at=timezone.now(),
            **values,
        )
        set_sealed(row, recipient_text="Advokat Prøvesen", language="en")
        row.save(force_insert=True)
        return row.pk


def grow_up(workspace: Workspace, *, member: str = "kari", case: str = "own") -> None:
    """Decide that the person of a case is an adult."""
    with workspace.acting(member):
        Person.objects.filter(pk=workspace.cast.persons[case]).update(age_seen="adult")


def query(workspace: Workspace, **asked: Any) -> str:
    """The question part of the address of the form."""
    whole = {"person": workspace.cast.persons["own"], "kind": "lawyer", "need": "legal",
             "way": "link", **asked}  # fmt: skip
    return "?" + "&".join(f"{name}={value}" for name, value in whole.items())


def form(basis: str, **values: Any) -> dict[str, Any]:
    """The form, filled in."""
    return {
        "id": str(uuid4()),
        "receiver": "Advokat Prøvesen",
        "fields_sent": ["languages"],
        "basis": basis,
        "message": "Kan du ta saken?",
        "ring": "22 33 11 60",
        "language": "nb",
        "hours": "72",
        "openings": "1",
        **values,
    }


def send_link(workspace: Workspace, member: str = "kari", **values: Any) -> Got:
    """Make a link on a new consent, and write both parts down."""
    consent = values.pop("consent", None) or agree(workspace)
    sender = Colleague(workspace, member, "nb")
    data = form(f"consent:{consent}", **values)
    answer = sender.send("referral_send", data, query(workspace), case_id="own")
    shown = answer.content.decode()
    secret, code = LINK.search(shown), CODE.search(shown)
    assert secret and code, shown[-3000:]
    return Got(secret[1], code[1], UUID(data["id"]))


class Receiver:
    """Whoever got a link: a browser without a session."""

    def __init__(self, language: str = "nb") -> None:
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        with translation.override(language):
            self.address = reverse("from_samvern")

    def look(self, got: Got) -> Any:
        """Open the address, as programs that look at links do."""
        return self.client.get(f"{self.address}?l={got.secret}")

    def open(self, got: Got, code: str | None = None) -> Any:
        """Type the code."""
        data = {"link": got.secret, "code": got.code if code is None else code}
        return self.client.post(self.address, data)

    def answer(self, got: Got, move: str, **values: Any) -> Any:
        """Answer."""
        data = {"link": got.secret, "code": got.code, "move": move, **values}
        return self.client.post(self.address, data)


def said(answer: Any) -> str:
    """What a reader reads."""
    return " ".join(unescape(TAGS.sub(" ", answer.content.decode())).split())


def bare(answer: Any) -> str:
    """An answer without its form token."""
    return TOKEN.sub("token", answer.content.decode())


def state_of(workspace: Workspace, got: Got) -> str:
    """Where a sending is now."""
    with workspace.acting("kari"):
        return ExternalReferral.objects.values_list("state", flat=True).get(pk=got.id)


def trail(workspace: Workspace, object: UUID) -> list[tuple[str, str]]:
    """Acts and outcomes about a thing in the trail of Kari's organisation."""
    with workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT act, outcome FROM audit.line WHERE object_id = %s AND chain = %s "
            "ORDER BY number",
            [object, workspace.cast.organisations["havn"]],
        ).fetchall()
    return [(act, outcome) for act, outcome in rows]
