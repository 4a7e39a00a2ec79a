# SPDX-License-Identifier: EUPL-1.2
"""What a case knows about its people, and hiding it in any text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.translation import ngettext

from samvern.cases.core.models import Case
from samvern.cases.printing.screening.birth_dates import BirthDateFinder
from samvern.cases.printing.screening.contact_details import ContactFinder
from samvern.cases.printing.screening.names import NameFinder, NameMatches
from samvern.cases.printing.screening.numbers import find_numbers
from samvern.cases.printing.screening.scripts import LETTERS, UNSEEN
from samvern.cases.printing.screening.spans import Span, hide_spans
from samvern.cases.printing.screening.spelling import initial
from samvern.identity.models import Claim
from samvern.identity.sealing import load_keys, open_field

NAMES = frozenset({Claim.Kind.NAME, Claim.Kind.ALIAS})
VALUES = frozenset({Claim.Kind.ALIAS, Claim.Kind.NUMBER, Claim.Kind.CONTACT, Claim.Kind.PAPER})
_PART = re.compile(f"[{LETTERS}](?:[{LETTERS}{UNSEEN}'’ʼ-]*[{LETTERS}])?")


@dataclass(frozen=True)
class OpenedClaim:
    """A claim about a person, opened."""

    person_id: object
    kind: str
    value: str
    ended: bool = False
    """Set aside since, because it was wrong or another took its place."""


def read_claims(case: Case) -> list[OpenedClaim]:
    """Every claim about the people of the case that the actor may see.

    Also those set aside: a name that was wrong, or that she no longer uses, is still hers in what
    was written while it stood.
    """
    rows = list(Claim.objects.filter(case_id=case.pk).order_by("kind", "created_at"))
    load_keys(list({row.person_id for row in rows}))
    return [
        OpenedClaim(
            row.person_id,
            row.kind,
            open_field(row, "value"),
            row.ended_at is not None,
        )
        for row in rows
    ]


def initials_of(name: str) -> str:
    """First letters of a name's parts: M.K."""
    letters = [initial(part) or part[0].upper() for part in _PART.findall(name)]
    return "".join(f"{letter}." for letter in letters)


class Screen:
    """Hides what it knows; ``off`` lets everything through. It counts what it hid."""

    def __init__(self, claims: Iterable[OpenedClaim], *, off: bool = False) -> None:
        self.off = off
        self.hidden = 0
        """Pieces of information that were hidden so far."""
        self.doubtful = 0
        """Words that stand as they were, and may be a name: Hope and hope."""
        self._claims = [said for said in claims if said.value]

    def __call__(self, text: str) -> str:
        """The text with names, numbers and addresses hidden."""
        if self.off or not text:
            return text
        text = unicodedata.normalize("NFC", text)
        named = self._names.find(text) if self._values(NAMES) else NameMatches([], 0)
        shown, count = hide_spans(text, [*named.spans, *self._shapes(text)])
        self.hidden += count
        self.doubtful += named.doubtful
        return shown

    def _shapes(self, text: str) -> Iterator[Span]:
        this_year = timezone.localdate().year
        yield from self._reaching.find(text)
        yield from self._births.find(text, this_year)
        yield from find_numbers(text, this_year)

    def _values(self, kinds: frozenset[Claim.Kind]) -> list[str]:
        return [
            unicodedata.normalize("NFC", said.value) for said in self._claims if said.kind in kinds
        ]

    @cached_property
    def _names(self) -> NameFinder:
        return NameFinder(self._values(NAMES))

    @cached_property
    def _reaching(self) -> ContactFinder:
        return ContactFinder(self._values(VALUES))

    @cached_property
    def _births(self) -> BirthDateFinder:
        return BirthDateFinder(self._values(frozenset({Claim.Kind.BIRTH_DATE})))


def describe_hidden(screen: Screen) -> list[str]:
    """How many pieces of information are hidden, and how many words to look at yourself."""
    hidden = ngettext(
        "%(count)d piece of information is hidden.",
        "%(count)d pieces of information are hidden.",
        screen.hidden,
    ) % {"count": screen.hidden}
    if not screen.doubtful:
        return [hidden]
    left = ngettext(
        "%(count)d word in small letters can be a name, and is not hidden: look at it yourself.",
        "%(count)d words in small letters can be names, and are not hidden: look at them yourself.",
        screen.doubtful,
    ) % {"count": screen.doubtful}
    return [hidden, left]
