# SPDX-License-Identifier: EUPL-1.2
"""Screening: names become initials and numbers dots, in free text too as far as we know them.

Free text can still tell who somebody is, and the paper says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from samvern.cases.models import Case
from samvern.identity.domain.sealing import open_keys, unseal
from samvern.identity.models import Claim

NAMES = frozenset({Claim.Kind.NAME, Claim.Kind.ALIAS})
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 3
"""Shorter parts of a name are common words too: replacing them would spoil the text."""
NUMBERS = re.compile(
    r"""\b\d{6}[ ]?\d{5}\b | \b\d{12}\b                        # identity and DUF numbers
    | (?<![\w.])(?:\d{8}|\d{2}(?:[ ]\d{2}){3}|\d{3}[ ]\d{2}[ ]\d{3})(?![\w.]\d|\d)  # telephones
    | \+\d{1,3}(?:[ ]?\d){6,12}\b                           # telephones abroad
    | \b[A-Z]{1,2}\d{6,8}\b                                 # passports
    | [\w.+-]+@[\w-]+\.[\w.]+                               # addresses of e-mail""",
    re.VERBOSE,
)
HIDDEN = "•••"


@dataclass(frozen=True)
class Said:
    """A claim about a person, opened."""

    person_id: object
    kind: str
    value: str


def read_claims(case: Case) -> list[Said]:
    """Every claim about the people of the case that still stands and the actor may see."""
    rows = list(Claim.objects.filter(case_id=case.pk, ended_at=None).order_by("kind", "created_at"))
    open_keys(list({row.person_id for row in rows}))
    return [
        Said(
            row.person_id,
            row.kind,
            unseal(row.person_id, "claim.value", row.pk, row.value_sealed),
        )
        for row in rows
    ]


def initials_of(name: str) -> str:
    """First letters of a name's parts: M.K."""
    return "".join(f"{word[0].upper()}." for word in WORD.findall(name))


class Screen:
    """Hides what it knows; ``off`` lets everything through."""

    def __init__(self, claims: Iterable[Said], *, off: bool = False) -> None:
        self.off = off
        self._names = {said.value for said in claims if said.kind in NAMES and said.value}

    def __call__(self, text: str) -> str:
        """The text with names and numbers hidden."""
        if self.off or not text:
            return text
        hidden = NUMBERS.sub(HIDDEN, text)
        return self._known.sub(self._initial, hidden) if self._known else hidden

    @cached_property
    def _known(self) -> re.Pattern[str] | None:
        words = {w for name in self._names for w in WORD.findall(name) if len(w) >= SHORTEST}
        if not words:
            return None
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        either = "|".join(re.escape(word) for word in longest_first)
        # A genitive keeps its s: "Marias mor" becomes "M.s mor".
        return re.compile(rf"(?<!\w)({either})(?=s?(?!\w))", re.IGNORECASE)

    def _initial(self, found: re.Match[str]) -> str:
        return f"{found[1][0].upper()}."
