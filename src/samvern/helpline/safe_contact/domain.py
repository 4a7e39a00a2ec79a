# SPDX-License-Identifier: EUPL-1.2
"""How a person may be reached. It is read before anybody rings or writes, by those who may know."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.db.models import Exists, OuterRef, TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.case_header.domain import Banner
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_working_case, person_name, shared_categories
from samvern.helpline.safe_contact.models import ContactRule
from samvern.identity.sealing import load_keys, open_field, set_sealed


class ContactSafety(TextChoices):
    """What is safe."""

    NONE = "none", lazy("No contact at all")
    MESSAGE = "message", lazy("Write, do not ring")
    CALL = "call", lazy("Ring, do not write")
    ANY = "any", lazy("Ring or write")
    THROUGH = "through", lazy("Only through somebody else")


@dataclass(frozen=True)
class ContactRuleText:
    """What holds for one person."""

    way: str
    channel: str = ""
    """Which: Signal, a number known to the case, a helper's phone."""
    times: str = ""
    avoid: str = ""
    """Words and senders that must not show."""
    code_word: str = ""

    @property
    def said(self) -> str:
        """Title of the banner: what to do, where, when. The code word is not in it."""
        parts = [str(ContactSafety(self.way).label), self.channel, self.times]
        return ": ".join(filter(None, [parts[0], ", ".join(filter(None, parts[1:]))]))


def rule_of(person: Person) -> tuple[ContactRule, ContactRuleText] | None:
    """What holds for a person, if anything was written."""
    row = ContactRule.objects.filter(person=person).first()
    return (row, read_rule(row)) if row else None


def is_written() -> Exists:
    """Whether something is written of how the person of a query may be reached."""
    return Exists(ContactRule.objects.filter(person_id=OuterRef("pk")))


def read_rule(row: ContactRule) -> ContactRuleText:
    """A rule, opened."""
    return ContactRuleText(**json.loads(open_field(row, "rule")))


def write_rule(
    *, actor: Actor, person: Person, rule: ContactRuleText, version: int | None = None
) -> None:
    """Write how a person may be reached, in place of what was written before.

    Raises:
        Conflict: somebody changed it in the meantime.
        NotFound: the actor may not write in the case.
    """
    get_working_case(actor, person.case_id)
    found = ContactRule.objects.filter(person=person).first()
    row = found or ContactRule(case_id=person.case_id, person=person, created_by_id=actor.member_id)
    set_sealed(row, rule=json.dumps(asdict(rule), ensure_ascii=False))
    if found:
        update_versioned(row, expected=version or 0, rule_sealed=row.rule_sealed)
    else:
        row.save(force_insert=True)
    log_act("contact_rule.write", case=person.case_id, object=row.pk, person=person.pk)


def warnings(actor: Actor, case: Case) -> list[tuple[Person, ContactRuleText]]:
    """The rules of everybody in a case, for whoever reads identity; nothing for others.

    Every page that offers to ring or write shows them first.
    """
    if Category.IDENTITY not in shared_categories(actor, case):
        return []
    rows = list(ContactRule.objects.filter(case_id=case.pk).select_related("person"))
    load_keys([row.person_id for row in rows])
    return [(row.person, read_rule(row)) for row in rows]


def banners(actor: Actor, case: Case) -> Iterator[Banner]:
    """What stands above every page of the case."""
    for person, rule in warnings(actor, case):
        href = _address(case, person)
        title = _("%(who)s: %(rule)s.") % {"who": person_name(person), "rule": rule.said}
        text = _("Do not say or write: %(avoid)s.") % {"avoid": rule.avoid} if rule.avoid else ""
        yield Banner(_color(rule), title, text, href, _("How to reach the person"))


def _color(rule: ContactRuleText) -> str:
    return "danger" if rule.way == ContactSafety.NONE else "warning"


def _address(case: Case, person: Person) -> str:
    where = {"case_id": case.pk, "person_id": person.pk}
    return reverse("workspace:contact_rules", kwargs=where)
