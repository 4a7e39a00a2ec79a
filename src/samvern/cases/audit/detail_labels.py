# SPDX-License-Identifier: EUPL-1.2
"""What is shown beside an act of the trail: figures by what they count, our own codes in words."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.login.assurance_levels import SIGN_IN_LABELS
from samvern.access.models import Share
from samvern.access.roles import Role
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.labels import assistance_name
from samvern.cases.assistance.models import Assistance
from samvern.cases.audit.domain import AuditLine
from samvern.cases.audit.forms import KIND_CHOICES
from samvern.cases.audit.labels import QUOTA_LABELS
from samvern.cases.closing.choices import CloseReason
from samvern.cases.consents.choices import Purpose, purpose_name
from samvern.cases.core.models import Case
from samvern.cases.emergency_access.choices import EmergencyReason
from samvern.cases.notes.models import Note
from samvern.cases.organisation.confirmations import REASONS
from samvern.cases.persons.models import Relation
from samvern.cases.plan.models import Goal
from samvern.identity.models import Claim
from samvern.identity.sealing import sealed_columns

DETAIL_LABELS: dict[str, Any] = {
    "cases": lazy("cases"),
    "days": lazy("days"),
    "failed": lazy("jobs that failed"),
    "hours": lazy("hours"),
    "lines": lazy("lines"),
    "mails": lazy("e-mails"),
    "members": lazy("members"),
    "notices": lazy("messages"),
    "people": lazy("people"),
    "rows": lazy("rows"),
    "services": lazy("entries of the directory"),
    "tasks": lazy("tasks"),
}
"""What the figures beside an act count."""
Words = Callable[[str], Any]
"""From a code to what people call it; None for one that has no name."""
DETAIL_WORDS: dict[tuple[str, str], Words] = {
    ("allowance", "item"): {str(quota): label for quota, label in QUOTA_LABELS.items()}.get,
    ("assessment", "kind"): dict(Assessment.Kind.choices).get,
    ("assistance", "kind"): assistance_name,
    ("assistance", "state"): dict(Assistance.State.choices).get,
    ("audit", "kind"): dict(KIND_CHOICES).get,
    ("case", "ground"): dict(CloseReason.choices).get,
    ("case", "kind"): dict(Case.Kind.choices).get,
    ("claim", "kind"): dict(Claim.Kind.choices).get,
    ("consent", "purpose"): purpose_name,
    ("glass", "ground"): dict(EmergencyReason.choices).get,
    ("goal", "state"): dict(Goal.State.choices).get,
    ("identity", "purpose"): dict(Purpose.choices).get,
    ("login", "how"): SIGN_IN_LABELS.get,
    ("member", "kind"): REASONS.get,
    ("member", "role"): dict(Role.choices).get,
    ("note", "kind"): dict(Note.Kind.choices).get,
    ("relation", "kind"): dict(Relation.Kind.choices).get,
    ("share", "basis"): dict(Share.Basis.choices).get,
}
"""By what an act is about (``note`` of ``note.write``) and the detail: how its codes are said.

Other rooms add theirs.
"""
UNSHOWN = frozenset(
    {
        # Who or what it was about, by an id: nothing to read.
        "asker", "client", "desk", "line", "own", "person", "place", "reader", "share", "taker",
        "to", "sha256", "owner", "second", "digest", "sought",
        # What a case or a person is like, what of it went along, and what was sought.
        "about", "age", "authority", "by", "categories", "category", "changed", "circle", "country",
        "due", "at", "fields", "found", "grade", "guardians", "heard", "level", "need", "origin",
        "provision", "refused", "said", "scope", "seen", "shown", "signs", "size", "source",
        "step", "verdict", "warned", "way", "what", "why", "words", "yes",
        # What somebody wrote, or typed where she signed in.
        "asked", "device", "name", "reason", "text",
        # Figures and switches of the house that the act itself says enough of.
        "again", "broken", "count", "ended", "first", "gone", "kept", "last", "letters", "made",
        "moved", "new", "noun", "number", "open", "pile", "queued", "region", "removed", "rule",
        "scopes", "screened", "shares", "shows", "year",
    }
)  # fmt: skip
"""Details that are kept for whoever looks into an incident, and stand on no page."""


def detail_text(line: AuditLine) -> str:
    """What is shown beside the act: figures, then words. A code without a name is left out."""
    noun = line.act.partition(".")[0]
    figures = [
        f"{value} {DETAIL_LABELS[k]}" for k, value in line.detail.items() if k in DETAIL_LABELS
    ]
    words = [_word(noun, name, value) for name, value in line.detail.items()]
    lists = [DETAIL_LISTS[k](value) for k, value in line.detail.items() if k in DETAIL_LISTS]
    return ", ".join(filter(None, [*figures, *words, *lists]))


def opened_text(fields: Any) -> str:
    """Which sealed fields were read, by the labels they have in forms; each label once."""
    columns = sealed_columns()
    labels = [str(columns[name][1].label) for name in fields or () if name in columns]
    told = [_("“%s”") % label for label in dict.fromkeys(labels)]
    return _("read: %(fields)s") % {"fields": ", ".join(told)} if told else ""


def _word(noun: str, name: str, value: Any) -> str:
    words = DETAIL_WORDS.get((noun, name))
    said = words(value) if words and isinstance(value, str) else None
    return "" if said in (None, value) else str(said)


DETAIL_LISTS: dict[str, Callable[[Any], str]] = {"opened": opened_text}
"""Details that are lists of our own names, and how each is said."""
