# SPDX-License-Identifier: EUPL-1.2
"""A referral as a letter: PDF/A-2a and PDF/UA-1, in bokmål or nynorsk. It is kept nowhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_datetime
from samvern.cases.printing.pdf import compile_pdf

TEMPLATE = Path(__file__).parent / "letter.typ"


def print_letter(actor: Actor, content: Mapping[str, Any]) -> bytes:
    """The PDF of what is sent, and of nothing else; who printed it is in its margin."""
    with translation.override(content["language"]):
        return compile_pdf(_laid_out(actor, content), TEMPLATE)


def _laid_out(actor: Actor, content: Mapping[str, Any]) -> dict[str, Any]:
    here = timezone.localtime()
    names = {"name": actor.name, "organisation": actor.organisation, "at": format_datetime(here)}
    return {
        "language": content["language"],
        "date": [here.year, here.month, here.day],
        "title": _("Referral: %(need)s") % {"need": content["need"]},
        "sender": f"{content['organisation']}, {content['sender']}",
        "receiver": content["receiver"],
        "sent": content["sent"],
        "lead": _("We ask you to help a person we are in contact with."),
        "reader": _("Printed by %(name)s, %(organisation)s, %(at)s") % names,
        "notice": _(
            "Confidential. Only those who need it for this may read it. Keep it locked away, and"
            " shred it when you no longer need it."
        ),
        "foot": "Samvern",
        "labels": {"page": _("Page")},
        "parts": [part for part in _parts(content) if part["rows"] or part["text"]],
    }


def _parts(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"title": _("What we ask for"), "rows": [], "text": _asked(content)},
        {"title": _("About the person"), "rows": [[*row] for row in content["rows"]], "text": ""},
        {
            "title": _("Why we can tell you this"),
            "rows": [
                [_("Purpose"), content["purpose"]],
                [_("Basis"), content["basis"]],
            ],
            "text": "",
        },
        {"title": _("How you answer"), "rows": [], "text": _how(content)},
    ]


def _asked(content: Mapping[str, Any]) -> str:
    return "\n".join(filter(None, (content["message"], content.get("screened", ""))))


def _how(content: Mapping[str, Any]) -> str:
    lines = [
        _("Ring us on %(number)s.") % {"number": content["ring"]} if content["ring"] else "",
        _(
            "Tell us whether you can help, cannot help and why, or want to know more. Do not write"
            " about the person in an e-mail."
        ),
    ]
    return "\n".join(line for line in lines if line)
